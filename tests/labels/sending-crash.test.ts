/** The whole product is killed while it sends to a printer, and started again. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFreePort, startProduct, type Product } from '../../scripts/product-process.ts';
import type { PrinterAnswer } from '../../src/modules/labels/printers.contract.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createPool } from '../../src/platform/database.ts';
import { findRunningServer } from '../../src/platform/embedded-postgres/find-running-server.ts';
import { readPostmasterFile } from '../../src/platform/embedded-postgres/postmaster-file.ts';
import { sendSignal } from '../../src/platform/embedded-postgres/process-table.ts';
import { findServerHome } from '../../src/platform/embedded-postgres/server-home.ts';
import { registerModules } from '../../src/registrations.ts';
import { makeDataParent } from '../support/data-parent.ts';
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts';
import { sendJson } from '../support/http-json.ts';
import { NOISY, noisyPrinterBody, saveNoisyTemplate } from '../support/noisy-template.ts';
import { buildPrintCourt, choices, type PrintCourt } from '../support/print-court.ts';
import type { TestApp } from '../support/test-app.ts';

const LABEL_COUNT = 300;
const VARIABLES = {
  REQUESTS_PER_MINUTE: '10000000',
  LOG_LEVEL: 'silent',
  PRINTER_NETWORKS: '127.0.0.0/8',
  PRINTER_PORTS: '1-65535',
};

let parent: string;
let dataDir: string;
let port: number;
let product: Product;
let device: FakePrinter;
let court: PrintCourt;

const start = () => startProduct({ dataDir, port, variables: VARIABLES });

async function buildCourtOfProduct(): Promise<PrintCourt> {
  const connectionString = await findRunningServer(dataDir);
  if (connectionString === null) throw new Error('the product runs without its database');
  const ownerPool = createPool({ connectionString, maxConnections: 2 });
  registerModules({});
  const dependencies = {
    pool: ownerPool,
    clock: systemClock,
    filesFolder: path.join(dataDir, 'files'),
    secureCookies: false,
    hashAlgorithm: 'sha256' as const,
  };
  // why: no more than this is asked of it here.
  const test = { origin: product.url, dependencies, database: { ownerPool } } as unknown as TestApp;
  try {
    return await buildPrintCourt(test);
  } finally {
    await ownerPool.end();
  }
}

beforeAll(async () => {
  parent = await makeDataParent();
  dataDir = path.join(parent, 'var');
  port = await findFreePort();
  [product, device] = await Promise.all([start(), startFakePrinter()]);
  court = await buildCourtOfProduct();
});

afterAll(async () => {
  await device.close();
  await product.end('SIGKILL');
  const home = await findServerHome(dataDir);
  const database = home === null ? null : readPostmasterFile(home.cluster);
  if (database !== null) sendSignal(database.pid, 'SIGKILL');
  await rm(parent, { recursive: true, force: true, maxRetries: 5 });
});

it('after a kill in the middle of a job nothing is lost: what was handed over is in doubt, the rest is sent once', async () => {
  await saveNoisyTemplate(court.keeper);
  const body = noisyPrinterBody(device.port);
  const printer = await sendJson<PrinterAnswer>(court.keeper, 'post', '/printers', body);
  const assets = await court.stock(LABEL_COUNT);
  const selection = { kind: 'A', ids: assets.map(({ id }) => id) };
  device.manner = { kind: 'stalls', afterBytes: 200_000 };
  const { job } = await court.print({
    selection,
    ...choices({ templateKey: NOISY, printerId: printer.id }),
  });
  const jobId = job?.id ?? '';
  while ((await court.job(jobId)).counts.sent === 0) await pause(20);
  await product.end('SIGKILL');
  product = await start();
  const found = await court.job(jobId);
  const { in_doubt: inDoubt = 0, waiting = 0, printed } = found.counts;
  expect([found.state, found.failure?.code, printed, inDoubt + waiting]).toEqual([
    'interrupted',
    'SENDING_STOPPED',
    0,
    LABEL_COUNT,
  ]);
  expect(inDoubt).toBeGreaterThan(0);
  const labels = await court.labels(jobId);
  const last = labels[1];
  const scanned = `${last?.code}-${last?.version}`;
  const told = await court.step(jobId, 'confirm-up-to', { last: { scanned } });
  expect(told.counts).toMatchObject({ printed: 2, in_doubt: 0, waiting: LABEL_COUNT - 2 });
  device.manner = { kind: 'takes' };
  await court.step(jobId, 'resume');
  const resumed = await court.settled(jobId);
  expect([resumed.state, resumed.failure, resumed.counts.sent]).toEqual(['sent', null, LABEL_COUNT - 2]);
  expect(device.received.at(-1)?.match(/[A-Z]\d{15}-[0-9A-Z]/g)).toEqual(
    labels.slice(2).map(({ code, version }) => `${code}-${version}`),
  );
});

/** A court with assets in rooms, a printer and people who print, for tests of printing. */
import { addPlaceEndpoint } from '../../src/modules/storage/contract.ts';
import { bodyOf } from './answers.ts';
import type { CreatedPrintJob, PrintJobAnswer } from '../../src/modules/labels/print-jobs.contract.ts';
import type { PrinterAnswer } from '../../src/modules/labels/printers.contract.ts';
import type { AppDependencies } from '../../src/platform/app-dependencies.ts';
import { getJson, readPages, sendJson } from './http-json.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from './people.ts';
import { createTestApp, type TestApp } from './test-app.ts';

export const TEMPLATE = 'asset-70x40';
/** So that a test of a printer that keeps us waiting does not keep us waiting. */
const IMPATIENT = { connectMs: 1000, stalledMs: 400, finishMs: 400 };

export interface PrintCourt {
  readonly test: TestApp;
  readonly court: TestCourt;
  readonly keeper: TestPerson;
  /** Assets with their codes, in the order in which they were stocked in. */
  stock(count: number, placeId?: string, name?: string): Promise<{ id: string; code: string }[]>;
  place(kind: string, name: string, parentId?: string): Promise<string>;
  printer(port: number, changes?: object): Promise<PrinterAnswer>;
  print(body: object): Promise<CreatedPrintJob>;
  job(jobId: string): Promise<PrintJobAnswer>;
  /** The job once it is neither queued nor being sent. */
  settled(jobId: string): Promise<PrintJobAnswer>;
  labels(jobId: string): Promise<{ position: number; code: string; version: string; state: string }[]>;
  /** Does a step of a job. */
  step(jobId: string, verb: string, body?: object, status?: number): Promise<PrintJobAnswer>;
}

export function printerBody(port: number | null, changes: object = {}): object {
  return {
    name: `打印机${port ?? ''}`,
    language: 'zpl',
    address: port === null ? null : { host: '127.0.0.1', port },
    dpi: 203,
    stockMm: { width: 70, height: 40, gap: 2 },
    offsetMm: { x: 0, y: 0 },
    darkness: null,
    speedMmPerSecond: null,
    placeId: null,
    templateKeys: [TEMPLATE],
    ...changes,
  };
}

export function choices(changes: object = {}): object {
  return { purpose: 'first', templateKey: TEMPLATE, ...changes };
}

/** Printers of this machine are allowed here. */
export function createPrintingApp(overrides: Partial<AppDependencies> = {}): Promise<TestApp> {
  return createTestApp({
    printers: { networks: ['127.0.0.0/8'], ports: [{ first: 1, last: 65_535 }] },
    printerTimeouts: IMPATIENT,
    publicUrl: 'https://wuzi.example',
    ...overrides,
  });
}

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

export async function buildPrintCourt(test: TestApp): Promise<PrintCourt> {
  const court = await buildCourt(test);
  const keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  const job = (jobId: string) => getJson<PrintJobAnswer>(keeper, `/print-jobs/${jobId}`);
  return {
    test,
    court,
    keeper,
    async stock(count, placeId, name = '办公椅') {
      const card = {
        name,
        classCode: 'A05010301',
        acquisitionMethod: 'purchase',
        acquiredOn: '2026-01-15',
        originalValueFen: 68_000,
      };
      const body = { card, copies: count, ...(placeId === undefined ? {} : { placeId }) };
      const made = await sendJson<{ assets: { id: string; code: string }[] }>(
        keeper,
        'post',
        '/fixed-assets',
        body,
      );
      return made.assets;
    },
    async place(kind, name, parentId) {
      const body = { kind, name, parentId: parentId ?? null };
      const made = bodyOf(addPlaceEndpoint, await keeper.agent.post('/api/places').send(body));
      return made.id;
    },
    printer: (port, changes) => sendJson(keeper, 'post', '/printers', printerBody(port, changes)),
    print: (body) => sendJson(keeper, 'post', '/print-jobs', body),
    job,
    async settled(jobId) {
      for (;;) {
        const found = await job(jobId);
        if (!['queued', 'sending'].includes(found.state)) return found;
        await pause();
      }
    },
    labels: (jobId) => readPages(keeper, `/print-jobs/${jobId}/labels`),
    step: (jobId, verb, body = {}, status = 200) =>
      sendJson(keeper, 'post', `/print-jobs/${jobId}/${verb}`, body, status),
  };
}

import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { systemClock } from '../../src/platform/clock.ts';
import { createPool } from '../../src/platform/database.ts';
import { findRunningServer } from '../../src/platform/embedded-postgres/find-running-server.ts';
import { readPostmasterFile } from '../../src/platform/embedded-postgres/postmaster-file.ts';
import { sendSignal } from '../../src/platform/embedded-postgres/process-table.ts';
import { findServerHome } from '../../src/platform/embedded-postgres/server-home.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildAssetCourt, type AssetCourt } from '../support/asset-court.ts';
import { buildSession } from '../support/people.ts';
import { findFreePort, startProduct, type Product } from '../../scripts/product-process.ts';
import { makeDataParent } from '../support/data-parent.ts';

const CLIENTS = 8;
const COURT_ID = 1;

/** One command that a client sent under a key of its own; `answer` is there once it was acknowledged. */
interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  answer?: unknown;
}

interface StockInAnswer {
  readonly assets: readonly { readonly id: string; readonly code: string }[];
}

function isStockIn(answer: unknown): answer is StockInAnswer {
  return typeof answer === 'object' && answer !== null && 'assets' in answer;
}

let parent: string;
let dataDir: string;
let port: number;
let product: Product;
let court: AssetCourt;
let session: { cookie: string; csrfToken: string };
const everythingSent: Sent[] = [];

const startHere = (): Promise<Product> =>
  startProduct({ dataDir, port, variables: { REQUESTS_PER_MINUTE: '10000000', LOG_LEVEL: 'silent' } });

async function withOwnerPool<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const connectionString = await findRunningServer(dataDir);
  if (connectionString === null) throw new Error('the product is not running');
  const pool = createPool({ connectionString, maxConnections: 4 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** A refusal is a fault of this test; a server that is gone or fails leaves the command unacknowledged. */
async function send(command: Sent): Promise<boolean> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`${product.url}${command.path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: session.cookie,
        'X-CSRF-Token': session.csrfToken,
        'Idempotency-Key': command.key,
      },
      body: JSON.stringify(command.body),
    });
    answer = await response.json();
  } catch {
    return false;
  }
  if (response.status >= 500) return false;
  if (response.status !== 200) throw new Error(`${command.key}: ${JSON.stringify(answer)}`);
  if (command.answer === undefined) command.answer = answer;
  else expect(answer).toEqual(command.answer);
  return true;
}

function stockIn(key: string): Sent {
  const card = {
    name: '执法记录仪',
    classCode: 'A02020600',
    acquisitionMethod: 'purchase',
    acquiredOn: '2026-01-15',
    originalValueFen: 168_000,
    serialNumber: key,
  };
  return { key, path: '/api/fixed-assets', body: { card, placeId: court.places[0]?.id, basis: key } };
}

function issue(key: string, stocked: Sent): Sent {
  // why: the answer of stocking in, as its declaration says it.
  const { assets } = stocked.answer as StockInAnswer;
  const body = { assetIds: assets.map(({ id }) => id), holderId: court.people[1]?.id, basis: key };
  return { key, path: '/api/fixed-assets/issue', body };
}

/** One person at a desk: stocks in, issues, and so on, until the system is gone. */
async function work(client: string): Promise<void> {
  for (let count = 0; ; count += 1) {
    const stocked = stockIn(`${client}-stock-in-${count}`);
    everythingSent.push(stocked);
    if (!(await send(stocked))) return;
    const issued = issue(`${client}-issue-${count}`, stocked);
    everythingSent.push(issued);
    if (!(await send(issued))) return;
  }
}

async function clusterFolder(): Promise<string> {
  const home = await findServerHome(dataDir);
  if (home === null) throw new Error('the product made no database');
  return home.cluster;
}

const listAcknowledged = () => everythingSent.filter(({ answer }) => answer !== undefined);

/** Many commands at once, then `kill` in the middle of them; answers when every client has noticed. */
async function killUnderLoad(round: string, kill: () => Promise<unknown>): Promise<void> {
  const enough = listAcknowledged().length + 4 * CLIENTS;
  let stopped = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, index) => {
    await work(`${round}-${index}`);
    stopped += 1;
  });
  while (listAcknowledged().length < enough && stopped === 0) await pause(10);
  await pause(randomInt(0, 200));
  expect(stopped).toBe(0);
  await kill();
  await Promise.all(clients);
}

async function killPostgres(): Promise<void> {
  const running = readPostmasterFile(await clusterFolder());
  expect(running !== null && sendSignal(running.pid, 'SIGKILL')).toBe(true);
}

/** The process that works for one connection; the server then ends all of them and recovers from its log. */
async function killOneBackend(): Promise<void> {
  await withOwnerPool(async (pool) => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'court-custody' and pid <> pg_backend_pid()
       order by xact_start limit 1`,
    );
    expect(sendSignal(rows[0]?.pid ?? 0, 'SIGKILL')).toBe(true);
  });
}

async function restart(): Promise<void> {
  await product.ended;
  product = await startHere();
}

async function waitUntilReady(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await fetch(`${product.url}/readyz`).catch(() => null))?.ok) return;
    await pause(50);
  }
  throw new Error(`not ready again:\n${product.output()}`);
}

beforeAll(async () => {
  parent = await makeDataParent();
  dataDir = path.join(parent, 'var');
  port = await findFreePort();
  product = await startHere();
  await withOwnerPool(async (pool) => {
    const dependencies = {
      pool,
      clock: systemClock,
      logger: createLogger('silent'),
      filesFolder: path.join(dataDir, 'files'),
      secureCookies: false,
      trustedProxies: 0,
      requestsPerMinute: 1,
      webFolder: undefined,
      hashAlgorithm: 'sha256' as const,
    };
    court = await buildAssetCourt(dependencies, COURT_ID);
    session = await buildSession(
      { dependencies, database: { ownerPool: pool } },
      court.actor.personId,
      COURT_ID,
    );
  });
});

afterAll(async () => {
  await product.end('SIGKILL');
  const running = readPostmasterFile(await clusterFolder());
  if (running !== null) sendSignal(running.pid, 'SIGKILL');
  await rm(parent, { recursive: true, force: true, maxRetries: 5 });
});

describe('killed while many people work', () => {
  it.each<[string, () => Promise<unknown>, () => Promise<void>]>([
    ['Node', () => product.end('SIGKILL'), restart],
    ['PostgreSQL', killPostgres, restart],
    ['both at once', () => Promise.all([killPostgres(), product.end('SIGKILL')]), restart],
    ['one process of PostgreSQL, which the system outlives', killOneBackend, waitUntilReady],
  ])('%s: the same command again takes up every command where it stood', async (round, kill, recover) => {
    await killUnderLoad(round.slice(0, 4).trim(), kill);
    const acknowledged = listAcknowledged();
    const open = everythingSent.filter(({ answer }) => answer === undefined);
    expect(open.length).toBeGreaterThan(0);
    await recover();
    for (const command of [...open, ...acknowledged.slice(-CLIENTS)]) expect(await send(command)).toBe(true);
  });

  it('leaves every command written exactly once', async () => {
    await withOwnerPool(async (pool) => {
      const { rows } = await pool.query<{ basis: string; count: number }>(
        'select basis, count(*) as count from ledger_entries group by basis',
      );
      const written = new Map(rows.map(({ basis, count }) => [basis, count]));
      expect(written).toEqual(new Map(everythingSent.map(({ key }) => [key, 1])));
      const known = everythingSent.flatMap(({ answer }) => (isStockIn(answer) ? answer.assets : []));
      const assets = await pool.query('select id, code from assets order by code');
      expect(assets.rows).toEqual([...known].sort((a, b) => (a.code < b.code ? -1 : 1)));
    });
  });

  it('leaves a ledger whose chains and projections agree', async () => {
    await withOwnerPool(async (pool) => {
      expect(await verifyLedger(pool, {})).toEqual({
        bookCount: everythingSent.filter(({ answer }) => isStockIn(answer)).length,
        entryCount: everythingSent.length,
        difference: undefined,
      });
    });
  });
});

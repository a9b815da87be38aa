/**
 * The real application on a cloned database, listening, with a clock that stands still until a test moves it. Closing it
 * fails where a refusal said a word of the product in the wrong language.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import { expect } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { AppDependencies } from '../../src/platform/app-dependencies.ts';
import { stopBackground } from '../../src/platform/background.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { openIdentityKeys } from '../../src/platform/identity-keys/identity-keys.ts';
import { closeServer, listen } from '../../src/platform/listen.ts';
import { createLogger } from '../../src/platform/logger.ts';
import type { Listening } from './ask.ts';
import { watchRefusals } from './product-words.ts';
import { cloneTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestClock extends Clock {
  set(iso: string): void;
  advanceMs(ms: number): void;
}

/** Starts on a Monday morning of the product's first year. */
export function createTestClock(iso = '2026-11-23T09:30:00.000+08:00'): TestClock {
  let at = new Date(iso).getTime();
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next).getTime();
    },
    advanceMs: (ms) => {
      at += ms;
    },
  };
}

export interface TestApp extends Listening {
  readonly app: Express;
  readonly database: TestDatabase;
  readonly dependencies: AppDependencies;
  readonly clock: TestClock;
  close(): Promise<void>;
}

export async function createTestApp(overrides: Partial<AppDependencies> = {}): Promise<TestApp> {
  const database = await cloneTestDatabase();
  const clock = createTestClock();
  const filesFolder = await mkdtemp(path.join(os.tmpdir(), 'court-custody-files-'));
  const dependencies: AppDependencies = {
    pool: database.pool,
    clock,
    logger: createLogger('silent'),
    filesFolder,
    secureCookies: false,
    trustedProxies: 0,
    requestsPerMinute: 1_000_000,
    webFolder: undefined,
    identityKeys: await openIdentityKeys(
      path.join(filesFolder, 'keys', 'identity-keys.json'),
      [],
      clock.now(),
    ),
    hashAlgorithm: 'sha256',
    labelTemplatesFolder: path.resolve('label-templates'),
    ...overrides,
  };
  const app = createApp(dependencies);
  const foundWords = watchRefusals(app);
  const server = await listen(app, { host: '127.0.0.1', port: 0, tls: undefined });
  // why: a listening TCP server has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    app,
    origin: `http://127.0.0.1:${port}`,
    database,
    dependencies,
    clock,
    async close() {
      await closeServer(server);
      await stopBackground(database.pool);
      await database.drop();
      await rm(filesFolder, { recursive: true, force: true });
      expect(foundWords()).toEqual([]);
    },
  };
}

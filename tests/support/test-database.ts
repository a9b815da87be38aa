/** One database a test file, cloned from the run's migrated template; dropped at the end. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createPool } from '../../src/platform/database.ts';

export interface TestServer {
  /** A superuser's or owner's address of the maintenance database. */
  readonly adminUrl: string;
  readonly template: string;
  readonly appRole: string;
  readonly appPassword: string;
}

export interface TestDatabase {
  /** As the application's role. */
  readonly pool: pg.Pool;
  /** As the owner, past row-level security. */
  readonly ownerPool: pg.Pool;
  readonly url: string;
  readonly ownerUrl: string;
  readonly name: string;
  drop(): Promise<void>;
}

export const TEST_SERVER_VARIABLE = 'COURT_CUSTODY_TEST_SERVER';

export function readTestServer(): TestServer {
  const text = process.env[TEST_SERVER_VARIABLE];
  if (text === undefined) throw new Error('the test server was not started: run the tests through npm test');
  // why: the global set-up of this very run wrote it.
  return JSON.parse(text) as TestServer;
}

export function urlOf(
  server: Pick<TestServer, 'adminUrl'>,
  database: string,
  user?: { name: string; password: string },
): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  if (user) {
    url.username = user.name;
    url.password = user.password;
  }
  return url.toString();
}

async function runAsAdmin(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function cloneTestDatabase(): Promise<TestDatabase> {
  const server = readTestServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  // The files are copied as they are; the other way writes all of them to the log as well.
  await runAsAdmin(server, `create database ${name} template ${server.template} strategy file_copy`);
  const url = urlOf(server, name, { name: server.appRole, password: server.appPassword });
  const ownerUrl = urlOf(server, name);
  const pool = createPool({ connectionString: url, maxConnections: 10 });
  const ownerPool = createPool({ connectionString: ownerUrl, maxConnections: 3 });
  return {
    pool,
    ownerPool,
    url,
    ownerUrl,
    name,
    async drop() {
      await Promise.all([pool.end(), ownerPool.end()]);
      await runAsAdmin(server, `drop database if exists ${name} with (force)`);
    },
  };
}

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { findRunningServer } from '../../src/platform/embedded-postgres/find-running-server.ts';
import { runUntilEnd, startProduct, type Product, type ProductEnd } from '../../scripts/product-process.ts';
import { makeDataParent } from '../support/data-parent.ts';
import { readTestServer, urlOf } from '../support/test-database.ts';

const HAN = /\p{Script=Han}/u;
const SET_UP_LINK = /(http:\/\/\S+\/set-up\/[\w-]{43})/;

let parent: string;
let other: Server;
let takenPort: Promise<ProductEnd>;
const running: Product[] = [];
const databases: string[] = [];

function newDataDir(): string {
  return path.join(parent, randomBytes(4).toString('hex'));
}

async function start(...options: Parameters<typeof startProduct>): Promise<Product> {
  const product = await startProduct(...options);
  running.push(product);
  return product;
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

/** An empty database on the test server; its address is an owner's. */
async function createDatabase(): Promise<string> {
  const name = `test_start_${randomBytes(6).toString('hex')}`;
  await query(readTestServer().adminUrl, `create database ${name}`);
  databases.push(name);
  return urlOf(readTestServer(), name);
}

async function dropDatabase(name: string): Promise<void> {
  const { adminUrl } = readTestServer();
  const roles = await query(urlOf(readTestServer(), name), 'select app_role from installation').catch(
    () => [],
  );
  await query(adminUrl, `drop database ${name} with (force)`);
  for (const { app_role: role } of roles) await query(adminUrl, `drop role ${String(role)}`);
}

/** Exit code 1, and one line that says it in Chinese and English. */
function expectOneSentence(end: ProductEnd, english: RegExp): void {
  expect(end).toMatchObject({ code: 1, signal: null });
  const sentences = end.output.split('\n').filter((line) => english.test(line));
  expect(sentences).toEqual([expect.stringMatching(HAN)]);
  expect(end.output).not.toMatch(/^\s+at /m);
}

beforeAll(async () => {
  parent = await makeDataParent();
  other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  // A predecessor that is just stopping is waited for, so this refusal takes its time.
  const { port } = other.address() as AddressInfo;
  takenPort = runUntilEnd({ dataDir: newDataDir(), port });
});

afterEach(async () => {
  for (const product of running.splice(0)) await product.end('SIGKILL');
});

afterAll(async () => {
  other.close();
  for (const name of databases) await dropDatabase(name);
  await rm(parent, { recursive: true, force: true });
});

describe('the first start', () => {
  it('makes the database, prints a set-up link that works, and stops cleanly on Ctrl-C', async () => {
    const dataDir = newDataDir();
    const product = await start({ dataDir });
    const link = SET_UP_LINK.exec(product.output())?.[1] ?? '';
    const token = link.split('/').at(-1) ?? '';
    expect(await fetch(`${product.url}/api/set-up/${token}`)).toMatchObject({ status: 200 });
    expect(await fetch(`${product.url}/readyz`)).toMatchObject({ status: 200 });
    expect(await findRunningServer(dataDir)).not.toBeNull();

    const end = await product.end('SIGINT');
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(end.output).toMatch(/Stopped\n$/);
    expect(await findRunningServer(dataDir)).toBeNull();

    const again = await start({ dataDir });
    const secondToken = SET_UP_LINK.exec(again.output())?.[1]?.split('/').at(-1) ?? '';
    expect(secondToken).not.toBe(token);
    expect(await fetch(`${again.url}/api/set-up/${token}`)).toMatchObject({ status: 404 });
    expect(await again.end('SIGTERM')).toMatchObject({ code: 0, signal: null });
  });
});

describe('on the database of DATABASE_URL', () => {
  it('migrates it, serves as a role without power, and prints a link only while there is no court', async () => {
    const ownerUrl = await createDatabase();
    const dataDir = newDataDir();
    const variables = { DATABASE_URL: ownerUrl };
    const first = await start({ dataDir, variables });
    expect(first.output()).toMatch(SET_UP_LINK);
    expect(await findRunningServer(dataDir)).toBeNull();
    const connections = await query(
      ownerUrl,
      `select distinct rolsuper or rolbypassrls as powerful, usename = (select app_role from installation) as expected
       from pg_stat_activity join pg_roles on rolname = usename
       where datname = current_database() and application_name = 'court-custody'`,
    );
    expect(connections).toEqual([{ powerful: false, expected: true }]);
    expect((await first.end('SIGINT')).code).toBe(0);

    await query(
      ownerUrl,
      `insert into courts (id, name, short_name, division_number, level, created_at)
       values (1, '五原县人民法院', '五原县法院', '150821', 'basic', now())`,
    );
    const second = await start({ dataDir, variables });
    expect(second.output()).not.toMatch(SET_UP_LINK);
    expect(second.output()).not.toMatch(/Updating the schema/);
    await second.end('SIGINT');

    const [{ app_role: role } = {}] = await query(ownerUrl, 'select app_role from installation');
    await query(ownerUrl, `alter role ${String(role)} superuser`);
    expectOneSentence(await runUntilEnd({ dataDir, variables }), /Refusing to serve as .* superuser/);
    await query(ownerUrl, `alter role ${String(role)} nosuperuser`);

    await query(ownerUrl, "insert into schema_migrations (number, name, sha256) values (9999, 'later', '')");
    expectOneSentence(await runUntilEnd({ dataDir, variables }), /version 9999\) is newer than this program/);
  });

  it('refuses a server that is too old', async () => {
    const ownerUrl = await createDatabase();
    const name = new URL(ownerUrl).pathname.slice(1);
    // The server's own version cannot be changed, but what a session of this database is told of it can.
    await query(
      ownerUrl,
      `create function public.current_setting(text) returns text language sql as $$
         select case $1 when 'server_version_num' then '140012' else pg_catalog.current_setting($1) end $$;
       alter database ${name} set search_path = public, pg_catalog`,
    );
    const end = await runUntilEnd({ dataDir: newDataDir(), variables: { DATABASE_URL: ownerUrl } });
    expectOneSentence(end, /PostgreSQL 14 is too old/);
  });

  it('says that it cannot be reached, and keeps the password to itself', async () => {
    const variables = { DATABASE_URL: 'postgresql://registrar:Steppe-Wind@127.0.0.1:9/none' };
    const end = await runUntilEnd({ dataDir: newDataDir(), variables });
    expectOneSentence(end, /Cannot connect to the database \(ECONNREFUSED\)/);
    expect(end.output).not.toContain('Steppe-Wind');
  });
});

describe('refuses with one sentence and exit code 1', () => {
  it('a taken port', async () => {
    expectOneSentence(await takenPort, /Port 127\.0\.0\.1:\d+ is taken/);
  });

  it('a data folder that cannot be written', async () => {
    const file = path.join(parent, 'a-file');
    await writeFile(file, '');
    const end = await runUntilEnd({ dataDir: path.join(file, 'var') });
    expectOneSentence(end, /data folder .* cannot be read or written/);
  });

  it('certificate files that are none', async () => {
    const folder = newDataDir();
    await mkdir(folder);
    const file = path.join(folder, 'empty.pem');
    await writeFile(file, '');
    const DATABASE_URL = await createDatabase();
    const variables = { DATABASE_URL, TLS_CERT_FILE: file, TLS_KEY_FILE: file };
    expectOneSentence(await runUntilEnd({ dataDir: folder, variables }), /TLS files .* cannot be used/);
  });
});

it('loads what few requests need when one of them asks for it, not at every start', async () => {
  const program = await readFile('dist/main.js', 'utf8');
  expect(program).toMatch(/import\("exceljs"\)/);
  expect(program).not.toMatch(/^import .* from "exceljs"/m);
});

it('lists everything that is wrong with the configuration', async () => {
  const end = await runUntilEnd({
    dataDir: newDataDir(),
    variables: {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://localhost/court',
      REQUESTS_PER_MINUTE: '3',
      HASH_ALGORITHM: 'md5',
      TLS_KEY_FILE: '/etc/key.pem',
    },
  });
  expect(end.code).toBe(1);
  const named = [...end.output.matchAll(/^ {2}([A-Z_]+)/gm)].map(([, name]) => name);
  expect(named).toEqual(['PORT', 'DATABASE_URL', 'REQUESTS_PER_MINUTE', 'HASH_ALGORITHM', 'TLS_CERT_FILE']);
});

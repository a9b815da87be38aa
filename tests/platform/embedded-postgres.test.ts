import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { findRunningServer } from '../../src/platform/embedded-postgres/find-running-server.ts';
import { readProcess } from '../../src/platform/embedded-postgres/process-table.ts';
import { findServerHome } from '../../src/platform/embedded-postgres/server-home.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../src/platform/embedded-postgres/start-embedded-postgres.ts';
import type { EmbeddedPostgresRefused } from '../../src/platform/embedded-postgres/start-refusals.ts';

const IS_ROOT = process.getuid?.() === 0;
/** Without syncing, which no crash of a process can notice. */
const QUICK = { settings: { fsync: 'off' }, say: () => undefined };

let base: string;
let madeOnce: string;
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];
const relocated: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(base, 'data-'));
  await chmod(folder, 0o711);
  return folder;
}

async function start(
  dataDir: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...QUICK, ...options });
  running.push(server);
  return server;
}

/** A data folder whose cluster exists and has the table `note` with one row. */
async function existingFolder(): Promise<string> {
  const folder = await newFolder();
  execFileSync('cp', ['-a', path.join(madeOnce, 'postgres'), folder]);
  return folder;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

async function refusalOf(starting: Promise<unknown>): Promise<{ problem: string; zh: string; en: string }> {
  const error = (await starting.then(
    () => new Error('started'),
    (reason: unknown) => reason,
  )) as EmbeddedPostgresRefused;
  if (error.sentence === undefined) throw error;
  return { problem: error.problem, ...error.sentence };
}

async function spawnHolder(dataDir: string): Promise<{ child: ChildProcess; ownerUrl: string; pid: number }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/hold-embedded-postgres.ts', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { ownerUrl: string; pid: number }) };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'court-custody-launcher-'));
  await chmod(base, 0o711);
  madeOnce = await newFolder();
  const server = await start(madeOnce);
  await query(server.ownerUrl, 'create table note (text text)');
  await query(server.ownerUrl, `insert into note values ('回执')`);
  await server.stop();
});

afterEach(async () => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.signalCode === null) await kill(child);
  for (const server of running.splice(0)) await server.stop();
  for (const folder of relocated.splice(0)) await rm(folder, { recursive: true, force: true });
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('a cluster that the launcher made', () => {
  it('has an owner without superuser rights, a UTF-8 database and a language-independent collation', async () => {
    const { ownerUrl, adminUrl } = await start(await existingFolder());
    const owner = `select rolname || rolsuper from pg_roles where rolname = current_user`;
    expect(await query(ownerUrl, owner)).toEqual(['court_custody_ownerfalse']);
    const facts = `select concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, datlocale, pg_get_userbyid(datdba))
                   from pg_database where datname = current_database()`;
    expect(await query(ownerUrl, facts)).toEqual(['UTF8 b C.UTF-8 court_custody_owner']);
    // A name that cannot be read back ends every query that the server shares out among processes.
    expect(await query(ownerUrl, 'show default_text_search_config')).toEqual(['pg_catalog.simple']);
    expect(await query(adminUrl, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
      true,
    ]);
  });

  it('syncs to disk, checks its pages, and takes nothing but scram passwords on loopback', async () => {
    const { adminUrl, port } = await start(await existingFolder(), { settings: {} });
    for (const [setting, value] of [
      ['fsync', 'on'],
      ['full_page_writes', 'on'],
      ['data_checksums', 'on'],
      ['listen_addresses', '127.0.0.1'],
      ['password_encryption', 'scram-sha-256'],
    ]) {
      expect([setting, await query(adminUrl, `show ${setting}`)]).toEqual([setting, [value]]);
    }
    expect(await query(adminUrl, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
      'scram-sha-256',
    ]);
    await expect(query(`postgresql://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('keeps its password in a file for its owner alone, its port, and its rows', async () => {
    const folder = await existingFolder();
    const first = await start(folder);
    await first.stop();
    const second = await start(folder);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select text from note')).toEqual(['回执']);
    expect((await stat(path.join(folder, 'postgres/password'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, 'postgres/data'))).mode & 0o777).toBe(0o700);
  });

  it('listens on a socket and on no port when asked to', async () => {
    const { ownerUrl } = await start(await existingFolder(), { socketOnly: true });
    expect(await query(ownerUrl, 'show listen_addresses')).toEqual(['']);
  });

  it('can be joined while it runs, and only then', async () => {
    const folder = await existingFolder();
    expect(await findRunningServer(folder)).toBeNull();
    const server = await start(folder);
    expect(await findRunningServer(folder)).toBe(server.ownerUrl);
    await server.stop();
    expect(await findRunningServer(folder)).toBeNull();
  });

  it('gets a new password when the file is lost', async () => {
    const folder = await existingFolder();
    const old = await readFile(path.join(folder, 'postgres/password'), 'utf8');
    await rm(path.join(folder, 'postgres/password'));
    const { ownerUrl } = await start(folder);
    expect(ownerUrl).not.toContain(old.trim());
    expect(await query(ownerUrl, 'select text from note')).toEqual(['回执']);
  });
});

describe('after a crash', () => {
  it('a server left over by a killed process is stopped, and nothing committed is lost', async () => {
    const folder = await existingFolder();
    const { child, ownerUrl, pid } = await spawnHolder(folder);
    await query(ownerUrl, `insert into note values ('入库')`);
    await kill(child);
    expect(readProcess(pid)).not.toBeNull();
    const server = await start(folder);
    expect(server.pid).not.toBe(pid);
    expect(await query(server.ownerUrl, 'select text from note')).toEqual(['回执', '入库']);
  });

  it('a killed server is told of, and starts again with everything committed', async () => {
    const folder = await existingFolder();
    const server = await start(folder);
    await query(server.ownerUrl, `insert into note values ('出库')`);
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    await server.stop();
    const again = await start(folder);
    expect(await query(again.ownerUrl, 'select text from note')).toEqual(['回执', '出库']);
  });

  it('killing both at once needs nothing but the same start', async () => {
    const folder = await existingFolder();
    const { child, ownerUrl, pid } = await spawnHolder(folder);
    await query(ownerUrl, `insert into note values ('移库')`);
    process.kill(pid, 'SIGKILL');
    await kill(child);
    const again = await start(folder);
    expect(await query(again.ownerUrl, 'select text from note')).toEqual(['回执', '移库']);
  });

  it('a lock file that names a stranger does not hinder, and the stranger lives on', async () => {
    const folder = await existingFolder();
    const stranger = spawn('sleep', ['60'], await asOwnerOf(folder));
    children.push(stranger);
    await writeFile(path.join(folder, 'postgres/data/postmaster.pid'), lockFile(stranger.pid ?? 0, folder));
    await start(folder);
    expect(readProcess(stranger.pid ?? 0)?.isZombie).toBe(false);
  });

  it('a lock file that names a process dead but not reaped does not hinder', async () => {
    const folder = await existingFolder();
    // The shell becomes `tail`, which never asks after the child that it inherits. The child may end only then: a shell
    // reaps what dies while it is still a shell.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec tail -f /dev/null'], await asOwnerOf(folder));
    children.push(parent);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const dead = Number(line.toString());
    await waitUntil(() => path.basename(readProcess(parent.pid ?? 0)?.executable ?? '') === 'tail');
    process.kill(dead, 'SIGKILL');
    await waitUntil(() => readProcess(dead)?.isZombie === true);
    await writeFile(path.join(folder, 'postgres/data/postmaster.pid'), lockFile(dead, folder));
    const server = await start(folder);
    expect(await query(server.ownerUrl, 'select text from note')).toEqual(['回执']);
  });

  it('a creation killed half way is begun anew', async () => {
    const folder = await newFolder();
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'tests/support/hold-embedded-postgres.ts',
      folder,
    ]);
    children.push(child);
    const home = path.join(folder, 'postgres');
    const unfinished = async () =>
      (await readdir(home).catch(() => [])).filter((name) => name.startsWith('data.unfinished-'));
    while ((await unfinished()).length === 0) await pause(5);
    await kill(child);
    const server = await start(folder);
    expect(await query(server.ownerUrl, 'select 1')).toEqual([1]);
    expect(existsSync(path.join(home, 'data/PG_VERSION'))).toBe(true);
    await server.stop();
    await start(folder);
    expect(await unfinished()).toEqual([]);
  });
});

/** A server only believes a lock file that names a process of its own account. */
async function asOwnerOf(folder: string): Promise<{ uid?: number; gid?: number; cwd: string }> {
  const { uid, gid } = await stat(path.join(folder, 'postgres/data'));
  return IS_ROOT ? { uid, gid, cwd: '/' } : { cwd: '/' };
}

function lockFile(pid: number, folder: string): string {
  return `${pid}\n${path.join(folder, 'postgres/data')}\n1700000000\n5432\n\n127.0.0.1\n  1234567  7654321\nready   \n`;
}

describe('the port', () => {
  async function takePort(port = 0): Promise<{ port: number; free: () => Promise<unknown> }> {
    const other = createServer();
    other.listen(port, '127.0.0.1');
    await once(other, 'listening');
    const free = () => new Promise((resolve) => other.close(resolve));
    return { port: (other.address() as AddressInfo).port, free };
  }

  it('moves when another program has taken it', async () => {
    const folder = await existingFolder();
    const kept = Number(await readFile(path.join(folder, 'postgres/port'), 'utf8'));
    const other = await takePort(kept);
    const server = await start(folder);
    expect(server.port).not.toBe(kept);
    expect(await query(server.ownerUrl, 'select text from note')).toEqual(['回执']);
    await other.free();
  });

  it('that is fixed and taken is a refusal', async () => {
    const other = await takePort();
    const refusal = await refusalOf(start(await existingFolder(), { port: other.port }));
    expect(refusal).toMatchObject({
      problem: 'PORT_TAKEN',
      en: expect.stringContaining(String(other.port)) as unknown,
    });
    await other.free();
  });
});

describe('one sentence in both languages', () => {
  it.each([
    ['a cluster of another major version', 'PG_VERSION', '17\n', 'CLUSTER_VERSION_DIFFERS'],
    ['a folder that is no cluster', 'PG_VERSION', null, 'CLUSTER_DAMAGED'],
  ])('for %s', async (_name, file, content, problem) => {
    const folder = await existingFolder();
    const target = path.join(folder, 'postgres/data', file);
    await (content === null ? rm(target) : writeFile(target, content));
    const refusal = await refusalOf(start(folder));
    expect(refusal).toMatchObject({ problem, zh: expect.stringMatching(/\p{Script=Han}/u) as unknown });
    expect(refusal.en).toContain(path.join(folder, 'postgres/data'));
    expect((await readdir(path.join(folder, 'postgres/data'))).length).toBeGreaterThan(10);
  });

  it('for a data folder that is in use', async () => {
    const folder = await existingFolder();
    const server = await start(folder);
    expect((await refusalOf(start(folder))).problem).toBe('ALREADY_RUNNING');
    expect(await query(server.ownerUrl, 'select text from note')).toEqual(['回执']);
  });

  it('for a password file that does not fit', async () => {
    const folder = await existingFolder();
    await writeFile(path.join(folder, 'postgres/password'), 'other\n');
    expect((await refusalOf(start(folder))).problem).toBe('PASSWORD_WRONG');
  });

  it.each(['/sys/court-custody', '/etc/passwd/data'])('for %s, which cannot be written', async (folder) => {
    const refusal = await refusalOf(start(folder));
    expect(refusal).toMatchObject({
      problem: 'DATA_FOLDER_UNWRITABLE',
      en: expect.stringContaining(folder) as unknown,
    });
  });

  if (!IS_ROOT) {
    it('for a folder that cannot be read', async () => {
      const folder = await newFolder();
      await chmod(folder, 0o000);
      expect((await refusalOf(start(folder))).problem).toBe('DATA_FOLDER_UNREADABLE');
      await chmod(folder, 0o700);
    });
  }
});

if (IS_ROOT) {
  describe('started by root', () => {
    it('runs as another account', async () => {
      const { pid } = await start(await existingFolder());
      expect((await stat(`/proc/${pid}`)).uid).toBeGreaterThan(0);
    });

    it('is kept in a reachable place when the data folder is out of reach, and found there again', async () => {
      const closed = await newFolder();
      await chmod(closed, 0o700);
      const folder = path.join(closed, 'inner');
      await mkdir(folder, { mode: 0o755 });
      const said: string[] = [];
      const first = await start(folder, { say: ({ en }) => said.push(en) });
      const home = await findServerHome(folder);
      relocated.push(home?.folder ?? '');
      expect(home?.folder).toMatch(/^\/var\/lib\/court-custody\//);
      expect(said.join('\n')).toContain(`the database is kept in ${home?.folder ?? '?'}`);
      await query(first.ownerUrl, 'create table kept (n int)');
      await first.stop();
      await chmod(closed, 0o711);
      const second = await start(folder);
      expect(await query(second.ownerUrl, 'select count(*)::int from kept')).toEqual([0]);
    });

    it('never begins a second database when the account is shut out of the first', async () => {
      const closed = await newFolder();
      const folder = path.join(closed, 'inner');
      execFileSync('cp', ['-a', madeOnce, folder]);
      await chmod(closed, 0o700);
      expect((await refusalOf(start(folder))).problem).toBe('CLUSTER_UNREACHABLE');
    });
  });
}

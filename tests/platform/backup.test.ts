import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import pg from 'pg';
import { createBackup } from '../../src/platform/backup/create-backup.ts';
import { listTables, quoteName } from '../../src/platform/backup/database-catalog.ts';
import {
  openForBackup,
  openForRestore,
  type OwnerDatabase,
} from '../../src/platform/backup/open-owner-database.ts';
import { restoreBackup } from '../../src/platform/backup/restore-backup.ts';
import { claimEmptyDatabase } from '../../src/platform/backup/restore-target.ts';
import { readTar } from '../../src/platform/backup/tar-reader.ts';
import { tarEnd, tarHeader, tarPadding } from '../../src/platform/backup/tar-writer.ts';
import type { Refusal } from '../../src/platform/errors.ts';
import { migrate } from '../../src/platform/migrations.ts';
import { readTestServer, urlOf } from '../support/test-database.ts';

const NOW = new Date('2026-11-23T01:30:00.000Z');
const PROJECT_MIGRATIONS = path.resolve('db/migrations');

/** What a schema may hold that makes loading hard; the second file is newer than some backups. */
const HARD_SCHEMA = {
  '0001_first.sql': `
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
    create table courts (id integer primary key, head_id integer, name text not null);
    create table people (id integer primary key, court_id integer not null references courts, chief integer references people);
    alter table courts add foreign key (head_id) references people;
    create table entries (
      court_id integer not null references courts, id bigint generated always as identity primary key,
      note text, raw bytea, amount numeric(20, 4), ratio double precision, at timestamptz(3), detail jsonb, tags text[],
      doubled integer generated always as (court_id * 2) stored);
    create trigger refuse_change before insert or update or delete on entries for each row execute function refuse();
    create trigger refuse_truncate before truncate on entries for each statement execute function refuse();
    alter table entries enable always trigger refuse_change;
    create table "Odd ""名称""" ("select" text, "空 格" integer);
    alter table "Odd ""名称""" enable row level security;
    alter table "Odd ""名称""" force row level security;
    create table by_year (y integer, v text) partition by list (y);
    create table by_year_2025 partition of by_year for values in (2025);
    create table by_year_rest partition of by_year default;
    create schema apart;
    create table apart.empty (id uuid primary key);
    create sequence apart.numbers increment 5;
    create table seeded (code text primary key, name text);
    insert into seeded values ('A', '初值'), ('B', '初值');
    create materialized view entry_count as select count(*)::int as n from entries;`,
  '0002_second.sql': `alter table courts add column region text not null default '内蒙古';`,
};
const HARD_ROWS = `
  alter table entries disable trigger refuse_change;
  insert into courts select g, null, '法院' || g from generate_series(1, 3) g;
  insert into people values (1, 1, 1), (2, 1, 1), (3, 2, null);
  update courts set head_id = 2 where id = 1;
  insert into entries (court_id, note, raw, amount, ratio, at, detail, tags)
    select 1 + g % 3, E'行\\t' || g || E'\\n\\\\. ' || repeat('证', g % 50), decode(md5(g::text), 'hex'), g / 7.0, g / 3.0,
           timestamptz '2026-01-01 00:00:00.123+08' + g * interval '1 minute', jsonb_build_object('n', g, '空', null),
           array['a,b', null, '"']
    from generate_series(1, 20000) g;
  insert into entries (court_id, ratio, at) values (1, 'NaN', 'infinity'), (2, '-Infinity', null);
  insert into "Odd ""名称""" values (null, 1), ('', 2);
  insert into by_year values (2025, 'x'), (2030, 'y');
  update seeded set name = '改过' where code = 'A';
  delete from seeded where code = 'B';
  select nextval('apart.numbers'), nextval('apart.numbers');
  alter table entries enable always trigger refuse_change;`;

let base: string;
let hardMigrations: string;
const databases: string[] = [];
const opened: OwnerDatabase[] = [];

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const RUN = randomBytes(4).toString('hex');
/** No superuser, like the owner of the embedded database. */
const owner = { name: `backup_owner_${RUN}`, password: randomBytes(12).toString('hex') };
/** Sees the rows of a table that forces row security, and is otherwise the same. */
const seer = { name: `backup_seer_${RUN}`, password: owner.password };

async function emptyDatabase(of = owner): Promise<string> {
  const server = readTestServer();
  const name = `backup_${randomBytes(6).toString('hex')}`;
  await withClient(server.adminUrl, (admin) => admin.query(`create database ${name} owner ${of.name}`));
  databases.push(name);
  return urlOf(server, name, of);
}

async function migrated(folder: string, upTo?: number): Promise<string> {
  const url = await emptyDatabase(seer);
  await migrate(url, folder, undefined, upTo);
  return url;
}

/** Everything that the two sides of a round trip must have in common. */
async function describeDatabase(url: string): Promise<unknown> {
  return withClient(url, async (client) => {
    const rows: Record<string, unknown> = {};
    for (const table of (await listTables(client)).filter((found) => !found.isMigrationRunners)) {
      await client.query('set row_security = off');
      const name = quoteName(table);
      if (table.forcesRowSecurity) await client.query(`alter table ${name} no force row level security`);
      const { rows: found } = await client.query<{ sum: string; count: number }>(
        `select count(*)::int as count, md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as sum
         from ${name} t`,
      );
      if (table.forcesRowSecurity) await client.query(`alter table ${name} force row level security`);
      rows[name] = { ...table, rows: found };
    }
    const facts = async (statement: string) => (await client.query(statement)).rows as unknown;
    return {
      rows,
      keys: await facts(`select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated
                         from pg_constraint where conparentid = 0 and connamespace <> 'pg_catalog'::regnamespace
                         and connamespace <> 'information_schema'::regnamespace order by 1, 2`),
      triggers:
        await facts(`select tgrelid::regclass::text, tgname, tgenabled, tgisinternal or tgparentid <> 0 as inner
                             from pg_trigger where not tgisinternal order by 1, 2`),
      sequences: await facts(`select schemaname, sequencename, last_value from pg_sequences order by 1, 2`),
      schemas: await facts(`select nspname from pg_namespace where nspname !~ '^pg_' order by 1`),
    };
  });
}

async function newFolder(name: string): Promise<string> {
  return mkdtemp(path.join(base, `${name}-`));
}

async function storeFile(folder: string, content: Buffer): Promise<string> {
  const name = createHash('sha256').update(content).digest('hex');
  await mkdir(path.join(folder, '150800', name.slice(0, 2)), { recursive: true });
  await writeFile(path.join(folder, '150800', name.slice(0, 2), name), content);
  return path.join('150800', name.slice(0, 2), name);
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = (await work.then(
    () => new Error('went through'),
    (reason: unknown) => reason,
  )) as Refusal;
  if (error.code === undefined || error.sentence === undefined) throw error;
  expect(error.sentence.zh + error.sentence.en).not.toMatch(/\{\w+\}/);
  return error.code;
}

interface Source {
  readonly url: string;
  readonly files: string;
  readonly file: string;
}
let source: Source;

/** Restores the common backup, or another file of the same schema. */
function restoreInto(url: string, options: { file?: string; files?: string; migrations?: string } = {}) {
  return restoreBackup({
    ownerUrl: url,
    filesFolder: options.files ?? path.join(base, 'unused'),
    migrationsFolder: options.migrations ?? hardMigrations,
    file: options.file ?? source.file,
  });
}

beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'court-custody-backup-'));
  await withClient(readTestServer().adminUrl, async (admin) => {
    for (const [{ name, password }, right] of [[owner, ''] as const, [seer, 'bypassrls'] as const]) {
      await admin.query(`create role ${name} login createrole nosuperuser ${right} password '${password}'`);
    }
  });
  hardMigrations = await newFolder('migrations');
  for (const [name, sql] of Object.entries(HARD_SCHEMA))
    await writeFile(path.join(hardMigrations, name), sql);
  const url = await migrated(hardMigrations);
  const files = await newFolder('files');
  await withClient(url, async (client) => {
    await client.query(HARD_ROWS);
    await client.query('refresh materialized view entry_count');
  });
  for (const content of ['', '笔录', 'x'.repeat(700_001)]) await storeFile(files, Buffer.from(content));
  await writeFile(path.join(files, 'upload-7.partial'), 'not finished');
  source = { url, files, file: path.join(base, 'whole.tar.gz') };
  await createBackup({ ownerUrl: url, filesFolder: files, target: source.file, now: NOW });
});

afterAll(async () => {
  for (const database of opened) await database.close();
  const server = readTestServer();
  const roles = new Set<string>();
  for (const name of databases) {
    const found = await withClient(urlOf(server, name), (client) =>
      client.query<{ app_role: string }>('select app_role from installation').catch(() => ({ rows: [] })),
    );
    for (const { app_role } of found.rows) roles.add(app_role);
  }
  await withClient(server.adminUrl, async (admin) => {
    for (const name of databases) await admin.query(`drop database if exists ${name} with (force)`);
    for (const role of [...roles, owner.name, seer.name]) await admin.query(`drop role if exists ${role}`);
  });
  await rm(base, { recursive: true, force: true });
});

describe('backup and restore', () => {
  it('bring back every row, key, trigger, sequence and file, as an owner who is no superuser', async () => {
    const [target, files] = [await emptyDatabase(), await newFolder('restored')];
    const result = await restoreInto(target, { files });
    expect(result).toMatchObject({ rowCount: 20_013, fileCount: 3, createdAt: NOW.toISOString() });
    expect(await describeDatabase(target)).toEqual(await describeDatabase(source.url));
    const wanted = (await listFolder(source.files)).filter((name) => name !== 'upload-7.partial');
    expect(await listFolder(files)).toEqual(wanted);
    for (const name of wanted) {
      expect(await readFile(path.join(files, name))).toEqual(await readFile(path.join(source.files, name)));
    }
    await withClient(target, async (client) => {
      expect((await client.query('select n from entry_count')).rows).toEqual([{ n: 20_002 }]);
      await expect(client.query('delete from entries')).rejects.toThrow('append-only');
      await expect(client.query('insert into people values (9, 99, null)')).rejects.toThrow(/foreign key/);
    });
  });

  it('bring back the schema of the product', async () => {
    const url = await migrated(PROJECT_MIGRATIONS);
    const file = path.join(base, 'product.tar.gz');
    await createBackup({ ownerUrl: url, filesFolder: path.join(base, 'none'), target: file, now: NOW });
    const target = await emptyDatabase();
    await restoreInto(target, { file, migrations: PROJECT_MIGRATIONS });
    expect(await describeDatabase(target)).toEqual(await describeDatabase(url));
  });

  it('take an older backup on to the version of the program', async () => {
    const url = await migrated(hardMigrations, 1);
    await withClient(url, (client) => client.query(`insert into courts values (1, null, '旧')`));
    const file = path.join(base, 'older.tar.gz');
    await createBackup({ ownerUrl: url, filesFolder: path.join(base, 'none'), target: file, now: NOW });
    const target = await emptyDatabase();
    await restoreInto(target, { file });
    const courts = await withClient(target, (client) => client.query('select name, region from courts'));
    expect(courts.rows).toEqual([{ name: '旧', region: '内蒙古' }]);
  });

  it('work on the embedded server, whether the system runs or not', async () => {
    const [dataFolder, other] = [await newFolder('embedded'), await newFolder('embedded')];
    execFileSync('chmod', ['711', base, dataFolder, other]);
    const quiet = () => undefined;
    const place = { databaseUrl: undefined, dataFolder };
    expect(await refusalOf(openForBackup(place, quiet))).toBe('BACKUP_NOTHING_THERE');
    const system = await openForRestore(place, quiet);
    opened.push(system);
    await restoreInto(system.ownerUrl, { files: path.join(dataFolder, 'files') });
    expect(await refusalOf(openForRestore(place, quiet))).toBe('RESTORE_SERVER_RUNNING');
    const joined = await openForBackup(place, quiet);
    const file = path.join(base, 'embedded.tar.gz');
    const filesFolder = path.join(dataFolder, 'files');
    await withClient(joined.ownerUrl, (client) =>
      client.query('alter table "Odd ""名称""" no force row level security'),
    );
    await createBackup({ ownerUrl: joined.ownerUrl, filesFolder, target: file, now: NOW });
    await withClient(joined.ownerUrl, (client) =>
      client.query('alter table "Odd ""名称""" force row level security'),
    );
    await joined.close();
    const wanted = await describeDatabase(system.ownerUrl);
    await system.close();
    const second = await openForRestore({ databaseUrl: undefined, dataFolder: other }, quiet);
    opened.push(second);
    await restoreInto(second.ownerUrl, { file, files: path.join(other, 'files') });
    expect(await describeDatabase(second.ownerUrl)).toEqual(wanted);
    await second.close();
  });
});

describe('a backup', () => {
  it('is one snapshot, though rows are written meanwhile', async () => {
    const url = await migrated(hardMigrations);
    await withClient(url, async (client) => {
      await client.query('insert into courts select g, null, $1 from generate_series(1, 20000) g', [
        '甲'.repeat(80),
      ]);
      let left = false;
      const writing = (async () => {
        for (let id = 1; !left; id += 1) {
          await client.query('begin');
          await client.query(`insert into courts values ($1, null, '新')`, [100_000 + id]);
          await client.query('insert into people values ($1, $2, null)', [id, 100_000 + id]);
          await client.query('commit');
        }
      })();
      const file = path.join(base, 'busy.tar.gz');
      await createBackup({ ownerUrl: url, filesFolder: base, target: file, now: NOW });
      left = true;
      await writing;
      const target = await emptyDatabase();
      await restoreInto(target, { file });
      const counts = await withClient(target, (other) =>
        other.query('select (select count(*) from courts) - (select count(*) from people) as difference'),
      );
      expect(counts.rows).toEqual([{ difference: '20000' }]);
    });
  });

  it('opens with tar, and its manifest with sha256sum', async () => {
    const folder = await newFolder('untarred');
    execFileSync('tar', ['-xzf', source.file, '-C', folder]);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest.sha256'], { cwd: folder });
    expect((await stat(source.file)).mode & 0o777).toBe(0o600);
  });

  it('names the files whose content is no longer what their name says, and takes them as they are', async () => {
    const files = await newFolder('damaged');
    const name = await storeFile(files, Buffer.from('原件'));
    await writeFile(path.join(files, name), '改动');
    const url = await migrated(hardMigrations, 1);
    const file = path.join(base, 'damaged.tar.gz');
    const result = await createBackup({ ownerUrl: url, filesFolder: files, target: file, now: NOW });
    expect(result.damagedFiles).toEqual([name]);
  });

  it('is refused where a file is, where nothing can be written, and without our schema', async () => {
    const request = { ownerUrl: source.url, filesFolder: source.files, now: NOW };
    const before = await readFile(source.file);
    expect(await refusalOf(createBackup({ ...request, target: source.file }))).toBe('BACKUP_TARGET_EXISTS');
    expect(await readFile(source.file)).toEqual(before);
    const blocked = path.join(source.file, 'x.tar.gz');
    expect(await refusalOf(createBackup({ ...request, target: blocked }))).toBe('BACKUP_TARGET_UNWRITABLE');
    const target = path.join(base, 'nothing.tar.gz');
    const ownerUrl = await emptyDatabase();
    expect(await refusalOf(createBackup({ ...request, ownerUrl, target }))).toBe('BACKUP_NOTHING_THERE');
    const hidden = await emptyDatabase();
    await migrate(hidden, hardMigrations);
    expect(await refusalOf(createBackup({ ...request, ownerUrl: hidden, target }))).toBe(
      'BACKUP_ROWS_HIDDEN',
    );
    expect((await readdir(base)).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });
});

describe('a restore', () => {
  it('refuses a database with anything in it, and leaves it as it was', async () => {
    const url = await migrated(hardMigrations);
    const before = await describeDatabase(url);
    expect(await refusalOf(restoreInto(url))).toBe('RESTORE_NOT_EMPTY');
    expect(await describeDatabase(url)).toEqual(before);
  });

  it('goes on after it was cut off, unless the database has been used since', async () => {
    const url = await emptyDatabase();
    await withClient(url, (client) => claimEmptyDatabase(client));
    await migrate(url, hardMigrations);
    await restoreInto(url);
    expect(await describeDatabase(url)).toEqual(await describeDatabase(source.url));
    expect(await refusalOf(restoreInto(url))).toBe('RESTORE_NOT_EMPTY');

    const used = await emptyDatabase();
    const misfit = path.join(base, 'misfit.tar.gz');
    await rewriteBackup(source.file, misfit, (name, content) =>
      name.startsWith('tables/') && name.includes('public.people')
        ? Buffer.concat([content, Buffer.from('77\t999\t\\N\n')])
        : content,
    );
    expect(await refusalOf(restoreInto(used, { file: misfit }))).toBe('RESTORE_NOT_IDENTICAL');
    await withClient(used, (client) => client.query(`insert into courts values (5, null, '已用')`));
    expect(await refusalOf(restoreInto(used))).toBe('RESTORE_NOT_EMPTY');
  });

  it.each([
    ['is cut', (whole: Buffer) => whole.subarray(0, whole.length - 4000)],
    ['is cut to nothing', () => Buffer.alloc(0)],
    ['is another kind of file', () => Buffer.from('日期,金额\n')],
    ['is an archive of something else', () => gzipSync(Buffer.alloc(4096))],
    [
      'has one byte changed before it was compressed',
      (whole: Buffer) => {
        const plain = gunzipSync(whole);
        const at = plain.indexOf('法院2');
        plain.write('9', at + 6);
        return gzipSync(plain);
      },
    ],
  ])('refuses a file that %s, and writes nothing', async (_name, damage) => {
    const file = path.join(await newFolder('bad'), 'bad.tar.gz');
    await writeFile(file, damage(await readFile(source.file)));
    const url = await emptyDatabase();
    expect(await refusalOf(restoreInto(url, { file }))).toBe('BACKUP_DAMAGED');
    expect(await withClient(url, listTables)).toEqual([]);
  });

  it('refuses a backup from another line of the program', async () => {
    const [older, altered] = [await newFolder('older'), await newFolder('altered')];
    await cp(path.join(hardMigrations, '0001_first.sql'), path.join(older, '0001_first.sql'));
    const url = await emptyDatabase();
    expect(await refusalOf(restoreInto(url, { migrations: older }))).toBe('BACKUP_FORMAT_NEWER');
    await cp(hardMigrations, altered, { recursive: true });
    await writeFile(path.join(altered, '0002_second.sql'), 'select 1');
    expect(await refusalOf(restoreInto(url, { migrations: altered }))).toBe('BACKUP_MIGRATION_DIFFERS');
    expect(await refusalOf(restoreInto(url, { file: path.join(base, 'absent') }))).toBe(
      'BACKUP_FILE_MISSING',
    );
    expect(await withClient(url, listTables)).toEqual([]);
  });

  it('writes no file outside its folder', async () => {
    const file = path.join(base, 'escape.tar.gz');
    const address = 'a'.repeat(64);
    await rewriteBackup(source.file, file, (_name, content) => content, [`files/../../${address}`]);
    const files = await newFolder('deep');
    expect(await refusalOf(restoreInto(await emptyDatabase(), { file, files }))).toBe('BACKUP_DAMAGED');
    expect(await listFolder(base)).not.toContain(address);
  });
});

/** A backup with other content whose manifest fits again, as a program of its own could write it. */
async function rewriteBackup(
  from: string,
  to: string,
  change: (name: string, content: Buffer) => Buffer,
  furtherNames: readonly string[] = [],
): Promise<void> {
  const parts: Buffer[] = [];
  const manifest: string[] = [];
  const add = (name: string, content: Buffer) => {
    parts.push(tarHeader(name, content.length, NOW), content, tarPadding(content.length));
    manifest.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
  };
  for await (const entry of readTar(oneChunk(gunzipSync(await readFile(from))))) {
    const content: Buffer[] = [];
    for await (const chunk of entry.content) content.push(chunk);
    if (entry.name === 'summary.json') for (const name of furtherNames) add(name, Buffer.from('x'));
    if (entry.name === 'manifest.sha256') add(entry.name, Buffer.from(manifest.join('')));
    else add(entry.name, change(entry.name, Buffer.concat(content)));
  }
  await writeFile(to, gzipSync(Buffer.concat([...parts, tarEnd()])));
}

async function* oneChunk(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

describe('the tar reader', () => {
  it('gives back what the writer wrote, however the bytes are cut', async () => {
    const name = fc.stringMatching(/^[a-z0-9-]{1,40}(\/[a-z0-9-]{1,60}){0,3}$/);
    const files = fc.array(fc.record({ name, content: fc.uint8Array({ maxLength: 1500 }) }), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 1024 }), async (given, chunkBytes) => {
        const archive = Buffer.concat([
          ...given.flatMap((file) => [
            tarHeader(file.name, file.content.length, NOW),
            Buffer.from(file.content),
            tarPadding(file.content.length),
          ]),
          tarEnd(),
        ]);
        async function* cut() {
          for (let at = 0; at < archive.length; at += chunkBytes) yield archive.subarray(at, at + chunkBytes);
        }
        const read: { name: string; content: Uint8Array }[] = [];
        for await (const entry of readTar(cut())) {
          const chunks: Buffer[] = [];
          for await (const chunk of entry.content) chunks.push(chunk);
          read.push({ name: entry.name, content: new Uint8Array(Buffer.concat(chunks)) });
        }
        expect(read).toEqual(
          given.map((file) => ({ name: file.name, content: new Uint8Array(file.content) })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

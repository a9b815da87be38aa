/** Brings the schema to this code's version: plain SQL files, numbered, frozen, forward-only. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Sentence } from './errors.ts';

export const OLDEST_POSTGRES = 15;
/** Any number: two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_350_081;

/** The start cannot go on; the sentence says why and what to do. */
export class StartRefused extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
    this.name = 'StartRefused';
  }
}

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export interface MigrationResult {
  /** The role the application connects as: it owns nothing and is no superuser. */
  readonly appRole: string;
  readonly applied: readonly string[];
  readonly version: number;
}

/** The files `0001_name.sql` … of a folder, in order. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

async function prepareInstallation(client: pg.Client): Promise<string> {
  await client.query(`
    create table if not exists schema_migrations (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz(3) not null default now());
    create table if not exists installation (
      singleton boolean primary key default true check (singleton), app_role text not null,
      installed_at timestamptz(3) not null default now())`);
  const existing = await client.query<{ app_role: string }>('select app_role from installation');
  const known = existing.rows[0]?.app_role;
  const appRole = known ?? `court_custody_${randomBytes(5).toString('hex')}`;
  const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
  if (role.rowCount === 0) {
    await client.query(
      `create role ${pg.escapeIdentifier(appRole)} login nosuperuser nocreatedb nocreaterole nobypassrls`,
    );
  }
  if (known === undefined) await client.query('insert into installation (app_role) values ($1)', [appRole]);
  await client.query(`grant usage on schema public to ${pg.escapeIdentifier(appRole)};
    revoke create on schema public from public;
    grant select on schema_migrations, installation to ${pg.escapeIdentifier(appRole)}`);
  return appRole;
}

function refuseUnfitDatabase(
  files: readonly MigrationFile[],
  applied: readonly { number: number; sha256: string }[],
): void {
  const newest = files.at(-1)?.number ?? 0;
  const newestApplied = applied.at(-1)?.number ?? 0;
  if (newestApplied > newest) {
    throw new StartRefused({
      zh: `数据库版本（${newestApplied}）比程序（${newest}）新，请先升级程序再启动。`,
      en: `The database (version ${newestApplied}) is newer than this program (${newest}). Update the program, then start.`,
    });
  }
  const changed = applied.find((row) =>
    files.some((file) => file.number === row.number && file.sha256 !== row.sha256),
  );
  if (changed) {
    throw new StartRefused({
      zh: `数据库迁移 ${changed.number} 与程序自带的文件不一致，请使用建库时的程序版本。`,
      en: `Migration ${changed.number} of the database differs from the program's file. Use an unaltered release.`,
    });
  }
}

/**
 * Migrates as the owner. `say` is told each file applied. `upTo` stops at a version, for restoring an older backup.
 * Throws StartRefused when the server is too old or the database is newer than the files.
 */
export async function migrate(
  ownerUrl: string,
  folder: string,
  say: (sentence: Sentence) => void = () => {},
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<MigrationResult> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'court-custody migrations' });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10000);
    if (major < OLDEST_POSTGRES) {
      throw new StartRefused({
        zh: `PostgreSQL ${major} 版本过低，请使用 ${OLDEST_POSTGRES} 或更高版本。`,
        en: `PostgreSQL ${major} is too old. Use version ${OLDEST_POSTGRES} or newer.`,
      });
    }
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const files = (await readMigrations(folder)).filter((file) => file.number <= upTo);
    const appRole = await prepareInstallation(client);
    const applied = await client.query<{ number: number; sha256: string }>(
      'select number, sha256 from schema_migrations order by number',
    );
    refuseUnfitDatabase(files, applied.rows);
    const pending = files.filter((file) => !applied.rows.some((row) => row.number === file.number));
    for (const file of pending) {
      say({ zh: `更新数据库结构：${file.name}`, en: `Updating the schema: ${file.name}` });
      await applyMigration(client, file);
    }
    return { appRole, applied: pending.map((file) => file.name), version: files.at(-1)?.number ?? 0 };
  } finally {
    await client.end();
  }
}

async function applyMigration(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query('insert into schema_migrations (number, name, sha256) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.sha256,
    ]);
    await client.query(file.sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.name} failed`, { cause: error });
  }
}

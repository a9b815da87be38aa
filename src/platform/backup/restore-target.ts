/**
 * Is the database free for a restore? Free is one without a table of ours, or one that a restore has begun to fill and
 * nobody has used since: a schema of its own keeps the row counts as the migrations left them.
 */
import type pg from 'pg';
import { refuseBackup } from './backup-refusals.ts';
import { listTables, quoteName, RESTORE_SCHEMA } from './database-catalog.ts';

/** In a transaction that is rolled back: forced row security would hide rows from an owner. */
async function countRows(client: pg.ClientBase): Promise<Map<string, string>> {
  const counts = new Map<string, string>();
  await client.query('begin');
  for (const table of await listTables(client)) {
    const name = quoteName(table);
    if (table.forcesRowSecurity) await client.query(`alter table ${name} no force row level security`);
    const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${name}`);
    counts.set(name, rows[0]?.count ?? '');
  }
  await client.query('rollback');
  return counts;
}

async function readNote(client: pg.ClientBase): Promise<Map<string, string> | null> {
  const { rows } = await client.query<{ noted: boolean }>('select to_regclass($1) is not null as noted', [
    `${RESTORE_SCHEMA}.row_counts`,
  ]);
  if (rows[0]?.noted !== true) return null;
  const note = await client.query<{ table_name: string; row_count: string }>(
    `select table_name, row_count::text from ${RESTORE_SCHEMA}.row_counts`,
  );
  return new Map(note.rows.map((row) => [row.table_name, row.row_count]));
}

function isSame(left: Map<string, string>, right: Map<string, string>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}

/** Throws Refusal RESTORE_NOT_EMPTY; otherwise leaves the note that a restore has begun. */
export async function claimEmptyDatabase(client: pg.ClientBase): Promise<void> {
  const note = await readNote(client);
  if (note === null && (await listTables(client)).length > 0) throw refuseBackup('RESTORE_NOT_EMPTY');
  if (note !== null && note.size > 0 && !isSame(note, await countRows(client))) {
    throw refuseBackup('RESTORE_NOT_EMPTY');
  }
  await client.query(`create schema if not exists ${RESTORE_SCHEMA};
    create table if not exists ${RESTORE_SCHEMA}.row_counts (table_name text primary key, row_count bigint not null)`);
}

/** Notes what the migrations left, so that a restore that was cut off can be told from a database in use. */
export async function noteMigratedRows(client: pg.ClientBase): Promise<void> {
  const counts = [...(await countRows(client))];
  await client.query('begin');
  await client.query(`delete from ${RESTORE_SCHEMA}.row_counts`);
  await client.query(
    `insert into ${RESTORE_SCHEMA}.row_counts select * from unnest($1::text[], $2::bigint[])`,
    [counts.map(([table]) => table), counts.map(([, count]) => count)],
  );
  await client.query('commit');
}

/** Part of the transaction that loads the rows: the note goes when they are there. */
export async function forgetRestore(client: pg.ClientBase): Promise<void> {
  await client.query(`drop schema ${RESTORE_SCHEMA} cascade`);
}

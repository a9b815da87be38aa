/** Indexes are put aside while many rows come in, and made again afterwards, which is many times faster. */
import type pg from 'pg';

const GROWING_TABLES = ['assets', 'asset_search', 'asset_aliases', 'ledger_entries'];

/** Drops every index that is no constraint; answers what makes them again. */
export async function dropSecondaryIndexes(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [GROWING_TABLES],
  );
  for (const { name } of rows) await admin.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

export async function createIndexes(admin: pg.Client, definitions: readonly string[]): Promise<void> {
  await admin.query("set maintenance_work_mem = '1GB'");
  for (const definition of definitions) await admin.query(definition);
  await admin.query('reset maintenance_work_mem');
}

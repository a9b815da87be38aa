/** Rows of the national table of asset classes, common to all courts. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { AssetClass } from './asset-classes.ts';

/** A connection as the owner of the schema; only what this file asks of it. */
export interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<{ rowCount: number | null }>;
}

export interface ShippedClass {
  readonly code: string;
  readonly name: string;
  readonly sourced: boolean;
  readonly depreciationYears: number | null;
}

/** Answers how many rows were added or changed; imported rows are left alone. */
export async function upsertShippedClasses(
  owner: OwnerConnection,
  edition: string,
  classes: readonly ShippedClass[],
): Promise<number> {
  const rows = classes.map((each) => ({ ...each, depreciation_years: each.depreciationYears }));
  const { rowCount } = await owner.query(
    `insert into asset_classes as class (code, name, edition, sourced, depreciation_years, updated_at)
     select code, name, $1, sourced, depreciation_years, now()
     from jsonb_to_recordset($2::jsonb) as shipped(code text, name text, sourced boolean, depreciation_years integer)
     on conflict (code) do update set name = excluded.name, edition = excluded.edition, sourced = excluded.sourced,
       depreciation_years = excluded.depreciation_years, updated_at = excluded.updated_at
     where not class.imported and (class.name, class.edition, class.sourced, class.depreciation_years)
       is distinct from (excluded.name, excluded.edition, excluded.sourced, excluded.depreciation_years)`,
    [edition, JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

export interface AssetClassRow extends AssetClass {
  readonly imported: boolean;
}

/** The whole table, by code. */
export async function listAssetClassRows(reader: TenantReader): Promise<AssetClassRow[]> {
  const { rows } = await sql<AssetClassRow>`select code, name, edition, sourced, imported,
    depreciation_years as "depreciationYears" from asset_classes order by code`.execute(reader);
  return rows;
}

/** Names of classes by code, as the table has them today. */
export async function listClassNames(
  reader: TenantReader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from asset_classes where code = any(${codes}::text[])`.execute(reader);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

export interface ImportedClass {
  readonly code: string;
  readonly name: string;
  readonly depreciationYears: number | null;
}

/** Rows of the official table: checked by whoever imports them, no longer changed by the shipped table. */
export async function upsertImportedClasses(
  trx: TenantTransaction,
  edition: string,
  now: Date,
  classes: readonly ImportedClass[],
): Promise<void> {
  await sql`
    insert into asset_classes (code, name, edition, sourced, imported, depreciation_years, updated_at)
    select code, name, ${edition}, true, true, "depreciationYears", ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as given(code text, name text,
      "depreciationYears" integer)
    order by code
    on conflict (code) do update set name = excluded.name, edition = excluded.edition, sourced = true,
      imported = true, depreciation_years = excluded.depreciation_years, updated_at = excluded.updated_at`.execute(
    trx,
  );
}

/** The table is common to all courts; the court at the top keeps it. */
export async function isTopCourt(reader: TenantReader, courtId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('courts')
    .select('parent_id')
    .where('id', '=', courtId)
    .executeTakeFirst();
  return row !== undefined && row.parent_id === null;
}

/** Mappings of columns that are kept with the headers they were made for. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

/** As stored; whoever reads it checks it, since fields come and go with versions. */
export interface KeptMappingRow {
  readonly columns: unknown;
  readonly settings: unknown;
}

export async function findMapping(
  reader: TenantReader,
  courtId: number,
  target: string,
  fingerprint: string,
): Promise<KeptMappingRow | undefined> {
  return reader
    .selectFrom('import_mappings')
    .select(['columns', 'settings'])
    .where('court_id', '=', courtId)
    .where('target', '=', target)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
}

export async function upsertMapping(
  trx: TenantTransaction,
  mapping: {
    readonly courtId: number;
    readonly target: string;
    readonly fingerprint: string;
    readonly columns: unknown;
    readonly settings: unknown;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into import_mappings (court_id, target, fingerprint, columns, settings, updated_by, updated_at)
    values (${mapping.courtId}, ${mapping.target}, ${mapping.fingerprint}, ${JSON.stringify(mapping.columns)}::jsonb,
      ${JSON.stringify(mapping.settings)}::jsonb, ${mapping.by}, ${mapping.at})
    on conflict (court_id, target, fingerprint) do update set columns = excluded.columns,
      settings = excluded.settings, updated_by = excluded.updated_by, updated_at = excluded.updated_at`.execute(
    trx,
  );
}

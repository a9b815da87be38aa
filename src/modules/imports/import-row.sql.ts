/** What the last file said about each thing, as hashes. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface RememberedRow {
  readonly subjectId: string;
  /** Hexadecimal, 16 bytes. */
  readonly rowHash: string;
  readonly identityHash: string | null;
}

const COLUMNS = sql.raw(
  `subject_id as "subjectId", encode(row_hash, 'hex') as "rowHash", encode(identity_hash, 'hex') as "identityHash"`,
);

export async function listRowsOfSubjects(
  reader: TenantReader,
  courtId: number,
  target: string,
  subjectIds: readonly string[],
): Promise<RememberedRow[]> {
  const { rows } = await sql<RememberedRow>`select ${COLUMNS} from import_rows
    where court_id = ${courtId} and target = ${target} and subject_id = any(${subjectIds}::uuid[])`.execute(
    reader,
  );
  return rows;
}

/** In the order in which the things came into being. */
export async function listRowsOfIdentities(
  reader: TenantReader,
  courtId: number,
  target: string,
  identityHashes: readonly string[],
): Promise<RememberedRow[]> {
  const { rows } = await sql<RememberedRow>`select ${COLUMNS} from import_rows
    where court_id = ${courtId} and target = ${target}
      and identity_hash = any(array(select decode(hash, 'hex') from unnest(${identityHashes}::text[]) as hash))
    order by subject_id`.execute(reader);
  return rows;
}

/** A thing that once came without a number stays known by what it said then. */
export async function upsertRows(
  trx: TenantTransaction,
  at: { readonly courtId: number; readonly target: string; readonly runId: string },
  rows: readonly RememberedRow[],
): Promise<void> {
  await sql`
    insert into import_rows as kept (court_id, target, subject_id, row_hash, identity_hash, run_id)
    select ${at.courtId}::integer, ${at.target}, subject_id, decode(row_hash, 'hex'), decode(identity_hash, 'hex'),
      ${at.runId}::uuid
    from unnest(${rows.map((row) => row.subjectId)}::uuid[], ${rows.map((row) => row.rowHash)}::text[],
      ${rows.map((row) => row.identityHash)}::text[]) as said(subject_id, row_hash, identity_hash)
    on conflict (court_id, target, subject_id) do update set row_hash = excluded.row_hash,
      identity_hash = coalesce(excluded.identity_hash, kept.identity_hash), run_id = excluded.run_id`.execute(
    trx,
  );
}

import { sql } from 'kysely';
import type { Statement, TenantReader, TenantTransaction } from '../../platform/database.ts';

/** Takes `count` serials in a row; returns the first. Concurrent takers queue on the counter's row. */
export async function updateCodeCounter(
  trx: TenantTransaction,
  courtId: number,
  kind: string,
  count: number,
): Promise<number> {
  const { rows } = await sql<{ last_serial: number }>`
    insert into item_code_counters as counter (court_id, kind, last_serial) values (${courtId}, ${kind}, ${count})
    on conflict (court_id, kind) do update set last_serial = counter.last_serial + excluded.last_serial
    returning last_serial`.execute(trx);
  const last = rows[0]?.last_serial;
  if (last === undefined) throw new Error('the code counter answered nothing');
  return last - count + 1;
}

/** Codes of things, or, with a batch and without a thing, of blank labels. */
export function itemCodesStatement(
  courtId: number,
  issuedAt: Date,
  rows: readonly { code: string; subjectId: string | null }[],
  batchId: string | null = null,
): Statement {
  return sql`insert into item_codes (code, court_id, subject_id, batch_id, issued_at)
    select code, ${courtId}::integer, subject_id, ${batchId}::uuid, ${issuedAt}::timestamptz
    from unnest(${rows.map((row) => row.code)}::text[], ${rows.map((row) => row.subjectId)}::uuid[])
      as issued(code, subject_id)`;
}

export async function insertItemCodes(
  trx: TenantTransaction,
  ...codes: Parameters<typeof itemCodesStatement>
): Promise<void> {
  await itemCodesStatement(...codes).execute(trx);
}

export async function findCourtDivisionNumber(reader: TenantReader, courtId: number): Promise<string> {
  const court = await reader
    .selectFrom('courts')
    .select('division_number')
    .where('id', '=', courtId)
    .executeTakeFirstOrThrow();
  return court.division_number;
}

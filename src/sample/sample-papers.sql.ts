/** Where in the sample court something happened that papers are made of. */
import { sql } from 'kysely';
import type { TenantReader } from '../platform/database.ts';

/** The cases in which each of these kinds happened, or was approved, last. */
export async function listCasesOfKinds(
  reader: TenantReader,
  courtId: number,
  { kinds, requestKinds }: { readonly kinds: readonly string[]; readonly requestKinds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct "caseId" from (
      select distinct on (entry.kind) book.subject_id as "caseId" from ledger_entries entry
      join ledger_books book on book.court_id = entry.court_id and book.id = entry.book_id
      where entry.court_id = ${courtId} and entry.book_kind = 'case' and entry.kind = any(${kinds}::text[])
      order by entry.kind, entry.occurred_at desc) happened
    union
    select "caseId" from (
      select distinct on (request.kind) item.case_id as "caseId" from approval_requests request
      join approval_lines line on line.court_id = request.court_id and line.request_id = request.id
      join seized_items item on item.court_id = line.court_id and item.id = line.subject_id
      where request.court_id = ${courtId} and request.kind = any(${requestKinds}::text[])
        and request.state in ('approved', 'used')
      order by request.kind, request.decided_at desc) approved
    order by 1`.execute(reader);
  return rows.map(({ caseId }) => caseId);
}

/** Handovers of rooms that are over. */
export async function listCountedHandovers(
  reader: TenantReader,
  courtId: number,
): Promise<{ id: string; completedAt: Date }[]> {
  const { rows } = await sql<{ id: string; completedAt: Date }>`
    select id, completed_at as "completedAt" from handovers
    where court_id = ${courtId} and completed_at is not null order by completed_at, id`.execute(reader);
  return rows;
}

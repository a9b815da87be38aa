/** The number of an item in its case. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';

/** The next 第 n 件 of a case; the case's book is locked. */
export async function findNextItemNumber(
  trx: TenantTransaction,
  courtId: number,
  caseId: string,
): Promise<number> {
  const { rows } = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from seized_items
    where court_id = ${courtId} and case_id = ${caseId}`.execute(trx);
  return rows[0]?.next ?? 1;
}

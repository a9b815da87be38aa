/** Heads of books by what they belong to. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';
import type { BookHead } from './book.ts';
import type { BookKind } from './entry.ts';

/**
 * Locks the books of these subjects in the order of the books' ids, so that two commands never wait in a circle; a
 * subject without a book is absent. The heads are read after the wait.
 */
export async function lockBooksOf(
  trx: TenantTransaction,
  courtId: number,
  kind: BookKind,
  subjectIds: readonly string[],
): Promise<BookHead[]> {
  await sql`select id from ledger_books where court_id = ${courtId} and kind = ${kind}
    and subject_id = any(${subjectIds}::uuid[]) order by id for update`.execute(trx);
  const { rows } = await sql<BookHead>`
    select court_id as "courtId", id, kind, subject_id as "subjectId", hash_algorithm as "hashAlgorithm",
      last_sequence as "lastSequence", last_hash as "lastHash"
    from ledger_books
    where court_id = ${courtId} and kind = ${kind} and subject_id = any(${subjectIds}::uuid[])
    order by id`.execute(trx);
  return rows;
}

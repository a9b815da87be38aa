/** Entries of a book, for those who read it. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { chainedEntryOf, type EntryRow } from './ledger-verification.sql.ts';
import type { BookKind, ChainedEntry } from './entry.ts';

/** Every entry of the book of a subject, by sequence; none when there is no such book. */
export async function listBookEntries(
  reader: TenantReader,
  book: { readonly courtId: number; readonly kind: BookKind; readonly subjectId: string },
): Promise<ChainedEntry[]> {
  const { rows } = await sql<EntryRow>`
    select entry.* from ledger_books book
    join ledger_entries entry on entry.court_id = book.court_id and entry.book_id = book.id
    where book.court_id = ${book.courtId} and book.kind = ${book.kind} and book.subject_id = ${book.subjectId}
    order by entry.sequence`.execute(reader);
  return rows.map(chainedEntryOf);
}

/** The entries of a case's book that concern one item, by sequence. */
export async function listEntriesOfItem(
  reader: TenantReader,
  item: { readonly courtId: number; readonly bookId: string; readonly itemId: string },
): Promise<ChainedEntry[]> {
  const { rows } = await sql<EntryRow>`
    select entry.* from readable_ledger_entries entry
    where entry.court_id = ${item.courtId} and entry.book_id = ${item.bookId} and entry.book_kind = 'case'
      and entry.details ->> 'itemId' = ${item.itemId}
    order by entry.sequence`.execute(reader);
  return rows.map(chainedEntryOf);
}

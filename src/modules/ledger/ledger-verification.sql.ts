/** Reads books and entries in chain order, page by page, for verification: as the owner, every court. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import { normaliseQuantity, type BookKind, type ChainedEntry, type HashAlgorithm } from './entry.ts';
import type { BookHead, BookWithEntries } from './book.ts';

const BOOKS_A_PAGE = 1000;

interface BookRow {
  court_id: number;
  id: string;
  kind: BookKind;
  subject_id: string;
  hash_algorithm: HashAlgorithm;
  last_sequence: number;
  last_hash: Buffer;
}

async function listBooksAfter(
  db: Kysely<DB>,
  after: { courtId: number; id: string } | undefined,
): Promise<BookHead[]> {
  const { rows } = await sql<BookRow>`
    select court_id, id, kind, subject_id, hash_algorithm, last_sequence, last_hash from ledger_books
    where (court_id, id) > (${after?.courtId ?? 0}::integer, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by court_id, id limit ${BOOKS_A_PAGE}`.execute(db);
  return rows.map((row) => ({
    courtId: row.court_id,
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    hashAlgorithm: row.hash_algorithm,
    lastSequence: row.last_sequence,
    lastHash: row.last_hash,
  }));
}

export type EntryRow = Awaited<ReturnType<typeof readEntryRows>>[number];

async function readEntryRows(db: Kysely<DB>, first: BookHead, last: BookHead) {
  return db
    .selectFrom('ledger_entries')
    .selectAll()
    .where(sql<boolean>`(court_id, book_id) >= (${first.courtId}::integer, ${first.id}::uuid)`)
    .where(sql<boolean>`(court_id, book_id) <= (${last.courtId}::integer, ${last.id}::uuid)`)
    .orderBy('court_id')
    .orderBy('book_id')
    .orderBy('sequence')
    .execute();
}

function positionOf(row: EntryRow, side: 'from' | 'to'): ChainedEntry['from'] {
  return {
    status: row[`${side}_status`],
    departmentId: row[`${side}_department_id`],
    department: row[`${side}_department`],
    holderId: row[`${side}_holder_id`],
    holder: row[`${side}_holder`],
    placeId: row[`${side}_place_id`],
    place: row[`${side}_place`],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entry as it was hashed. Details that are no object are hashed as nothing, and so show as a difference. */
export function chainedEntryOf(row: EntryRow): ChainedEntry {
  return {
    courtId: row.court_id,
    bookId: row.book_id,
    sequence: row.sequence,
    id: row.id,
    // why: the column holds what EntryContent calls a kind of book; a foreign value changes the hash and is found.
    bookKind: row.book_kind as BookKind,
    kind: row.kind,
    occurredAtMs: row.occurred_at.getTime(),
    recordedAtMs: row.recorded_at.getTime(),
    late: row.late,
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorDepartment: row.actor_department,
    secondPersonId: row.second_person_id,
    secondPersonName: row.second_person_name,
    counterparty: row.counterparty,
    basis: row.basis,
    note: row.note,
    from: positionOf(row, 'from'),
    to: positionOf(row, 'to'),
    quantity: normaliseQuantity(row.quantity),
    unit: row.unit,
    amountFen: row.amount_fen,
    currency: row.currency,
    details: isRecord(row.details) ? row.details : {},
    correctsSequence: row.corrects_sequence,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** Every book of every court with its entries, in pages, in one snapshot when `db` is a transaction. */
export async function* streamBooks(db: Kysely<DB>): AsyncGenerator<readonly BookWithEntries[]> {
  let after: BookHead | undefined;
  for (;;) {
    const books = await listBooksAfter(db, after);
    const [first, last] = [books[0], books.at(-1)];
    if (!first || !last) return;
    const entriesByBook = new Map<string, ChainedEntry[]>(
      books.map((book) => [`${book.courtId}/${book.id}`, []]),
    );
    for (const row of await readEntryRows(db, first, last)) {
      entriesByBook.get(`${row.court_id}/${row.book_id}`)?.push(chainedEntryOf(row));
    }
    yield books.map((book) => ({ book, entries: entriesByBook.get(`${book.courtId}/${book.id}`) ?? [] }));
    after = last;
  }
}

/** The last hash of another court's book that a first entry may quote: the hash before entry 1 as the book keeps it. */
export async function countEntriesWithoutBook(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ledger_entries entry
    where not exists (select from ledger_books book where book.court_id = entry.court_id and book.id = entry.book_id)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

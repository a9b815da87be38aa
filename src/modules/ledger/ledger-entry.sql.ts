/** Appending to books. A book's row is locked before its head is read, so entries of one book never race. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type Statement, type TenantTransaction } from '../../platform/database.ts';
import { rowSet } from '../../platform/row-set.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';
import type { BookHead } from './book.ts';
import type { ChainedEntry } from './entry.ts';

/** New books with all their entries so far; a book without any has its own head. */
export function newBookStatements(
  books: readonly BookHead[],
  openedAt: Date,
  entries: readonly ChainedEntry[],
): Statement[] {
  const heads = new Map(entries.map((entry) => [entry.bookId, entry]));
  const headed = books.map((book) => {
    const head = heads.get(book.id);
    return head ? { ...book, lastSequence: head.sequence, lastHash: head.hash } : book;
  });
  const bookRows = headed.map((book) => bookRowOf(book, openedAt));
  return [
    sql`insert into ledger_books (${BOOK_COLUMNS})
      select ${BOOK_COLUMNS} from ${rowSet('book', BOOK_TYPES, bookRows)}`,
    sql`insert into ledger_entries (${ENTRY_COLUMNS})
      select ${ENTRY_COLUMNS} from ${rowSet('entry', ENTRY_TYPES, entries.map(entryRowOf))}`,
  ];
}

const BOOK_TYPES = {
  id: 'uuid',
  court_id: 'integer',
  kind: 'text',
  subject_id: 'uuid',
  hash_algorithm: 'text',
  opened_at: 'timestamptz',
  last_sequence: 'integer',
  last_hash: 'bytea',
} as const;
const BOOK_COLUMNS = sql.raw(Object.keys(BOOK_TYPES).join(', '));

function bookRowOf(book: BookHead, openedAt: Date): Record<keyof typeof BOOK_TYPES, unknown> {
  return {
    id: book.id,
    court_id: book.courtId,
    kind: book.kind,
    subject_id: book.subjectId,
    hash_algorithm: book.hashAlgorithm,
    opened_at: openedAt,
    last_sequence: book.lastSequence,
    last_hash: byteText(book.lastHash),
  };
}

function byteText(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

const ENTRY_TYPES = {
  book_id: 'uuid',
  court_id: 'integer',
  sequence: 'integer',
  id: 'uuid',
  book_kind: 'text',
  kind: 'text',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  late: 'boolean',
  actor_id: 'uuid',
  actor_name: 'text',
  actor_department: 'text',
  second_person_id: 'uuid',
  second_person_name: 'text',
  counterparty: 'text',
  basis: 'text',
  note: 'text',
  from_status: 'text',
  to_status: 'text',
  from_department_id: 'uuid',
  from_department: 'text',
  to_department_id: 'uuid',
  to_department: 'text',
  from_holder_id: 'uuid',
  from_holder: 'text',
  to_holder_id: 'uuid',
  to_holder: 'text',
  from_place_id: 'uuid',
  from_place: 'text',
  to_place_id: 'uuid',
  to_place: 'text',
  quantity: 'numeric',
  unit: 'text',
  amount_fen: 'bigint',
  currency: 'text',
  details: 'jsonb',
  corrects_sequence: 'integer',
  previous_hash: 'bytea',
  hash: 'bytea',
} as const;
const ENTRY_COLUMNS = sql.raw(Object.keys(ENTRY_TYPES).join(', '));

function entryRowOf(entry: ChainedEntry): Record<keyof typeof ENTRY_TYPES, unknown> {
  return {
    court_id: entry.courtId,
    book_id: entry.bookId,
    sequence: entry.sequence,
    id: entry.id,
    book_kind: entry.bookKind,
    kind: entry.kind,
    occurred_at: new Date(entry.occurredAtMs),
    recorded_at: new Date(entry.recordedAtMs),
    late: entry.late,
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    actor_department: entry.actorDepartment,
    second_person_id: entry.secondPersonId,
    second_person_name: entry.secondPersonName,
    counterparty: entry.counterparty,
    basis: entry.basis,
    note: entry.note,
    from_status: entry.from.status,
    to_status: entry.to.status,
    from_department_id: entry.from.departmentId,
    from_department: entry.from.department,
    to_department_id: entry.to.departmentId,
    to_department: entry.to.department,
    from_holder_id: entry.from.holderId,
    from_holder: entry.from.holder,
    to_holder_id: entry.to.holderId,
    to_holder: entry.to.holder,
    from_place_id: entry.from.placeId,
    from_place: entry.from.place,
    to_place_id: entry.to.placeId,
    to_place: entry.to.place,
    quantity: entry.quantity,
    unit: entry.unit,
    amount_fen: entry.amountFen,
    currency: entry.currency,
    details: entry.details,
    corrects_sequence: entry.correctsSequence,
    previous_hash: byteText(entry.previousHash),
    hash: byteText(entry.hash),
  };
}

/** For a statement whose text is the same whatever its entries. json and not jsonb: read once, in its own order. */
function inputOf(entries: readonly ChainedEntry[]) {
  const types = Object.entries(ENTRY_TYPES).map(([column, type]) => `${column} ${type}`);
  return sql`json_to_recordset(${rowSetJson(entries.map(entryRowOf))}::json) as entry(${sql.raw(types.join(', '))})`;
}

/** Entries of books that are there, and the new heads of the books, in one statement. */
export async function insertEntries(trx: TenantTransaction, entries: readonly ChainedEntry[]): Promise<void> {
  const statement = sql`${PREPARED}
    with input as (
      select * from ${inputOf(entries)}
    ), heads as (
      update ledger_books book set last_sequence = head.sequence, last_hash = head.hash
      from (select distinct on (court_id, book_id) court_id, book_id, sequence, hash
            from input order by court_id, book_id, sequence desc) head
      where book.court_id = head.court_id and book.id = head.book_id
    )
    insert into ledger_entries (${ENTRY_COLUMNS}) select ${ENTRY_COLUMNS} from input`;
  await sendAhead(trx, statement);
}

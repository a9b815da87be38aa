/** Appending to books. A book's row is locked before its head is read, so entries of one book never race. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type TenantTransaction } from '../../platform/database.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';
import type { BookHead } from './book.ts';
import type { ChainedEntry } from './entry.ts';

/** New books with all their entries so far; a book without any has its own head. */
export async function insertBooksWithEntries(
  trx: TenantTransaction,
  books: readonly BookHead[],
  openedAt: Date,
  entries: readonly ChainedEntry[],
): Promise<void> {
  const heads = new Map(entries.map((entry) => [entry.bookId, entry]));
  await insertBooks(
    trx,
    books.map((book) => {
      const head = heads.get(book.id);
      return head ? { ...book, lastSequence: head.sequence, lastHash: head.hash } : book;
    }),
    openedAt,
  );
  await sql`insert into ledger_entries (${ENTRY_COLUMNS}) select ${ENTRY_VALUES} from ${inputOf(entries)}`.execute(
    trx,
  );
}

async function insertBooks(
  trx: TenantTransaction,
  books: readonly BookHead[],
  openedAt: Date,
): Promise<void> {
  const rows = books.map((book) => ({
    court_id: book.courtId,
    id: book.id,
    kind: book.kind,
    subject_id: book.subjectId,
    hash_algorithm: book.hashAlgorithm,
    last_sequence: book.lastSequence,
    last_hash: `\\x${book.lastHash.toString('hex')}`,
  }));
  await sql`
    insert into ledger_books (court_id, id, kind, subject_id, hash_algorithm, opened_at, last_sequence, last_hash)
    select court_id, id, kind, subject_id, hash_algorithm, ${openedAt}::timestamptz, last_sequence, last_hash::bytea
    from json_to_recordset(${rowSetJson(rows)}::json) as book(court_id integer, id uuid, kind text,
      subject_id uuid, hash_algorithm text, last_sequence integer, last_hash text)`.execute(trx);
}

function rowOf(entry: ChainedEntry): Record<string, unknown> {
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
    previous_hash: `\\x${entry.previousHash.toString('hex')}`,
    hash: `\\x${entry.hash.toString('hex')}`,
  };
}

const ENTRY_COLUMNS =
  sql.raw(`court_id, book_id, sequence, id, book_kind, kind, occurred_at, recorded_at, late,
  actor_id, actor_name, actor_department, second_person_id, second_person_name, counterparty, basis, note,
  from_status, to_status, from_department_id, from_department, to_department_id, to_department, from_holder_id,
  from_holder, to_holder_id, to_holder, from_place_id, from_place, to_place_id, to_place, quantity, unit,
  amount_fen, currency, details, corrects_sequence, previous_hash, hash`);
const ENTRY_VALUES =
  sql.raw(`court_id, book_id, sequence, id, book_kind, kind, occurred_at, recorded_at, late,
  actor_id, actor_name, actor_department, second_person_id, second_person_name, counterparty, basis, note,
  from_status, to_status, from_department_id, from_department, to_department_id, to_department, from_holder_id,
  from_holder, to_holder_id, to_holder, from_place_id, from_place, to_place_id, to_place, quantity, unit,
  amount_fen, currency, details, corrects_sequence, previous_hash::bytea, hash::bytea`);

/** json and not jsonb: the text is read once, in its own order. */
function inputOf(entries: readonly ChainedEntry[]) {
  return sql`json_to_recordset(${rowSetJson(entries.map(rowOf))}::json) as entry(court_id integer,
    book_id uuid, sequence integer, id uuid, book_kind text, kind text, occurred_at timestamptz,
    recorded_at timestamptz, late boolean, actor_id uuid, actor_name text, actor_department text,
    second_person_id uuid, second_person_name text, counterparty text, basis text, note text, from_status text,
    to_status text, from_department_id uuid, from_department text, to_department_id uuid, to_department text,
    from_holder_id uuid, from_holder text, to_holder_id uuid, to_holder text, from_place_id uuid, from_place text,
    to_place_id uuid, to_place text, quantity numeric, unit text, amount_fen bigint, currency text, details jsonb,
    corrects_sequence integer, previous_hash text, hash text)`;
}

/** Entries of books that are there, and the new heads of the books, in one statement. */
export async function insertEntries(trx: TenantTransaction, entries: readonly ChainedEntry[]): Promise<void> {
  const statement = sql`${PREPARED}
    with input as (
      select * from ${inputOf(entries)}
    ), heads as (
      update ledger_books book set last_sequence = head.sequence, last_hash = head.hash::bytea
      from (select distinct on (court_id, book_id) court_id, book_id, sequence, hash
            from input order by court_id, book_id, sequence desc) head
      where book.court_id = head.court_id and book.id = head.book_id
    )
    insert into ledger_entries (${ENTRY_COLUMNS}) select ${ENTRY_VALUES} from input`;
  await sendAhead(trx, statement);
}

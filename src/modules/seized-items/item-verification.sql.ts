/** The kept rows of seized items, for comparing with the books of their cases: as the owner, every court. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import type { ItemState } from './item-states.ts';
import type { ReplayedItem } from './replay-item.ts';

export interface KeptItem extends ReplayedItem {
  readonly courtId: number;
  readonly id: string;
  readonly bookId: string;
}

type Row = Omit<KeptItem, 'stateSinceMs' | 'dueAtMs' | 'state' | 'stateBefore'> & {
  state: ItemState;
  stateBefore: ItemState | null;
  stateSince: Date;
  dueAt: Date | null;
};

/** The items of the given books. */
export async function listKeptItems(
  db: Kysely<DB>,
  books: readonly { readonly courtId: number; readonly id: string; readonly subjectId: string }[],
): Promise<KeptItem[]> {
  const { rows } = await sql<Row>`
    select court_id as "courtId", id, book_id as "bookId", code, number, state, state_before as "stateBefore",
      on_hand as "onHand", unit, place_id as "placeId", holder_id as "holderId", keeper, seal_number as "sealNumber",
      due_at as "dueAt", container_id as "containerId", state_since as "stateSince", last_sequence as "lastSequence"
    from seized_items
    where (court_id, case_id) in (select * from unnest(${books.map(({ courtId }) => courtId)}::integer[],
      ${books.map(({ subjectId }) => subjectId)}::uuid[]))`.execute(db);
  return rows.map(({ stateSince, dueAt, onHand, ...row }) => ({
    ...row,
    onHand: normaliseQuantity(onHand),
    stateSinceMs: stateSince.getTime(),
    dueAtMs: dueAt?.getTime() ?? null,
  }));
}

/** Items that the book of their case does not claim. */
export async function countItemsWithoutBook(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from seized_items item
    where not exists (select from ledger_books book where book.court_id = item.court_id and book.id = item.book_id
      and book.kind = 'case' and book.subject_id = item.case_id)`.execute(db);
  return rows[0]?.count ?? 0;
}

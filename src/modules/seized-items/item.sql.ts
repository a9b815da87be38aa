/** Rows of seized items: lock with their books, insert, project. */
import { sql } from 'kysely';
import {
  ask,
  PREPARED,
  question,
  sendAhead,
  type Question,
  type Statement,
  type TenantReader,
  type TenantTransaction,
} from '../../platform/database.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';
import { normaliseQuantity, type Position } from '../ledger/entry.ts';
import type { BookHead } from '../ledger/book.ts';
import { CARD_COLUMNS, CARD_TYPES, cardRowOf } from './item-card-row.ts';
import type { ItemCategoryId, ItemFact, ItemGrade } from './item-categories.ts';
import type { ItemCard, Ownership } from './item-fields.ts';
import type { ItemStanding } from './item-standing.ts';
import type { ItemState } from './item-states.ts';
import { IS_SECRET } from './secret-item.sql.ts';

export interface LockedItem {
  readonly courtId: number;
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly facts: Readonly<Partial<Record<ItemFact, string>>>;
  readonly ownership: Ownership;
  readonly isUnverified: boolean;
  /** Its name is for those with clearance. */
  readonly isSecret: boolean;
  /** What its place must offer. */
  readonly keeping: readonly string[];
  /** In the unit of the item; null: no list says. */
  readonly listedQuantity: string | null;
  readonly version: number;
  readonly standing: ItemStanding;
  readonly position: Position;
  readonly lastOccurredAtMs: number;
  readonly book: BookHead;
}

export interface LockedRow {
  courtId: number;
  id: string;
  caseId: string;
  code: string;
  number: number;
  name: string;
  category: ItemCategoryId;
  grade: ItemGrade;
  facts: Partial<Record<ItemFact, string>>;
  ownership: Ownership;
  isUnverified: boolean;
  isSecret: boolean;
  keeping: string[];
  listedQuantity: string | null;
  version: number;
  unit: string;
  state: ItemState;
  stateBefore: ItemState | null;
  onHand: string;
  placeId: string | null;
  place: string | null;
  holderId: string | null;
  holder: string | null;
  keeper: string | null;
  sealNumber: string | null;
  dueAt: Date | null;
  containerId: string | null;
  lastOccurredAt: Date;
  bookId: string;
  hashAlgorithm: 'sha256' | 'sm3';
  lastSequence: number;
  lastHash: Buffer;
}

export function lockedItemOf(row: LockedRow): LockedItem {
  const { courtId, id, caseId, code, number, name, category, grade, facts, ownership } = row;
  const { state, placeId, place, holderId, holder, isUnverified, isSecret, version } = row;
  return {
    ...{
      courtId,
      id,
      caseId,
      code,
      number,
      name,
      category,
      grade,
      facts,
      ownership,
      isUnverified,
      isSecret,
      keeping: row.keeping,
      version,
    },
    listedQuantity: row.listedQuantity === null ? null : normaliseQuantity(row.listedQuantity),
    standing: {
      state,
      stateBefore: row.stateBefore,
      onHand: normaliseQuantity(row.onHand),
      unit: row.unit,
      placeId,
      holderId,
      keeper: row.keeper,
      sealNumber: row.sealNumber,
      dueAtMs: row.dueAt?.getTime() ?? null,
      containerId: row.containerId,
    },
    position: { status: state, departmentId: null, department: null, holderId, holder, placeId, place },
    lastOccurredAtMs: row.lastOccurredAt.getTime(),
    book: {
      courtId,
      id: row.bookId,
      kind: 'case',
      subjectId: caseId,
      hashAlgorithm: row.hashAlgorithm,
      lastSequence: row.lastSequence,
      lastHash: row.lastHash,
    },
  };
}

/**
 * Locks items and the books of their cases, always books first and in the order of ids, so that two commands never wait
 * in a circle. Ids that do not exist in the court are absent. Read after the wait.
 */
export async function lockItems(
  trx: TenantTransaction,
  courtId: number,
  itemIds: readonly string[],
): Promise<LockedItem[]> {
  await holdBooksOfItems(trx, courtId, itemIds);
  return listUnlockedItems(trx, courtId, itemIds);
}

/** The first half of `lockItems`, sent ahead of whatever asks about the items. */
export async function holdBooksOfItems(
  trx: TenantTransaction,
  courtId: number,
  itemIds: readonly string[],
): Promise<void> {
  await sendAhead(trx, sql`${PREPARED} ${lockBooksOfItems(courtId, itemIds)}`);
}

/** `id` of each book. */
export function lockBooksOfItems(courtId: number, itemIds: readonly string[]): Statement {
  return sql`select book.id from ledger_books book
      where book.court_id = ${courtId} and book.id = any(array(select item.book_id from seized_items item
        where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])))
      order by book.id for update`;
}

/** What `lockItems` answers, for a verdict that writes nothing. The book's lock covers its items. */
export async function listUnlockedItems(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<LockedItem[]> {
  return ask(reader, itemsAsTheyStand(courtId, itemIds));
}

/** Of a `LockedRow`. */
export const LOCKED_COLUMNS =
  sql.raw(`item.court_id as "courtId", item.id, item.case_id as "caseId", item.code, item.number, item.name,
      item.category, item.grade, item.facts, item.ownership, item.is_unverified as "isUnverified",
      ${IS_SECRET} as "isSecret",
      item.keeping, item.listed_quantity as "listedQuantity", item.version,
      item.unit, item.state, item.state_before as "stateBefore", item.on_hand as "onHand",
      item.place_id as "placeId", place.path as place, item.holder_id as "holderId", item.holder, item.keeper,
      item.seal_number as "sealNumber", item.due_at as "dueAt", item.container_id as "containerId", item.last_occurred_at as "lastOccurredAt",
      book.id as "bookId", book.hash_algorithm as "hashAlgorithm", book.last_sequence as "lastSequence",
      book.last_hash as "lastHash"`);
/** What they are selected from. */
export const FROM_ITEMS = sql.raw(`from seized_items item
    join ledger_books book on book.court_id = item.court_id and book.id = item.book_id
    left join places place on place.court_id = item.court_id and place.id = item.place_id`);

/** The second half of `lockItems`. */
export function itemsAsTheyStand(courtId: number, itemIds: readonly string[]): Question<LockedItem[]> {
  const statement = sql<LockedRow>`${PREPARED}
    select ${LOCKED_COLUMNS} ${FROM_ITEMS}
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])
    order by item.id`;
  return question(statement, (rows) => rows.map(lockedItemOf));
}

/** What entries of a case's book say about an item now. */
export interface ItemProjection {
  readonly id: string;
  readonly standing: ItemStanding;
  /** The holder's name, of a person of the court or of an organ outside it. */
  readonly holder: string | null;
  /** null: the state stays, and since when it is so. */
  readonly stateSince: Date | null;
  readonly lastSequence: number;
  readonly lastOccurredAt: Date;
}

export interface NewItem extends ItemProjection {
  readonly stateSince: Date;
  readonly caseId: string;
  readonly bookId: string;
  readonly code: string;
  readonly number: number;
  readonly card: ItemCard;
  readonly parentItemId: string | null;
  readonly priorItemId: string | null;
}

function projectionRowOf({ id, standing, holder, stateSince, lastSequence, lastOccurredAt }: ItemProjection) {
  return {
    id,
    state: standing.state,
    state_before: standing.stateBefore,
    on_hand: standing.onHand,
    unit: standing.unit,
    place_id: standing.placeId,
    holder_id: standing.holderId,
    holder,
    keeper: standing.keeper,
    seal_number: standing.sealNumber,
    due_at: standing.dueAtMs === null ? null : new Date(standing.dueAtMs),
    container_id: standing.containerId,
    state_since: stateSince,
    last_sequence: lastSequence,
    last_occurred_at: lastOccurredAt,
  };
}

const PROJECTED_COLUMNS =
  'state, state_before, on_hand, place_id, holder_id, holder, keeper, seal_number, due_at, container_id, state_since, ' +
  'last_sequence, last_occurred_at';
const PROJECTED_TYPES =
  'state text, state_before text, on_hand numeric, place_id uuid, holder_id uuid, holder text, keeper text, ' +
  'seal_number text, due_at timestamptz, container_id uuid, state_since timestamptz, last_sequence integer, last_occurred_at timestamptz';

/** Items with their first projection, in one statement whatever their number. */
export async function insertItems(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  items: readonly NewItem[],
): Promise<void> {
  const rows = items.map((item) => ({
    ...projectionRowOf(item),
    ...cardRowOf(item.card),
    case_id: item.caseId,
    book_id: item.bookId,
    code: item.code,
    number: item.number,
    parent_item_id: item.parentItemId,
    prior_item_id: item.priorItemId,
  }));
  const columns = sql.raw(
    `id, case_id, book_id, code, number, parent_item_id, prior_item_id, ${CARD_COLUMNS}, ${PROJECTED_COLUMNS}`,
  );
  await sql`
    insert into seized_items (court_id, created_at, updated_at, ${columns})
    select ${courtId}::integer, ${now}::timestamptz, ${now}::timestamptz, ${columns}
    from json_to_recordset(${rowSetJson(rows)}::json) as item(id uuid, case_id uuid, book_id uuid, code text,
      number integer, parent_item_id uuid, prior_item_id uuid, ${sql.raw(CARD_TYPES)}, ${sql.raw(PROJECTED_TYPES)})`.execute(
    trx,
  );
}

/** Writes what the newest entries say; the books are locked already. */
export async function updateItemProjections(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  projections: readonly ItemProjection[],
): Promise<void> {
  const rows = projections.map(projectionRowOf);
  await sendAhead(
    trx,
    sql`${PREPARED}
    update seized_items item set state = next.state, state_before = next.state_before, on_hand = next.on_hand, unit = next.unit,
      place_id = next.place_id, holder_id = next.holder_id, holder = next.holder, keeper = next.keeper,
      seal_number = next.seal_number, due_at = next.due_at, container_id = next.container_id,
      state_since = coalesce(next.state_since, item.state_since),
      last_sequence = next.last_sequence, last_occurred_at = next.last_occurred_at, updated_at = ${now}::timestamptz,
      version = item.version + 1
    from json_to_recordset(${rowSetJson(rows)}::json) as next(id uuid, unit text, ${sql.raw(PROJECTED_TYPES)})
    where item.court_id = ${courtId} and item.id = any(${rows.map(({ id }) => id)}::uuid[]) and item.id = next.id`,
  );
}

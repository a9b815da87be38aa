/** Items of a case as far as its judgments are concerned: what there is of each and what has left for good. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import type { OpenCount } from '../seized-items/decide-transition.ts';
import { OPEN_COUNT_OF_ITEM } from '../seized-items/open-count.ts';
import type { ItemState } from '../seized-items/item-states.ts';
import { DISPOSED_OF_ITEM } from './disposed.sql.ts';

export interface CaseItemRow {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly category: string;
  readonly grade: string;
  readonly ownership: string;
  readonly unit: string;
  readonly state: ItemState;
  readonly onHand: string;
  readonly placeId: string | null;
  readonly holderId: string | null;
  readonly place: string | null;
  readonly keeper: string | null;
  readonly estimatedValueFen: number | null;
  readonly keeping: readonly string[];
  /** Of the book: what dispositions have taken, less what was reversed. */
  readonly disposed: string;
  /** The line under which the thing was disposed of whose proceeds or residue this is. */
  readonly derivedLineId: string | null;
  /** The currency that a bank changed into this one; judgments may still name it. */
  readonly convertedFrom: string | null;
  /** Its first count, which differs from the older register and is not settled. */
  readonly openCount: OpenCount | null;
}

const SELECT = sql`select item.id, item.case_id as "caseId", item.code, item.number, item.name, item.category,
  item.grade, item.ownership, item.unit, item.state, item.on_hand as "onHand", item.place_id as "placeId", item.holder_id as "holderId", place.path as place,
  item.keeper, item.estimated_value_fen as "estimatedValueFen", item.keeping,
  ${DISPOSED_OF_ITEM} as disposed,
  (select origin.line_id from dispositions origin where origin.court_id = item.court_id
    and (origin.proceeds_item_id = item.id or origin.residue_item_id = item.id) limit 1) as "derivedLineId",
  (select changed.from_unit from item_conversions changed where changed.court_id = item.court_id
    and changed.item_id = item.id) as "convertedFrom",
  ${OPEN_COUNT_OF_ITEM} as "openCount"
  from seized_items item
  left join places place on place.court_id = item.court_id and place.id = item.place_id`;

const shownRow = (row: CaseItemRow): CaseItemRow => ({
  ...row,
  onHand: normaliseQuantity(row.onHand),
  disposed: normaliseQuantity(row.disposed),
});

/** Every item of a case, by its number. */
export async function listItemsOfCase(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<CaseItemRow[]> {
  const { rows } = await sql<CaseItemRow>`${SELECT}
    where item.court_id = ${courtId} and item.case_id = ${caseId} order by item.number`.execute(reader);
  return rows.map(shownRow);
}

/** Items by id; those that do not exist in the court are absent. */
export async function listItemsById(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<CaseItemRow[]> {
  const { rows } = await sql<CaseItemRow>`${SELECT}
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[]) order by item.id`.execute(reader);
  return rows.map(shownRow);
}

/** The day on which the case’s judgment took effect; null: it has not. */
export async function findEffectiveDay(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<string | null> {
  const { rows } = await sql<{ effectiveOn: string | null }>`
    select effective_on as "effectiveOn" from cases where court_id = ${courtId} and id = ${caseId}`.execute(
    reader,
  );
  return rows[0]?.effectiveOn ?? null;
}

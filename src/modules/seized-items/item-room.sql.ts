/** Items of a room, and what a person has open. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { SAID_ITEM_NAME } from './secret-item.sql.ts';
import type { CaseReach } from '../cases/case-access.ts';
import type { ItemState } from './item-states.ts';

export interface HeldItemRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly number: number;
  readonly onHand: string;
  readonly unit: string;
  readonly sealNumber: string | null;
  readonly place: string | null;
  readonly container: string | null;
  readonly state: ItemState;
}

const COLUMNS = sql.raw(`item.id, item.code,
  ${SAID_ITEM_NAME} as name, c.number as "caseNumber", item.number,
  item.on_hand as "onHand", item.unit, item.seal_number as "sealNumber", place.path as place,
  box.name as container, item.state
  from seized_items item
  left join item_containers box on box.court_id = item.court_id and box.id = item.container_id
  join cases c on c.court_id = item.court_id and c.id = item.case_id
  left join places place on place.court_id = item.court_id and place.id = item.place_id`);

/** Everything in the room or below it, in walking order. */
export async function listHeldItems(
  reader: TenantReader,
  { courtId, roomId }: { readonly courtId: number; readonly roomId: string },
): Promise<HeldItemRow[]> {
  const { rows } = await sql<HeldItemRow>`select ${COLUMNS}
    where item.court_id = ${courtId} and item.place_id in (select below.id from places below
      where below.court_id = ${courtId} and ${roomId}::uuid = any(below.ancestor_ids))
    order by place.sort_key, c.number, item.number`.execute(reader);
  return rows;
}

/**
 * What left the room, by whoever it was handed out, and is not back; what the person took in with a difference, lent or
 * reported and what is not settled; what they carry.
 */
export async function listOpenItems(
  reader: TenantReader,
  {
    courtId,
    roomId,
    personId,
  }: { readonly courtId: number; readonly roomId: string; readonly personId: string },
): Promise<HeldItemRow[]> {
  const { rows } = await sql<HeldItemRow>`select ${COLUMNS}
    where item.court_id = ${courtId} and (
      (item.state = 'in_store' and item.holder_id = ${personId} and item.place_id is null)
      or (item.state in ('discrepancy', 'on_loan', 'in_transit', 'under_investigation') and exists (
        select from ledger_entries entry where entry.court_id = item.court_id and entry.book_id = item.book_id
          and entry.sequence = item.last_sequence and entry.actor_id = ${personId}))
      or (item.state in ('on_loan', 'in_transit') and exists (
        select from places former where former.court_id = item.court_id and ${roomId}::uuid = any(former.ancestor_ids)
          and former.id = (select entry.from_place_id from ledger_entries entry
            where entry.court_id = item.court_id and entry.book_id = item.book_id
              and entry.details ->> 'itemId' = item.id::text and entry.from_place_id is not null
              and entry.to_place_id is distinct from entry.from_place_id
            order by entry.sequence desc limit 1))))
    order by c.number, item.number`.execute(reader);
  return rows;
}

export interface WaitingItems {
  readonly overdue: number;
  readonly underInvestigation: number;
  readonly discrepancies: number;
  readonly awaited: number;
  readonly carried: number;
  readonly openIntakes: number;
  readonly countDifferences: number;
}

/** Each found by the index on its state or its day. */
export async function countWaitingItems(
  reader: TenantReader,
  courtId: number,
  now: Date,
): Promise<WaitingItems> {
  const inState = (state: ItemState) =>
    sql`(select count(*)::integer from seized_items where court_id = ${courtId} and state = ${state})`;
  const { rows } = await sql<WaitingItems>`
    select (select count(*)::integer from seized_items where court_id = ${courtId} and due_at < ${now}) as overdue,
      ${inState('under_investigation')} as "underInvestigation", ${inState('discrepancy')} as discrepancies,
      ${inState('preregistered')} as awaited,
      (select count(*)::integer from seized_items where court_id = ${courtId} and state = 'in_store'
        and place_id is null and holder_id is not null) as carried,
      (select count(*)::integer from item_intakes where court_id = ${courtId} and state = 'counting')
        as "openIntakes",
      (select count(*)::integer from item_count_differences where court_id = ${courtId} and state = 'open')
        as "countDifferences"`.execute(reader);
  const [row] = rows;
  if (!row) throw new Error('a query without a from clause answers one row');
  return row;
}

export interface ItemMatters {
  readonly underInvestigation: number;
  readonly discrepancies: number;
  readonly lostLately: number;
}

/** Of the cases within reach; each found by the index on its state. */
export async function countItemMattersIn(
  reader: TenantReader,
  {
    courtId,
    reach,
    lostSince,
  }: { readonly courtId: number; readonly reach: CaseReach; readonly lostSince: Date },
): Promise<ItemMatters> {
  const within = reach.isWhole
    ? sql`true`
    : sql`exists (select from cases c where c.court_id = item.court_id and c.id = item.case_id
        and (c.department_id = any(${reach.departmentIds}::uuid[]) or c.handler_id = ${reach.personId}
          or c.clerk_id = ${reach.personId}))`;
  const { rows } = await sql<ItemMatters>`
    select count(*) filter (where item.state = 'under_investigation')::integer as "underInvestigation",
      count(*) filter (where item.state = 'discrepancy')::integer as discrepancies,
      count(*) filter (where item.state = 'lost' and item.state_since >= ${lostSince})::integer as "lostLately"
    from seized_items item
    where item.court_id = ${courtId} and item.state in ('under_investigation', 'discrepancy', 'lost')
      and ${within}`.execute(reader);
  const [row] = rows;
  if (!row) throw new Error('an aggregate answers one row');
  return row;
}

/** First counts that differ from an older register. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { CaseReach } from '../../cases/case-access.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import type { OpenCount } from '../decide-transition.ts';

/** `recounted`: by two people; by one when a leader concluded on an incident instead. */
export const DIFFERENCE_STATES = ['open', 'settled', 'recounted'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

export interface NewDifference {
  readonly id: string;
  readonly itemId: string;
  readonly unit: string;
  readonly booked: string;
  readonly counted: string;
  readonly reason: string;
  readonly document: string | null;
  readonly entrySequence: number;
  readonly countedAt: Date;
  readonly countedById: string;
  readonly countedByName: string;
  readonly secondPersonId: string;
  readonly secondPersonName: string;
}

export interface DifferenceRow extends Omit<NewDifference, 'countedById' | 'secondPersonId'> {
  readonly state: DifferenceState;
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly endedWith: string | null;
  readonly settledSequence: number | null;
}

const COLUMNS = sql.raw(`difference.id, difference.item_id as "itemId", difference.unit, difference.booked,
  difference.counted, difference.reason, difference.document, difference.entry_sequence as "entrySequence",
  difference.counted_at as "countedAt", difference.counted_by_name as "countedByName",
  difference.second_person_name as "secondPersonName", difference.state, difference.request_id as "requestId",
  difference.request_number as "requestNumber", difference.ended_at as "endedAt",
  difference.ended_by_name as "endedByName", difference.ended_with as "endedWith",
  difference.settled_sequence as "settledSequence"`);

function normalised(rows: readonly DifferenceRow[]): DifferenceRow[] {
  return rows.map((row) => ({
    ...row,
    booked: normaliseQuantity(row.booked),
    counted: normaliseQuantity(row.counted),
  }));
}

export async function insertDifference(
  trx: TenantTransaction,
  courtId: number,
  row: NewDifference,
): Promise<void> {
  await sql`insert into item_count_differences (court_id, id, item_id, unit, booked, counted, reason, document,
      entry_sequence, counted_at, counted_by, counted_by_name, second_person_id,
      second_person_name, state)
    values (${courtId}, ${row.id}, ${row.itemId}, ${row.unit}, ${row.booked}, ${row.counted}, ${row.reason},
      ${row.document}, ${row.entrySequence}, ${row.countedAt}, ${row.countedById}, ${row.countedByName},
      ${row.secondPersonId}, ${row.secondPersonName}, 'open')`.execute(trx);
}

export interface DifferenceEnd {
  readonly state: Exclude<DifferenceState, 'open'>;
  readonly at: Date;
  readonly byName: string;
  readonly withName: string | null;
}

/**
 * The open differences of these items were counted again, or an incident concluded on them; whatever was asked for about
 * them is of no use any more.
 */
export async function updateOvertaken(
  trx: TenantTransaction,
  courtId: number,
  itemIds: readonly string[],
  { at, byName, withName }: Omit<DifferenceEnd, 'state'>,
): Promise<void> {
  await sql`update item_count_differences set state = 'recounted', ended_at = ${at}, ended_by_name = ${byName},
      ended_with = ${withName}
    where court_id = ${courtId} and item_id = any(${itemIds}::uuid[]) and state = 'open'`.execute(trx);
}

export async function updateSettled(
  trx: TenantTransaction,
  courtId: number,
  { id, sequence }: { readonly id: string; readonly sequence: number },
  { at, byName, withName }: Omit<DifferenceEnd, 'state'>,
): Promise<void> {
  await sql`update item_count_differences set state = 'settled', ended_at = ${at}, ended_by_name = ${byName},
      ended_with = ${withName}, settled_sequence = ${sequence}
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

export async function updateRequested(
  trx: TenantTransaction,
  courtId: number,
  ids: readonly string[],
  request: { readonly id: string; readonly number: string },
): Promise<void> {
  await sql`update item_count_differences set request_id = ${request.id}, request_number = ${request.number}
    where court_id = ${courtId} and id = any(${ids}::uuid[])`.execute(trx);
}

/** Items about whose differences was asked, open or not; what was asked for never changes. */
export async function listItemsAskedAbout(
  reader: TenantReader,
  courtId: number,
  requestId: string,
): Promise<string[]> {
  const { rows } = await sql<{ itemId: string }>`select item_id as "itemId" from item_count_differences
    where court_id = ${courtId} and request_id = ${requestId}`.execute(reader);
  return rows.map(({ itemId }) => itemId);
}

/** Those of these that are open, held until the commit; whoever locks their items too has done so before. */
export async function lockOpenDifferences(
  trx: TenantTransaction,
  courtId: number,
  of: { readonly ids: readonly string[] } | { readonly requestId: string },
): Promise<DifferenceRow[]> {
  const chosen = 'ids' in of ? sql`id = any(${of.ids}::uuid[])` : sql`request_id = ${of.requestId}`;
  const { rows } = await sql<DifferenceRow>`select ${COLUMNS} from item_count_differences difference
    where court_id = ${courtId} and state = 'open' and ${chosen} order by id for update`.execute(trx);
  return normalised(rows);
}

/** The open one of each of these items that has one. */
export async function listOpenCounts(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, OpenCount>> {
  const { rows } = await sql<OpenCount & { itemId: string }>`
    select item_id as "itemId", booked, counted from item_count_differences
    where court_id = ${courtId} and state = 'open' and item_id = any(${itemIds}::uuid[])`.execute(reader);
  return new Map(
    rows.map(({ itemId, booked, counted }) => [
      itemId,
      { booked: normaliseQuantity(booked), counted: normaliseQuantity(counted) },
    ]),
  );
}

/** Both who counted each of these items' open differences. */
export async function listCounters(
  reader: TenantReader,
  { courtId, subjectIds }: { readonly courtId: number; readonly subjectIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`select distinct person_id as "personId"
    from item_count_differences cross join lateral unnest(array[counted_by, second_person_id]) as person_id
    where court_id = ${courtId} and state = 'open' and item_id = any(${subjectIds}::uuid[])
      and person_id is not null`.execute(reader);
  return rows.map(({ personId }) => personId);
}

/** Of one item, or of one state, what was counted last first. */
export async function listDifferenceRows(
  reader: TenantReader,
  filter: {
    readonly courtId: number;
    readonly reach: CaseReach;
    readonly itemId: string | null;
    readonly state: DifferenceState | null;
    readonly after: { readonly countedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<DifferenceRow[]> {
  const { courtId, reach, itemId, state, after, limit } = filter;
  const { rows } = await sql<DifferenceRow>`select ${COLUMNS} from item_count_differences difference
    join seized_items item on item.court_id = difference.court_id and item.id = difference.item_id
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where difference.court_id = ${courtId}
      ${itemId === null ? sql`` : sql`and difference.item_id = ${itemId}`}
      ${state === null ? sql`` : sql`and difference.state = ${state}`}
      ${
        reach.isWhole
          ? sql``
          : sql`and (c.department_id = any(${reach.departmentIds}::uuid[]) or c.handler_id = ${reach.personId}
              or c.clerk_id = ${reach.personId})`
      }
      ${
        after === null
          ? sql``
          : sql`and (difference.counted_at, difference.id) < (${after.countedAt}::timestamptz, ${after.id}::uuid)`
      }
    order by difference.counted_at desc, difference.id desc limit ${limit}`.execute(reader);
  return normalised(rows);
}

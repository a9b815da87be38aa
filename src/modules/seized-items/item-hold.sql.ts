/** What keeps items where they are: legal holds, recusals; and the locks under which a verdict asks for them. */
import { sql } from 'kysely';
import {
  PREPARED,
  question,
  type Question,
  type Statement,
  type TenantReader,
} from '../../platform/database.ts';
import { lockRoomsOfPlaces, type AskedPlaces } from '../rooms/room-grounds.ts';
import type { OpenCount } from './decide-transition.ts';
import {
  FROM_ITEMS,
  lockBooksOfItems,
  LOCKED_COLUMNS,
  lockedItemOf,
  type LockedItem,
  type LockedRow,
} from './item.sql.ts';

/** Who holds each of the items now, by name; an item that nobody holds is absent. */
export async function listHolders(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ itemId: string; holders: string[] }>`${PREPARED}
    select item_id as "itemId", array_agg(holder order by placed_on, id) as holders from item_holds
    where court_id = ${courtId} and item_id = any(${itemIds}::uuid[]) and released_on is null
    group by item_id`.execute(reader);
  return new Map(rows.map(({ itemId, holders }) => [itemId, holders]));
}

export interface Hindrance {
  /** Who holds the item now, by name. */
  readonly holders: readonly string[];
  /** Who of those who act must keep away from the case: recused by it, or by any of its numbers before it was registered. */
  readonly recusedIds: readonly string[];
  /** Its first count, which differs from the older register and is not settled; null: none. */
  readonly openCount: OpenCount | null;
}

/** A number as it was typed, with the brackets and digits of the canonical form and without blanks. */
const TYPED_NUMBER = sql.raw(
  `translate(recusal.case_number, '()[]{}〔〕【】［］｛｝０１２３４５６７８９ \u3000', '（）（）（）（）（）（）（）0123456789')`,
);

/** A recusal in force, or one that was, from a case, under whatever number it was declared. */
function isFrom(courtId: Statement, caseId: Statement): Statement {
  return sql`(recusal.case_id = ${caseId} or ${TYPED_NUMBER} in (select number.canonical from case_numbers number
          where number.court_id = ${courtId} and number.case_id = ${caseId}
            and number.relation <> 'formerly_wrong'))`;
}
const IS_FROM_ITS_CASE = sql`recusal.withdrawn_at is null
        and ${isFrom(sql`item.court_id`, sql`item.case_id`)}`;

/** The first count of `item` that differs from its older register and is not settled, as an `OpenCount`. */
export const OPEN_COUNT_OF_ITEM: Statement = sql`(select json_build_object('booked', trim_scale(difference.booked)::text,
    'counted', trim_scale(difference.counted)::text)
  from item_count_differences difference where difference.court_id = item.court_id
    and difference.item_id = item.id and difference.state = 'open')`;

/** Of a hindrance of `item`. */
function hindranceColumns(personIds: readonly string[]): Statement {
  return sql`
      array(select hold.holder from item_holds hold where hold.court_id = item.court_id
        and hold.item_id = item.id and hold.released_on is null order by hold.placed_on, hold.id) as holders,
      ${OPEN_COUNT_OF_ITEM} as "openCount",
      array(select recusal.person_id from recusals recusal where recusal.court_id = item.court_id
        and recusal.person_id = any(${personIds}::uuid[]) and ${IS_FROM_ITS_CASE}) as "recusedIds"`;
}

/** Everybody who must keep away from the case of one of the items. */
export async function listRecusedFromItems(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct recusal.person_id as "personId"
    from seized_items item join recusals recusal on recusal.court_id = item.court_id and ${IS_FROM_ITS_CASE}
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])`.execute(reader);
  return rows.map(({ personId }) => personId);
}

/** What keeps each item, or people from it. */
export function hindrancesOf(
  courtId: number,
  of: { readonly itemIds: readonly string[]; readonly personIds: readonly string[] },
): Question<Map<string, Hindrance>> {
  const statement = sql<Hindrance & { itemId: string }>`${PREPARED}
    select item.id as "itemId", ${hindranceColumns(of.personIds)} from seized_items item
    where item.court_id = ${courtId} and item.id = any(${of.itemIds}::uuid[])`;
  return question(statement, (rows) => new Map(rows.map((row) => [row.itemId, row])));
}

/** What `itemsAsTheyStand` and `hindrancesOf` say. */
export function hinderedItems(
  courtId: number,
  of: { readonly itemIds: readonly string[]; readonly personIds: readonly string[] },
): Question<{ locked: LockedItem[]; hindrances: Map<string, Hindrance> }> {
  const statement = sql<LockedRow & Hindrance>`${PREPARED}
    select ${LOCKED_COLUMNS}, ${hindranceColumns(of.personIds)} ${FROM_ITEMS}
    where item.court_id = ${courtId} and item.id = any(${of.itemIds}::uuid[])
    order by item.id`;
  return question(statement, (rows) => ({
    locked: rows.map(lockedItemOf),
    hindrances: new Map(rows.map((row) => [row.id, row])),
  }));
}

/**
 * Locks the books of the items, then the rooms of the places and of the items, as far as they are seen before the wait;
 * answers which rooms are locked. What verdicts rest on is asked by later statements.
 */
export function holdOfGrounds(
  courtId: number,
  itemIds: readonly string[],
  places: AskedPlaces,
): Question<ReadonlySet<string>> {
  const statement = sql<{ roomIds: string[] }>`${PREPARED}
    with books as (${lockBooksOfItems(courtId, itemIds)}), rooms as (${lockRoomsOfPlaces(courtId, places)})
    select (select count(*) from books) as books, array(select place_id from rooms) as "roomIds"`;
  return question(statement, (rows) => new Set(rows[0]?.roomIds));
}

export interface CaseRecusalRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly reason: string;
  readonly declaredByName: string;
  readonly declaredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawalReason: string | null;
}

/** Who keeps away from the case, or did; those in force first. */
export async function listRecusalsOfCase(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<CaseRecusalRow[]> {
  const { rows } = await sql<CaseRecusalRow>`
    select recusal.id, recusal.person_id as "personId", person.full_name as "personName", recusal.reason,
      recusal.declared_by_name as "declaredByName", recusal.declared_at as "declaredAt",
      recusal.withdrawn_at as "withdrawnAt", recusal.withdrawn_by_name as "withdrawnByName",
      recusal.withdrawal_reason as "withdrawalReason"
    from recusals recusal join people person on person.id = recusal.person_id
    where recusal.court_id = ${courtId} and ${isFrom(sql`${courtId}::integer`, sql`${caseId}::uuid`)}
    order by recusal.withdrawn_at nulls first, recusal.declared_at desc, recusal.id limit 200`.execute(
    reader,
  );
  return rows;
}

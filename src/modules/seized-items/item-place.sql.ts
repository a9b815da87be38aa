/** Places as far as items are put there: their paths, and how many items a room holds. */
import { sql } from 'kysely';
import {
  ask,
  PREPARED,
  question,
  type Question,
  type Statement,
  type TenantReader,
  type TenantTransaction,
} from '../../platform/database.ts';

/** Paths of open places, kept from being closed until the end of the transaction. */
export function lockedPlacePaths(
  courtId: number,
  placeIds: readonly string[],
): Question<Map<string, string>> {
  const statement = sql<{ id: string; path: string }>`${PREPARED} select id, path from places
    where court_id = ${courtId} and id = any(${placeIds}::uuid[]) and closed_on is null
    order by id for key share`;
  return question(statement, (rows) => new Map(rows.map(({ id, path }) => [id, path])));
}

/** The same, asked alone. */
export async function lockPlacePaths(
  trx: TenantTransaction,
  courtId: number,
  placeIds: readonly string[],
): Promise<Map<string, string>> {
  return ask(trx, lockedPlacePaths(courtId, placeIds));
}

/** A query of the places at which the items lie. */
export function placesOfItems(courtId: number, itemIds: readonly string[]): Statement {
  return sql`select item.place_id from seized_items item
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])`;
}

/** Items at each of the places or anywhere below it; a place without any is absent. */
export async function countItemsBelow(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  const join = sql`join seized_items item on item.court_id = place.court_id and item.place_id = place.id`;
  return countBelow(reader, courtId, placeIds, join);
}

/** The same of whatever the join finds at `place`. */
export async function countBelow(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
  join: Statement,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select above.id, count(*)::integer as count
    from unnest(${placeIds}::uuid[]) as above(id)
    join places place on place.court_id = ${courtId} and above.id = any(place.ancestor_ids)
    ${join}
    group by above.id`.execute(reader);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Names from the root. */
export async function findPlacePath(
  reader: TenantReader,
  courtId: number,
  placeId: string,
): Promise<string | null> {
  const { rows } = await sql<{ path: string }>`select path from places
    where court_id = ${courtId} and id = ${placeId}`.execute(reader);
  return rows[0]?.path ?? null;
}

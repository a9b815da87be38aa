/** Open places of a room with the items that lie at each. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

export interface RoomPlaceRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly name: string;
  readonly itemCount: number;
  readonly pendingCount: number;
}

const PLACES_MAX = 5000;

/** The room first, then in walking order. */
export async function listRoomPlaceRows(
  reader: TenantReader,
  { courtId, roomId }: { readonly courtId: number; readonly roomId: string },
): Promise<RoomPlaceRow[]> {
  const { rows } = await sql<RoomPlaceRow>`
    select place.id, place.parent_id as "parentId", place.kind, place.name,
      coalesce(held.total, 0) as "itemCount", coalesce(held.pending, 0) as "pendingCount"
    from places place
    left join lateral (select count(*)::integer as total,
        (count(*) filter (where item.state not in ('in_store', 'discrepancy')))::integer as pending
      from seized_items item where item.court_id = place.court_id and item.place_id = place.id) held on true
    where place.court_id = ${courtId} and ${roomId}::uuid = any(place.ancestor_ids) and place.closed_on is null
    order by place.sort_key, place.id limit ${PLACES_MAX}`.execute(reader);
  return rows;
}

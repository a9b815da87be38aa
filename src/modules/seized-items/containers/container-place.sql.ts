import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';

/** Boxes and bags in use at each of the places or anywhere below it; a place without any is absent. */
export async function countContainersBelow(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select above.id, count(*)::integer as count
    from unnest(${placeIds}::uuid[]) as above(id)
    join places place on place.court_id = ${courtId} and above.id = any(place.ancestor_ids)
    join item_containers box on box.court_id = place.court_id and box.place_id = place.id
      and box.closed_at is null
    group by above.id`.execute(reader);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

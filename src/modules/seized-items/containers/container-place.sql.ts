import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';
import { countBelow } from '../item-place.sql.ts';

/** Boxes and bags in use at each of the places or anywhere below it; a place without any is absent. */
export async function countContainersBelow(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  const join = sql`join item_containers box on box.court_id = place.court_id and box.place_id = place.id
      and box.closed_at is null`;
  return countBelow(reader, courtId, placeIds, join);
}

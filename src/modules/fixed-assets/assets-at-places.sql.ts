import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

/** Assets not disposed of at each place or anywhere below it; a place without any is absent. */
export async function countAssetsAtPlaces(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ placeId: string; count: number }>`
    with here as (
      select id, ancestor_ids from places
      where court_id = ${courtId} and ancestor_ids && ${placeIds}::uuid[]
    ), held as (
      select here.id, here.ancestor_ids, count(*) as assets from here
      join assets asset on asset.court_id = ${courtId} and asset.place_id = here.id and asset.status <> 'disposed'
      group by here.id, here.ancestor_ids
    )
    select ancestor as "placeId", sum(held.assets)::integer as count
    from held cross join lateral unnest(held.ancestor_ids) as ancestor
    where ancestor = any(${placeIds}::uuid[])
    group by ancestor`.execute(reader);
  return new Map(rows.map((row) => [row.placeId, row.count]));
}

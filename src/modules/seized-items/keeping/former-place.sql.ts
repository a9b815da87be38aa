/** Where things lay that are out of store now. */
import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';

export interface FormerPlaceRow {
  readonly itemId: string;
  readonly placeId: string;
  readonly path: string;
  readonly isOpen: boolean;
}

/** The place that each of the items left last; one that never lay anywhere, or lies somewhere, is absent. */
export async function listFormerPlaces(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<FormerPlaceRow[]> {
  const { rows } = await sql<FormerPlaceRow>`
    select item.id as "itemId", place.id as "placeId", place.path, place.closed_on is null as "isOpen"
    from seized_items item
    cross join lateral (select entry.from_place_id from ledger_entries entry
      where entry.court_id = item.court_id and entry.book_id = item.book_id
        and entry.details ->> 'itemId' = item.id::text and entry.from_place_id is not null
        and entry.to_place_id is distinct from entry.from_place_id
      order by entry.sequence desc limit 1) gone
    join places place on place.court_id = item.court_id and place.id = gone.from_place_id
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[]) and item.place_id is null`.execute(
    reader,
  );
  return rows;
}

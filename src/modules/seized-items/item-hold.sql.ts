/** Legal holds on items. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader } from '../../platform/database.ts';

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

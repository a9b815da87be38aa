/** Legal holds on items. */
import { sql } from 'kysely';
import { PREPARED, question, type Question, type TenantReader } from '../../platform/database.ts';

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
  readonly itemId: string;
  /** Who holds the item now, by name. */
  readonly holders: readonly string[];
  /** The person has recused themselves from the case, under any of its numbers or before it was registered. */
  readonly isRecused: boolean;
}

/** What keeps each item, or the person from it. */
export function hindrancesOf(
  courtId: number,
  of: { readonly itemIds: readonly string[]; readonly actorId: string },
): Question<Map<string, Hindrance>> {
  const statement = sql<Hindrance>`${PREPARED}
    select item.id as "itemId",
      array(select hold.holder from item_holds hold where hold.court_id = item.court_id
        and hold.item_id = item.id and hold.released_on is null order by hold.placed_on, hold.id) as holders,
      exists (select from recusals recusal where recusal.court_id = item.court_id
        and recusal.person_id = ${of.actorId} and recusal.withdrawn_at is null
        and (recusal.case_id = item.case_id or recusal.case_number = cases.number)) as "isRecused"
    from seized_items item join cases on cases.court_id = item.court_id and cases.id = item.case_id
    where item.court_id = ${courtId} and item.id = any(${of.itemIds}::uuid[])`;
  return question(statement, (rows) => new Map(rows.map((row) => [row.itemId, row])));
}

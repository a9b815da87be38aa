/** What a seal label says of an item beside the item itself. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { Secrecy } from '../cases/rules.ts';

export interface SealSource {
  readonly itemId: string;
  readonly court: string;
  /** How many items the case has. */
  readonly itemCount: number;
  readonly hazards: readonly string[];
  readonly keeping: readonly string[];
  readonly secrecy: Secrecy;
  readonly sealedAt: Date | null;
  readonly sealedBy: string | null;
  readonly secondPerson: string | null;
}

/** By item: the seal that it bears now, with whoever put it on. */
export async function listSealSources(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, SealSource>> {
  const { rows } = await sql<SealSource>`
    select item.id as "itemId", court.name as court, (select count(*)::integer from seized_items other
        where other.court_id = item.court_id and other.case_id = item.case_id) as "itemCount",
      item.hazards, item.keeping, c.secrecy, seal.sealed_at as "sealedAt", seal.sealed_by_name as "sealedBy",
      seal.second_person_name as "secondPerson"
    from seized_items item
    join courts court on court.id = item.court_id
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    left join item_seals seal on seal.court_id = item.court_id and seal.number = item.seal_number
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])`.execute(reader);
  return new Map(rows.map((row) => [row.itemId, row]));
}

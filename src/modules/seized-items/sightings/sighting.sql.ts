/** Scans of labels where they cannot be. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { SightingDoubtKey } from './sighting.rules.ts';

export interface SightingRow {
  readonly id: string;
  readonly itemId: string;
  readonly labelVersion: string;
  readonly doubt: SightingDoubtKey;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly seenAt: Date;
  readonly seenById: string;
  readonly seenByName: string;
}

export async function insertSighting(
  trx: TenantTransaction,
  courtId: number,
  row: SightingRow,
): Promise<void> {
  await sql`insert into item_label_sightings (court_id, id, item_id, label_version, doubt, room_id, room_name,
      item_sequence, seen_at, seen_by, seen_by_name)
    select ${courtId}, ${row.id}, ${row.itemId}, ${row.labelVersion}, ${row.doubt}, ${row.roomId}::uuid,
      ${row.roomName}, item.last_sequence, ${row.seenAt}::timestamptz, ${row.seenById}::uuid, ${row.seenByName}
    from seized_items item where item.court_id = ${courtId} and item.id = ${row.itemId}`.execute(trx);
}

/** The last one in a storage room since the item's last entry. */
export async function findLastDoubtful(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<{ roomId: string; roomName: string; byName: string; seenAt: Date } | undefined> {
  const { rows } = await sql<{ roomId: string; roomName: string; byName: string; seenAt: Date }>`
    select sighting.room_id as "roomId", sighting.room_name as "roomName", sighting.seen_by_name as "byName",
      sighting.seen_at as "seenAt"
    from item_label_sightings sighting
    join seized_items item on item.court_id = sighting.court_id and item.id = sighting.item_id
    where sighting.court_id = ${courtId} and sighting.item_id = ${itemId} and sighting.room_id is not null
      and sighting.item_sequence = item.last_sequence
    order by sighting.seen_at desc, sighting.id desc limit 1`.execute(reader);
  return rows[0];
}

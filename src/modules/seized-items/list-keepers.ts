import type { TenantReader } from '../../platform/database.ts';
import { listItemRowsById } from './item-page.sql.ts';
import { openRoomBook } from './load-grounds.ts';

/** Custodians and deputies of the rooms in which items are now. */
export async function listKeepers(
  reader: TenantReader,
  {
    courtId,
    subjectIds,
    now,
  }: { readonly courtId: number; readonly subjectIds: readonly string[]; readonly now: Date },
): Promise<string[]> {
  const rooms = openRoomBook(reader, courtId, now);
  const rows = await listItemRowsById(reader, [courtId], subjectIds);
  const keepers = new Set<string>();
  for (const placeId of new Set(rows.map((row) => row.placeId)))
    for (const id of (await rooms.roomOf(placeId))?.custodianIds ?? []) keepers.add(id);
  return [...keepers];
}

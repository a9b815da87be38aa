import type { TenantReader } from '../../platform/database.ts';
import { listRoomsOfPlaces } from '../rooms/find-room-of-place.ts';
import { listRecusedFromItems } from './item-hold.sql.ts';
import { listItemRowsById } from './item-page.sql.ts';

/** Custodians and deputies of the rooms in which items are now, and whoever has recused themselves from their cases. */
export async function listKeepers(
  reader: TenantReader,
  {
    courtId,
    subjectIds,
    now,
  }: { readonly courtId: number; readonly subjectIds: readonly string[]; readonly now: Date },
): Promise<string[]> {
  const rows = await listItemRowsById(reader, [courtId], subjectIds);
  const placeIds = [...new Set(rows.flatMap(({ placeId }) => placeId ?? []))];
  const rooms = await listRoomsOfPlaces(reader, { courtId, placeIds, at: now });
  const recused = await listRecusedFromItems(reader, courtId, subjectIds);
  return [...new Set([...[...rooms.values()].flatMap(({ custodianIds }) => custodianIds), ...recused])];
}

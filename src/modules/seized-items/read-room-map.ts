import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { readRoom } from '../rooms/list-rooms.ts';
import type { readRoomMapEndpoint } from './room-map.contract.ts';
import { listRoomPlaceRows, type RoomPlaceRow } from './room-map.sql.ts';

/** Adds what lies at each place to every place above it within the room. */
function addUp(
  rows: readonly RoomPlaceRow[],
  countOf: (row: RoomPlaceRow) => number,
): ReadonlyMap<string, number> {
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const sums = new Map<string, number>();
  for (const row of rows) {
    let above: string | null | undefined = row.id;
    while (above != null && parents.has(above)) {
      sums.set(above, (sums.get(above) ?? 0) + countOf(row));
      above = parents.get(above);
    }
  }
  return sums;
}

/** Every open place of a room with how many items lie there. Refusal: ROOM_NOT_FOUND. */
export async function readRoomMap(
  query: QueryContext,
  { roomId }: { readonly roomId: string },
): Promise<ResponseOf<typeof readRoomMapEndpoint>> {
  const { id, courtId, name, path, settings } = await readRoom(query, { roomId });
  const rows = await listRoomPlaceRows(query.reader, { courtId, roomId: id });
  const below = addUp(rows, ({ itemCount }) => itemCount);
  const pending = addUp(rows, ({ pendingCount }) => pendingCount);
  return {
    ...{ id, name, path, capacity: settings.capacity },
    itemCount: below.get(id) ?? 0,
    looseCount: rows.find((row) => row.id === id)?.itemCount ?? 0,
    places: rows
      .filter((row) => row.id !== id)
      .map(({ pendingCount: _here, parentId, ...place }) => ({
        ...place,
        parentId: parentId ?? id,
        itemsBelow: below.get(place.id) ?? 0,
        pendingBelow: pending.get(place.id) ?? 0,
      })),
  };
}

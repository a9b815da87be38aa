/** What is true of items beside where they stand: holds, rooms with their custodians, who must keep away from the case. */
import { ask, type TenantReader } from '../../platform/database.ts';
import { listRoomsOfPlaces, type KeepingRoom } from '../rooms/find-room-of-place.ts';
import { listContainerSeals } from './containers/container.sql.ts';
import type { ItemGrounds } from './decide-transition.ts';
import { hindrancesOf, type Hindrance } from './item-hold.sql.ts';
import type { LockedItem } from './item.sql.ts';

/** Rooms of places, each asked for once. */
export interface RoomBook {
  /** Asks for the rooms of all these places at once. */
  load(placeIds: readonly (string | null)[]): Promise<void>;
  roomOf(placeId: string | null): Promise<KeepingRoom | null>;
  /** Keeps what was asked elsewhere: of these places, those that are not found lie in no room. */
  keep(placeIds: readonly (string | null)[], found: ReadonlyMap<string, KeepingRoom>): void;
}

export function openRoomBook(reader: TenantReader, courtId: number, at: Date): RoomBook {
  const rooms = new Map<string, KeepingRoom | null>();
  const keep: RoomBook['keep'] = (placeIds, found) => {
    for (const id of placeIds) if (id !== null) rooms.set(id, found.get(id) ?? null);
  };
  const load: RoomBook['load'] = async (placeIds) => {
    const unknown = placeIds.filter((id): id is string => id !== null && !rooms.has(id));
    if (unknown.length === 0) return;
    keep(unknown, await listRoomsOfPlaces(reader, { courtId, placeIds: [...new Set(unknown)], at }));
  };
  return {
    load,
    keep,
    async roomOf(placeId) {
      if (placeId === null) return null;
      await load([placeId]);
      return rooms.get(placeId) ?? null;
    },
  };
}

/** Whether the person is custodian or deputy of the storage room of the place; where it is in none, nobody has to be. */
export async function answersForRoomOf(
  rooms: RoomBook,
  { placeId, personId }: { readonly placeId: string | null; readonly personId: string },
): Promise<boolean> {
  const room = await rooms.roomOf(placeId);
  return room === null || room.custodianIds.includes(personId);
}

/** Grounds by item; `placeIdOf`: the place whose custodian answers for what is done. */
export async function loadGrounds(
  reader: TenantReader,
  input: {
    readonly courtId: number;
    /** Whoever acts, and the second person. */
    readonly personIds: readonly string[];
    readonly items: readonly LockedItem[];
    readonly rooms: RoomBook;
    /** Of the items and these people, when the command has asked already. */
    readonly hindrances?: ReadonlyMap<string, Hindrance> | undefined;
    placeIdOf(item: LockedItem): string | null;
  },
): Promise<Map<string, ItemGrounds>> {
  const { courtId, personIds, items, rooms } = input;
  const ids = items.map(({ id }) => id);
  const hindrances =
    input.hindrances ?? (await ask(reader, hindrancesOf(courtId, { itemIds: ids, personIds })));
  await rooms.load(items.map((item) => input.placeIdOf(item)));
  const containerIds = items.flatMap(({ standing: { containerId } }) => containerId ?? []);
  const seals = await listContainerSeals(reader, courtId, containerIds);
  const grounds = new Map<string, ItemGrounds>();
  for (const item of items) {
    const room = await rooms.roomOf(input.placeIdOf(item));
    const hindrance = hindrances.get(item.id);
    grounds.set(item.id, {
      category: item.category,
      grade: item.grade,
      facts: item.facts,
      legalHolds: hindrance?.holders ?? [],
      openCount: hindrance?.openCount ?? null,
      isOwnershipDisputed: item.ownership === 'disputed',
      isInStocktake: false,
      isRoomFrozen: room?.isFrozen ?? false,
      custodianIds: room === null ? null : room.custodianIds,
      conflictedPersonIds: hindrance?.recusedIds ?? [],
      lastOccurredAtMs: item.lastOccurredAtMs,
      containerSeal: seals.get(item.standing.containerId ?? '') ?? null,
    });
  }
  return grounds;
}

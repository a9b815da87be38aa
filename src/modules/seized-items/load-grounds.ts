/** What is true of items beside where they stand: holds, rooms with their custodians, who must keep away from the case. */
import type { TenantReader } from '../../platform/database.ts';
import { findCase } from '../cases/find-case.ts';
import { findCustodian } from '../rooms/find-custodian.ts';
import { findRecused } from '../rooms/find-recused.ts';
import { findRoomOfPlace, type RoomOfPlace } from '../rooms/find-room-of-place.ts';
import { listContainerSeals } from './containers/container.sql.ts';
import type { ItemGrounds } from './decide-transition.ts';
import { listHolders } from './item-hold.sql.ts';
import type { LockedItem } from './item.sql.ts';

export interface KeepingRoom extends RoomOfPlace {
  readonly custodianIds: readonly string[];
}

/** Rooms of places, each asked for once. */
export interface RoomBook {
  roomOf(placeId: string | null): Promise<KeepingRoom | null>;
}

export function openRoomBook(reader: TenantReader, courtId: number, at: Date): RoomBook {
  const rooms = new Map<string, Promise<KeepingRoom | null>>();
  const custodians = new Map<string, Promise<readonly string[]>>();
  const custodiansOf = (roomId: string) => {
    const known = custodians.get(roomId);
    if (known) return known;
    const asked = findCustodian(reader, { courtId, roomId, at }).then(({ custodian, deputies }) =>
      [custodian, ...deputies].flatMap((person) => (person === null ? [] : [person.personId])),
    );
    custodians.set(roomId, asked);
    return asked;
  };
  const find = async (placeId: string): Promise<KeepingRoom | null> => {
    const room = await findRoomOfPlace(reader, { courtId, placeId });
    return room && { ...room, custodianIds: await custodiansOf(room.roomId) };
  };
  return {
    roomOf(placeId) {
      if (placeId === null) return Promise.resolve(null);
      const known = rooms.get(placeId);
      if (known) return known;
      const asked = find(placeId);
      rooms.set(placeId, asked);
      return asked;
    },
  };
}

async function listRecusedByCase(
  reader: TenantReader,
  courtId: number,
  personId: string,
  caseIds: ReadonlySet<string>,
): Promise<Map<string, readonly string[]>> {
  const recused = new Map<string, readonly string[]>();
  for (const caseId of caseIds) {
    const head = await findCase(reader, { courtId, id: caseId });
    const caseNumbers = head ? [head.number] : [];
    recused.set(caseId, await findRecused(reader, { courtId, personIds: [personId], caseId, caseNumbers }));
  }
  return recused;
}

/** Grounds by item; `placeIdOf`: the place whose custodian answers for what is done. */
export async function loadGrounds(
  reader: TenantReader,
  input: {
    readonly courtId: number;
    readonly actorId: string;
    readonly items: readonly LockedItem[];
    readonly rooms: RoomBook;
    placeIdOf(item: LockedItem): string | null;
  },
): Promise<Map<string, ItemGrounds>> {
  const { courtId, actorId, items, rooms } = input;
  const ids = items.map(({ id }) => id);
  const holders = await listHolders(reader, courtId, ids);
  const containerIds = items.flatMap(({ standing: { containerId } }) => containerId ?? []);
  const seals = await listContainerSeals(reader, courtId, containerIds);
  const recused = await listRecusedByCase(
    reader,
    courtId,
    actorId,
    new Set(items.map(({ caseId }) => caseId)),
  );
  const grounds = new Map<string, ItemGrounds>();
  for (const item of items) {
    const room = await rooms.roomOf(input.placeIdOf(item));
    grounds.set(item.id, {
      category: item.category,
      grade: item.grade,
      facts: item.facts,
      legalHolds: holders.get(item.id) ?? [],
      isOwnershipDisputed: item.ownership === 'disputed',
      isInStocktake: false,
      isRoomFrozen: room?.isFrozen ?? false,
      custodianIds: room === null ? null : room.custodianIds,
      conflictedPersonIds: recused.get(item.caseId) ?? [],
      lastOccurredAtMs: item.lastOccurredAtMs,
      containerSeal: seals.get(item.standing.containerId ?? '') ?? null,
    });
  }
  return grounds;
}

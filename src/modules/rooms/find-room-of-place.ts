import { ask, type Question, type TenantReader } from '../../platform/database.ts';
import {
  isEnvironment,
  isItemCategory,
  type EnvironmentKey,
  type ItemCategoryKey,
} from './item-categories.ts';
import {
  findRoomOfPlaceRow,
  presentRoomRows,
  roomsOfPlaceRows,
  type AskedPlaces,
  type KeepingRoomRow,
  type RoomFacts,
  type RoomOfPlaceRow,
} from './room-facts.sql.ts';

export interface RoomOfPlace {
  readonly roomId: string;
  /** Names from the root. */
  readonly name: string;
  readonly requiresTwoPersons: boolean;
  /** Empty: every category that the court keeps at all. */
  readonly allowedCategories: ItemCategoryKey[];
  readonly environment: EnvironmentKey[];
  /** Items that find room; null: not counted. */
  readonly capacity: number | null;
  /** A handover is open: nothing moves. */
  readonly isFrozen: boolean;
  /** The place is the room's locker for what is delivered at night: two people sign, and nobody enters the room. */
  readonly isEmergencyLocker: boolean;
}

/** The storage room that a place is, lies in, or serves as emergency locker; null for any other place. */
export async function findRoomOfPlace(
  reader: TenantReader,
  place: { readonly courtId: number; readonly placeId: string },
): Promise<RoomOfPlace | null> {
  const row = await findRoomOfPlaceRow(reader, place.courtId, place.placeId);
  return row ? roomOf(row) : null;
}

export interface KeepingRoom extends RoomOfPlace {
  /** Custodian and deputies at the moment. */
  readonly custodianIds: readonly string[];
}

/** The storage rooms of places, with who answers for them at the moment; a place in no storage room is absent. */
export async function listRoomsOfPlaces(
  reader: TenantReader,
  places: { readonly courtId: number; readonly placeIds: readonly string[]; readonly at: Date },
): Promise<Map<string, KeepingRoom>> {
  return ask(reader, roomsOfPlaces(places));
}

/** The same as a question. */
export function roomsOfPlaces({
  courtId,
  placeIds,
  at,
}: {
  readonly courtId: number;
  readonly placeIds: readonly string[];
  readonly at: Date;
}): Question<Map<string, KeepingRoom>> {
  const { statement, read } = roomsOfPlaceRows(courtId, { ids: placeIds }, at);
  return { statement, read: (rows) => keepingRoomsOf(read(rows)) };
}

function keepingRoomsOf(rows: readonly KeepingRoomRow[]): Map<string, KeepingRoom> {
  return new Map(rows.map((row) => [row.placeId, { ...roomOf(row), custodianIds: row.custodianIds }]));
}

export interface RoomsWithPresence {
  /** By place. */
  readonly rooms: ReadonlyMap<string, KeepingRoom>;
  /** Of the places that are open. */
  readonly paths: ReadonlyMap<string, string>;
  /** By room, of those that people enter. */
  readonly facts: ReadonlyMap<string, RoomFacts>;
}

/**
 * The storage rooms of places, as `listRoomsOfPlaces` says them, and which of the people are inside at the moment, for
 * `requirePresence`: a movement of that moment out of these rooms or into them is about to be written.
 */
export function roomsWithPresence(
  courtId: number,
  places: AskedPlaces,
  { at, personIds }: { readonly at: Date; readonly personIds: readonly string[] },
): Question<RoomsWithPresence> {
  const { statement, read } = presentRoomRows(courtId, places, at, personIds);
  const roomsOf = (given: readonly unknown[]): RoomsWithPresence => {
    const rows = read(given);
    const open = rows.flatMap(({ placeId, openPath }) =>
      openPath === null ? [] : [[placeId, openPath] as const],
    );
    const entered = rows.filter(({ isEmergencyLocker }) => !isEmergencyLocker);
    return {
      rooms: keepingRoomsOf(rows),
      paths: new Map(open),
      facts: new Map(entered.map((row) => [row.roomId, { ...row, name: row.ownName }])),
    };
  };
  return { statement, read: roomsOf };
}

function roomOf(row: RoomOfPlaceRow): RoomOfPlace {
  return {
    roomId: row.roomId,
    name: row.name,
    requiresTwoPersons: row.twoPersonsSince !== null,
    allowedCategories: row.allowedCategories.filter(isItemCategory),
    environment: row.environment.filter(isEnvironment),
    capacity: row.capacity,
    isFrozen: row.isFrozen,
    isEmergencyLocker: row.isEmergencyLocker,
  };
}

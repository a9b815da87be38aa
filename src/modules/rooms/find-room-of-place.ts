import { ask, type Question, type Statement, type TenantReader } from '../../platform/database.ts';
import {
  isEnvironment,
  isItemCategory,
  type EnvironmentKey,
  type ItemCategoryKey,
} from './item-categories.ts';
import { findRoomOfPlaceRow, roomsOfPlaceRows, type RoomOfPlaceRow } from './room-facts.sql.ts';

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

/** `placesOf`: a query of further places of the court. */
export function roomsOfPlaces({
  courtId,
  placeIds,
  placesOf,
  at,
}: {
  readonly courtId: number;
  readonly placeIds: readonly string[];
  readonly placesOf?: Statement;
  readonly at: Date;
}): Question<Map<string, KeepingRoom>> {
  const { statement, read } = roomsOfPlaceRows(courtId, { ids: placeIds, placesOf }, at);
  const roomsOf = (rows: readonly unknown[]) =>
    new Map(read(rows).map((row) => [row.placeId, { ...roomOf(row), custodianIds: row.custodianIds }]));
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

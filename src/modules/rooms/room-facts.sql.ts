/** What a movement of items asks about a room. */
import { sql } from 'kysely';
import {
  PREPARED,
  question,
  sendAhead,
  type Question,
  type Statement,
  type TenantTransaction,
  type TenantReader,
} from '../../platform/database.ts';
import { markedVisits } from './visit.sql.ts';

const IS_FROZEN = sql.raw(`exists (select from handovers handover where handover.court_id = settings.court_id
  and handover.room_id = settings.place_id and handover.state in ('counting', 'signing')) as "isFrozen"`);

export interface RoomFactsRow {
  readonly name: string;
  readonly twoPersonsSince: Date | null;
  readonly isFrozen: boolean;
}

export interface RoomFacts extends RoomFactsRow {
  /** People with a visit that covers the moment of the movement. */
  readonly presentIds: readonly string[];
}

/**
 * The room's settings, shared with other movements; a handover that wants to freeze it waits, and they for it. Visits
 * of the people that cover the moment are marked as what a movement rests on, so that they are never cut short of it:
 * whoever refuses the movement then undoes the mark with everything else.
 */
export async function lockRoomFacts(
  trx: TenantTransaction,
  room: { readonly courtId: number; readonly roomId: string },
  at: Date,
  personIds: readonly string[],
): Promise<RoomFacts | undefined> {
  const { courtId, roomId } = room;
  // A statement of its own: the next one must see what was committed while this one waited.
  await sendAhead(
    trx,
    sql`${PREPARED} select from room_settings where court_id = ${courtId} and place_id = ${roomId} for share`,
  );
  const { rows } = await sql<RoomFacts>`${PREPARED}
    with ${markedVisits({ courtId, roomIds: sql`${roomId}` }, at, personIds)}
    select place.name, settings.two_persons_since as "twoPersonsSince", ${IS_FROZEN},
      array(select person_id from present) as "presentIds"
    from room_settings settings
    join places place on place.court_id = settings.court_id and place.id = settings.place_id
    where settings.court_id = ${courtId} and settings.place_id = ${roomId}
      and settings.is_seized_property_room`.execute(trx);
  return rows[0];
}

/** Of `place` in the room of `settings`: what the room offers, and what the place itself and those above it do. */
export const ENVIRONMENT_OF_PLACE = sql`(case when settings.place_id = any(place.ancestor_ids)
      then settings.environment else '{}' end || array(
      select unnest(own.environment) from place_environments own
      where own.court_id = place.court_id and own.place_id = any(place.ancestor_ids)))`;

/** Of `place`, at most one row. What is said of a room is looked up for the one that was found, by its key. */
const ROOM_OF_PLACE = sql`
    select settings.place_id as "roomId", room.path as name, room.name as "ownName", settings.two_persons_since as "twoPersonsSince",
      settings.allowed_categories as "allowedCategories", ${ENVIRONMENT_OF_PLACE} as environment,
      settings.capacity,
      ${IS_FROZEN},
      settings."isEmergencyLocker"
    from (
      select near.*, coalesce(near.emergency_locker_id = any(place.ancestor_ids), false) as "isEmergencyLocker"
      from room_settings near
      where near.court_id = place.court_id and near.is_seized_property_room
        and (near.place_id = any(place.ancestor_ids) or near.emergency_locker_id = any(place.ancestor_ids))
      order by "isEmergencyLocker" desc limit 1
    ) settings
    cross join lateral (
      select named.path, named.name from places named
      where named.court_id = settings.court_id and named.id = settings.place_id offset 0
    ) room`;

export interface RoomOfPlaceRow {
  readonly roomId: string;
  /** Names from the root. */
  readonly name: string;
  readonly ownName: string;
  readonly twoPersonsSince: Date | null;
  readonly allowedCategories: readonly string[];
  readonly environment: readonly string[];
  readonly capacity: number | null;
  readonly isFrozen: boolean;
  readonly isEmergencyLocker: boolean;
}

/** The storage room that a place is, lies in, or serves as emergency locker. */
export async function findRoomOfPlaceRow(
  reader: TenantReader,
  courtId: number,
  placeId: string,
): Promise<RoomOfPlaceRow | undefined> {
  const { rows } = await sql<RoomOfPlaceRow>`${PREPARED}
    select room.* from places place cross join lateral (${ROOM_OF_PLACE}) room
    where place.court_id = ${courtId} and place.id = ${placeId}`.execute(reader);
  return rows[0];
}

export interface KeepingRoomRow extends RoomOfPlaceRow {
  readonly placeId: string;
  /** Of the place; null when it is closed. */
  readonly openPath: string | null;
  readonly custodianIds: readonly string[];
}

/** Places by their ids; `placesOf`: a query of further places. */
export interface AskedPlaces {
  readonly ids: readonly string[];
  readonly placesOf?: Statement | undefined;
}

/** An array: the plan of a list that is asked for by its keys stays small. */
function idsOf({ ids, placesOf }: AskedPlaces): Statement {
  return placesOf === undefined ? sql`${ids}::uuid[]` : sql`(${ids}::uuid[] || array(${placesOf}))`;
}

function selectRoomsOfPlaces(courtId: number, places: AskedPlaces, at: Date): Statement {
  return sql`
    select place.id as "placeId", case when place.closed_on is null then place.path end as "openPath", room.*,
      array(select office.person_id from custodianships office
        where office.court_id = place.court_id and office.room_id = room."roomId"
          and office.starts_at <= ${at}::timestamptz
          and (office.ends_at is null or office.ends_at > ${at}::timestamptz)) as "custodianIds"
    from places place cross join lateral (${ROOM_OF_PLACE}) room
    where place.court_id = ${courtId} and place.id = any(${idsOf(places)})`;
}

/** The same of several places, with who answers for each room at the moment; a place in no storage room is absent. */
export function roomsOfPlaceRows(
  courtId: number,
  places: AskedPlaces,
  at: Date,
): Question<readonly KeepingRoomRow[]> {
  const statement = sql<KeepingRoomRow>`${PREPARED} ${selectRoomsOfPlaces(courtId, places, at)}`;
  return question(statement, (rows) => rows);
}

/**
 * Keeps the places from being closed, and the rooms in which they lie from being frozen, as `lockRoomFacts` does.
 * `place_id` of each room; what is read of them is read by a later statement.
 */
export function lockRoomsOfPlaces(courtId: number, places: AskedPlaces): Statement {
  return sql`select settings.place_id from places place
    join room_settings settings on settings.court_id = place.court_id
      and (settings.place_id = any(place.ancestor_ids) or settings.emergency_locker_id = any(place.ancestor_ids))
    where place.court_id = ${courtId} and place.id = any(${idsOf(places)}) and place.closed_on is null
    order by settings.place_id, place.id for share of settings for key share of place`;
}

export type PresentRoomRow = KeepingRoomRow & Pick<RoomFacts, 'presentIds'>;

/** What `roomsOfPlaceRows` says, and of each room that people enter what `lockRoomFacts` says; the rooms are locked. */
export function presentRoomRows(
  courtId: number,
  places: AskedPlaces,
  at: Date,
  personIds: readonly string[],
): Question<readonly PresentRoomRow[]> {
  const roomIds = sql`select "roomId" from rooms where not "isEmergencyLocker"`;
  const statement = sql<PresentRoomRow>`${PREPARED}
    with rooms as (${selectRoomsOfPlaces(courtId, places, at)}), ${markedVisits({ courtId, roomIds }, at, personIds)}
    select rooms.*, array(select person_id from present where present.room_id = rooms."roomId") as "presentIds"
    from rooms`;
  return question(statement, (rows) => rows);
}

/** Whether the person was inside the room at any moment since then. */
export async function hasBeenInside(
  reader: TenantReader,
  of: {
    readonly courtId: number;
    readonly roomId: string;
    readonly personId: string;
    readonly since: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`select from visits
    where court_id = ${of.courtId} and room_id = ${of.roomId} and person_id = ${of.personId}
      and corrected_by_id is null and not voided and coalesce(left_at, 'infinity') >= ${of.since}::timestamptz
    limit 1`.execute(reader);
  return rows.length > 0;
}

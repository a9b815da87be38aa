/** Rows of places as storage rooms. Whoever changes a room or appoints to it locks its row of settings. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { ROOM_PLACE_KINDS, type PlaceKind } from '../storage/rules.ts';

export interface RoomRow {
  readonly courtId: number;
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly kind: PlaceKind;
  readonly code: string | null;
  readonly closedOn: string | null;
  /** 0 where the place has no settings. */
  readonly version: number;
  readonly isSeizedPropertyRoom: boolean;
  readonly twoPersonsSince: Date | null;
  readonly capacity: number | null;
  readonly allowedCategories: readonly string[];
  readonly environment: readonly string[];
  readonly emergencyLockerId: string | null;
  readonly emergencyLockerPath: string | null;
  readonly visitAlarmMinutes: number | null;
  readonly doors: readonly string[];
  readonly insideCount: number;
  readonly alarmCount: number;
  readonly handoverId: string | null;
}

function columns(now: Date) {
  return sql`place.court_id as "courtId", place.id, place.name, place.path, place.kind, place.code,
    place.closed_on as "closedOn", coalesce(settings.version, 0) as version,
    coalesce(settings.is_seized_property_room, false) as "isSeizedPropertyRoom",
    settings.two_persons_since as "twoPersonsSince", settings.capacity,
    coalesce(settings.allowed_categories, '{}') as "allowedCategories",
    coalesce(settings.environment, '{}') as environment, settings.emergency_locker_id as "emergencyLockerId",
    locker.path as "emergencyLockerPath", settings.visit_alarm_minutes as "visitAlarmMinutes",
    coalesce(settings.doors, '{}') as doors, inside.people as "insideCount", inside.alarms as "alarmCount",
    (select handover.id from handovers handover where handover.court_id = place.court_id
      and handover.room_id = place.id and handover.state in ('counting', 'signing')) as "handoverId"
    from places place
    left join room_settings settings on settings.court_id = place.court_id and settings.place_id = place.id
    left join places locker on locker.court_id = place.court_id and locker.id = settings.emergency_locker_id
    cross join lateral (select count(*)::integer as people, (count(*) filter (where visit.entered_at
        < ${now}::timestamptz - make_interval(mins => settings.visit_alarm_minutes)))::integer as alarms
      from visits visit where visit.court_id = place.court_id and visit.room_id = place.id
        and coalesce(visit.left_at, 'infinity'::timestamptz) = 'infinity'::timestamptz
        and visit.corrected_by_id is null and not visit.voided) inside`;
}

/** Open places of the court that are set up as storage rooms, in the order of the tree. */
export async function listRoomRows(reader: TenantReader, courtId: number, now: Date): Promise<RoomRow[]> {
  const { rows } = await sql<RoomRow>`select ${columns(now)}
    where place.court_id = ${courtId} and settings.is_seized_property_room and place.closed_on is null
    order by place.sort_key, place.id`.execute(reader);
  return rows;
}

/** A place that can be a storage room, set up or not. */
export async function findRoomRow(
  reader: TenantReader,
  courtIds: readonly number[],
  roomId: string,
  now: Date,
): Promise<RoomRow | undefined> {
  const { rows } = await sql<RoomRow>`select ${columns(now)}
    where place.court_id = any(${courtIds}::integer[]) and place.id = ${roomId}
      and place.kind = any(${[...ROOM_PLACE_KINDS]}::text[])`.execute(reader);
  return rows[0];
}

/** Locks the place and its settings until the end of the transaction. */
export async function lockRoom(
  trx: TenantTransaction,
  courtId: number,
  roomId: string,
  now: Date,
): Promise<RoomRow | undefined> {
  await sql`select from places where court_id = ${courtId} and id = ${roomId} for no key update`.execute(trx);
  await sql`select from room_settings where court_id = ${courtId} and place_id = ${roomId} for update`.execute(
    trx,
  );
  return findRoomRow(trx, [courtId], roomId, now);
}

export interface WrittenSettings {
  readonly isSeizedPropertyRoom: boolean;
  readonly twoPersonsSince: Date | null;
  readonly capacity: number | null;
  readonly allowedCategories: readonly string[];
  readonly environment: readonly string[];
  readonly emergencyLockerId: string | null;
  readonly visitAlarmMinutes: number;
  readonly doors: readonly string[];
}

/** Inserts the settings of a place, or replaces them with the next version. */
export async function writeRoomSettings(
  trx: TenantTransaction,
  courtId: number,
  placeId: string,
  settings: WrittenSettings,
): Promise<void> {
  await sql`
    insert into room_settings (court_id, place_id, is_seized_property_room, two_persons_since, capacity,
      allowed_categories, environment, emergency_locker_id, visit_alarm_minutes, doors)
    values (${courtId}, ${placeId}, ${settings.isSeizedPropertyRoom}, ${settings.twoPersonsSince},
      ${settings.capacity}, ${settings.allowedCategories}::text[], ${settings.environment}::text[],
      ${settings.emergencyLockerId}, ${settings.visitAlarmMinutes}, ${settings.doors}::text[])
    on conflict (court_id, place_id) do update set is_seized_property_room = excluded.is_seized_property_room,
      two_persons_since = excluded.two_persons_since, capacity = excluded.capacity,
      allowed_categories = excluded.allowed_categories, environment = excluded.environment,
      emergency_locker_id = excluded.emergency_locker_id, visit_alarm_minutes = excluded.visit_alarm_minutes,
      doors = excluded.doors, version = room_settings.version + 1`.execute(trx);
}

/** Whether the place is an open locker of the court. */
export async function isOpenLocker(reader: TenantReader, courtId: number, placeId: string): Promise<boolean> {
  const { rows } = await sql`select from places where court_id = ${courtId} and id = ${placeId}
    and kind = 'locker' and closed_on is null`.execute(reader);
  return rows.length > 0;
}

/** Rows of door events. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

/** The rooms of a court by the names of their doors. */
export async function listDoors(
  reader: TenantReader,
  courtId: number,
): Promise<{ door: string; roomId: string }[]> {
  const { rows } = await sql<{ door: string; roomId: string }>`select door, settings.place_id as "roomId"
    from room_settings settings cross join lateral unnest(settings.doors) as door
    where settings.court_id = ${courtId} and settings.is_seized_property_room`.execute(reader);
  return rows;
}

export interface KnownPersonRow {
  readonly id: string;
  readonly name: string;
  readonly badgeCode: string | null;
  readonly employeeNumber: string | null;
}

/** Everybody of the court, past ones included: old events are imported too. */
export async function listKnownPeople(reader: TenantReader, courtId: number): Promise<KnownPersonRow[]> {
  const { rows } = await sql<KnownPersonRow>`select id, full_name as name, badge_code as "badgeCode",
      employee_number as "employeeNumber"
    from people where id in (select id from people where court_id = ${courtId}
      union select person_id from memberships where court_id = ${courtId})`.execute(reader);
  return rows;
}

export interface NewDoorEvent {
  readonly id: string;
  readonly roomId: string;
  readonly door: string;
  readonly personId: string | null;
  readonly personText: string;
  readonly direction: 'in' | 'out';
  readonly at: Date;
}

/** Leaves out what was imported before. Answers how many are new. */
export async function insertDoorEvents(
  trx: TenantTransaction,
  courtId: number,
  events: readonly NewDoorEvent[],
  imported: { readonly at: Date; readonly byName: string },
): Promise<number> {
  const { rows } =
    await sql`insert into door_events (court_id, id, room_id, door, person_id, person_text, direction,
      occurred_at, imported_at, imported_by_name)
    select ${courtId}::integer, id, "roomId", door, "personId", "personText", direction, "at",
      ${imported.at}::timestamptz, ${imported.byName}::text
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event(id uuid, "roomId" uuid, door text,
      "personId" uuid, "personText" text, direction text, "at" timestamptz)
    on conflict (court_id, door, person_text, direction, occurred_at) do nothing returning id`.execute(trx);
  return rows.length;
}

export interface DoorEventRow {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly direction: 'in' | 'out';
  readonly at: Date;
}

/** At a room's doors from one moment on and before the other, by time. */
export async function listDoorEventRows(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string },
  span: { readonly from: Date; readonly before: Date },
): Promise<DoorEventRow[]> {
  const { rows } = await sql<DoorEventRow>`select event.id, event.person_id as "personId",
      coalesce(person.full_name, event.person_text) as name, event.direction, event.occurred_at as at
    from door_events event left join people person on person.id = event.person_id
    where event.court_id = ${room.courtId} and event.room_id = ${room.roomId}
      and event.occurred_at >= ${span.from} and event.occurred_at < ${span.before}
    order by event.occurred_at, event.id`.execute(reader);
  return rows;
}

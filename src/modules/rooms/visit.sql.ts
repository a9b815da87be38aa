/** Rows of visits. Whoever opens, closes or corrects one holds the court's lock of visits, so that no two decide at once. */
import { sql, type RawBuilder } from 'kysely';
import type { Statement, TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { VisitPurpose } from './visit-purposes.ts';

/** Any number that no other lock uses. */
const VISIT_LOCK = 7_350_120;

/** Until the end of the transaction nobody else of the court enters, leaves or is corrected. */
export async function lockVisits(trx: TenantTransaction, courtId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${VISIT_LOCK}, ${courtId})`.execute(trx);
}

export interface VisitRow {
  readonly courtId: number;
  readonly id: string;
  readonly rootId: string;
  readonly roomId: string;
  readonly roomPath: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly personUnit: string | null;
  readonly document: string | null;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
  readonly purpose: VisitPurpose;
  readonly note: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly escortRootId: string | null;
  readonly escortName: string | null;
  readonly secondPerson: string | null;
  readonly approvedBy: string | null;
  readonly carriedIn: string | null;
  readonly carriedOut: string | null;
  readonly keyNumber: string | null;
  readonly anomaly: string | null;
  readonly signedByBadge: boolean;
  readonly enteredLate: boolean;
  readonly leftLate: boolean;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  readonly leftRecordedAt: Date | null;
  readonly leftRecordedByName: string | null;
  readonly usedFrom: Date | null;
  readonly usedUntil: Date | null;
  readonly correctsId: string | null;
  readonly correctedById: string | null;
  readonly correctionReason: string | null;
  readonly voided: boolean;
  readonly alarmMinutes: number;
}

const COLUMNS =
  sql.raw(`visit.court_id as "courtId", visit.id, visit.root_id as "rootId", visit.room_id as "roomId",
  place.path as "roomPath", visit.person_id as "personId", visit.person_name as "personName",
  visit.person_unit as "personUnit", visit.document, visit.entered_at as "enteredAt", visit.left_at as "leftAt",
  visit.purpose, visit.note, visit.case_id as "caseId", visit.case_number as "caseNumber",
  visit.escort_root_id as "escortRootId", visit.escort_name as "escortName", visit.second_person as "secondPerson",
  visit.approved_by as "approvedBy", visit.carried_in as "carriedIn", visit.carried_out as "carriedOut",
  visit.key_number as "keyNumber", visit.anomaly, visit.signed_by_badge as "signedByBadge",
  visit.entered_late as "enteredLate", visit.left_late as "leftLate", visit.recorded_at as "recordedAt",
  visit.recorded_by_name as "recordedByName", visit.left_recorded_at as "leftRecordedAt",
  visit.left_recorded_by_name as "leftRecordedByName", visit.used_from as "usedFrom",
  visit.used_until as "usedUntil", visit.corrects_id as "correctsId", visit.corrected_by_id as "correctedById",
  visit.correction_reason as "correctionReason", visit.voided, settings.visit_alarm_minutes as "alarmMinutes"`);
const FROM = sql.raw(`from visits visit
  join places place on place.court_id = visit.court_id and place.id = visit.room_id
  join room_settings settings on settings.court_id = visit.court_id and settings.place_id = visit.room_id`);
/** Up to its conditions, for lists. */
export function selectVisits(): RawBuilder<VisitRow> {
  return sql<VisitRow>`select ${COLUMNS} ${FROM}`;
}

/** The visits that hold: not corrected, and they took place. */
const HOLDS = sql.raw(`visit.corrected_by_id is null and not visit.voided`);
const END = sql.raw(`coalesce(visit.left_at, 'infinity'::timestamptz)`);

export async function listVisitsById(
  reader: TenantReader,
  courtId: number,
  ids: readonly string[],
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} ${FROM}
    where visit.court_id = ${courtId} and visit.id = any(${ids}::uuid[])
    order by visit.entered_at, visit.person_id is null, visit.id`.execute(reader);
  return rows;
}

export interface TimeSpan {
  readonly from: Date;
  /** null: for ever. */
  readonly to: Date | null;
}

/** Visits of a room that touch the span, by entry. */
export async function listStaysInRoom(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string },
  { from, to }: TimeSpan,
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} ${FROM}
    where visit.court_id = ${room.courtId} and visit.room_id = ${room.roomId} and ${HOLDS}
      and ${END} >= ${from}::timestamptz and visit.entered_at <= coalesce(${to}::timestamptz, 'infinity')
    order by visit.entered_at, visit.person_id is null, visit.id`.execute(reader);
  return rows;
}

/** Visits of the people in other rooms that touch the span. */
export async function listStaysElsewhere(
  reader: TenantReader,
  of: { readonly courtId: number; readonly exceptRoomId: string; readonly personIds: readonly string[] },
  { from, to }: TimeSpan,
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} ${FROM}
    where visit.court_id = ${of.courtId} and visit.person_id = any(${of.personIds}::uuid[])
      and visit.room_id <> ${of.exceptRoomId} and ${HOLDS}
      and ${END} >= ${from}::timestamptz and visit.entered_at <= coalesce(${to}::timestamptz, 'infinity')`.execute(
    reader,
  );
  return rows;
}

/** The room in which a person is at the moment. */
export async function findRoomOfVisitor(
  reader: TenantReader,
  { courtId, personId, at }: { readonly courtId: number; readonly personId: string; readonly at: Date },
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select visit.room_id as id, place.path as name ${FROM}
    where visit.court_id = ${courtId} and visit.person_id = ${personId} and ${HOLDS}
      and visit.entered_at <= ${at}::timestamptz and ${END} > ${at}::timestamptz
    order by visit.entered_at desc limit 1`.execute(reader);
  return rows[0];
}

/** Who is inside a room now, by entry. */
export async function listInsideRows(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string },
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} ${FROM}
    where visit.court_id = ${room.courtId} and visit.room_id = ${room.roomId} and ${HOLDS}
      and ${END} = 'infinity'::timestamptz
    order by visit.entered_at, visit.person_id is null, visit.id`.execute(reader);
  return rows;
}

/** Open visits of a court, and how many of them are open for too long. */
export async function countOpenVisits(
  reader: TenantReader,
  courtId: number,
  now: Date,
): Promise<{ inside: number; alarms: number }> {
  const { rows } = await sql<{ inside: number; alarms: number }>`
    select count(*)::integer as inside, (count(*) filter (where visit.entered_at
      < ${now}::timestamptz - make_interval(mins => settings.visit_alarm_minutes)))::integer as alarms
    from visits visit
    join room_settings settings on settings.court_id = visit.court_id and settings.place_id = visit.room_id
    where visit.court_id = ${courtId} and visit.left_at is null and visit.corrected_by_id is null
      and not visit.voided`.execute(reader);
  return rows[0] ?? { inside: 0, alarms: 0 };
}

/** A visit as it is written; the names are those of the columns. */
export interface NewVisit {
  readonly id: string;
  readonly root_id: string;
  readonly room_id: string;
  readonly person_id: string | null;
  readonly person_name: string;
  readonly person_unit: string | null;
  readonly document: string | null;
  readonly entered_at: Date;
  readonly left_at: Date | null;
  readonly purpose: VisitPurpose;
  readonly note: string | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly escort_root_id: string | null;
  readonly escort_name: string | null;
  readonly second_person: string | null;
  readonly approved_by: string | null;
  readonly carried_in: string | null;
  readonly carried_out: string | null;
  readonly key_number: string | null;
  readonly anomaly: string | null;
  readonly signed_by_badge: boolean;
  readonly entered_late: boolean;
  readonly left_late: boolean;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly recorded_by_name: string;
  readonly left_recorded_at: Date | null;
  readonly left_recorded_by_name: string | null;
  readonly used_from: Date | null;
  readonly used_until: Date | null;
  readonly corrects_id: string | null;
  readonly correction_reason: string | null;
  readonly voided: boolean;
}

/** One statement for any number of visits. */
export async function insertVisits(
  trx: TenantTransaction,
  courtId: number,
  visits: readonly NewVisit[],
): Promise<void> {
  await sql`
    insert into visits (court_id, id, root_id, room_id, person_id, person_name, person_unit, document, entered_at,
      left_at, purpose, note, case_id, case_number, escort_root_id, escort_name, second_person, approved_by,
      carried_in, carried_out, key_number, anomaly, signed_by_badge, entered_late, left_late, recorded_at,
      recorded_by, recorded_by_name, left_recorded_at, left_recorded_by_name, used_from, used_until, corrects_id,
      correction_reason, voided)
    select ${courtId}::integer, id, root_id, room_id, person_id, person_name, person_unit, document, entered_at,
      left_at, purpose, note, case_id, case_number, escort_root_id, escort_name, second_person, approved_by,
      carried_in, carried_out, key_number, anomaly, signed_by_badge, entered_late, left_late, recorded_at,
      recorded_by, recorded_by_name, left_recorded_at, left_recorded_by_name, used_from, used_until, corrects_id,
      correction_reason, voided
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as visit(id uuid, root_id uuid, room_id uuid,
      person_id uuid, person_name text, person_unit text, document text, entered_at timestamptz, left_at timestamptz,
      purpose text, note text, case_id uuid, case_number text, escort_root_id uuid, escort_name text,
      second_person text, approved_by text, carried_in text, carried_out text, key_number text, anomaly text,
      signed_by_badge boolean, entered_late boolean, left_late boolean, recorded_at timestamptz, recorded_by uuid,
      recorded_by_name text, left_recorded_at timestamptz, left_recorded_by_name text, used_from timestamptz,
      used_until timestamptz, corrects_id uuid, correction_reason text, voided boolean)`.execute(trx);
}

export interface Closing {
  readonly leftAt: Date;
  readonly leftLate: boolean;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  readonly carriedOut: string | null;
  /** Added to what was noted on entering. */
  readonly anomaly: string | null;
}

export async function updateVisitsLeft(
  trx: TenantTransaction,
  courtId: number,
  visitIds: readonly string[],
  closing: Closing,
): Promise<void> {
  await sql`update visits set left_at = ${closing.leftAt}, left_late = ${closing.leftLate},
      left_recorded_at = ${closing.recordedAt}, left_recorded_by_name = ${closing.recordedByName},
      carried_out = coalesce(${closing.carriedOut}, carried_out),
      anomaly = nullif(concat_ws('；', anomaly, ${closing.anomaly}::text), '')
    where court_id = ${courtId} and id = any(${visitIds}::uuid[])`.execute(trx);
}

export async function updateVisitsCorrected(
  trx: TenantTransaction,
  courtId: number,
  corrections: readonly { readonly id: string; readonly by: string }[],
): Promise<void> {
  await sql`update visits visit set corrected_by_id = correction."by"
    from jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) as correction(id uuid, "by" uuid)
    where visit.court_id = ${courtId} and visit.id = correction.id`.execute(trx);
}

/**
 * `present`: visits of the people in the rooms that cover the moment, kept from being closed meanwhile; `marked`: those
 * among them on which no movement of that moment rested yet. `roomIds`: what may stand behind `in`.
 */
export function markedVisits(
  { courtId, roomIds }: { readonly courtId: number; readonly roomIds: Statement },
  at: Date,
  personIds: readonly string[],
): Statement {
  return sql`present as (
      select visit.id, visit.person_id, visit.room_id from visits visit
      where visit.court_id = ${courtId} and visit.room_id in (${roomIds})
        and visit.person_id = any(${personIds}::uuid[]) and ${HOLDS}
        and ${END} >= ${at}::timestamptz and visit.entered_at <= ${at}::timestamptz
      order by visit.id for no key update
    ), marked as (
      update visits visit set used_from = least(visit.used_from, ${at}::timestamptz),
        used_until = greatest(visit.used_until, ${at}::timestamptz)
      from present where visit.court_id = ${courtId} and visit.id = present.id
        and (visit.used_from is null or visit.used_until is null or visit.used_from > ${at}::timestamptz
          or visit.used_until < ${at}::timestamptz))`;
}

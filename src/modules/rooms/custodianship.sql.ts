/** Rows of custodianships. Whoever writes one holds the room's lock. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader, type TenantTransaction } from '../../platform/database.ts';

export interface CustodianshipRow {
  readonly id: string;
  readonly roomId: string;
  readonly personId: string;
  readonly personName: string;
  readonly kind: 'custodian' | 'deputy';
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly document: string;
  readonly appointedByName: string;
  readonly appointedAt: Date;
  readonly endReason: string | null;
  readonly endedByName: string | null;
}

const COLUMNS = sql.raw(`office.id, office.room_id as "roomId", office.person_id as "personId",
  person.full_name as "personName", office.kind, office.starts_at as "startsAt", office.ends_at as "endsAt",
  office.document, office.appointed_by_name as "appointedByName", office.appointed_at as "appointedAt",
  office.end_reason as "endReason", office.ended_by_name as "endedByName"
  from custodianships office join people person on person.id = office.person_id`);

/** Who answers for the rooms at the moment: each custodian before the deputies. */
export async function listResponsible(
  reader: TenantReader,
  at: { readonly courtId: number; readonly roomIds: readonly string[]; readonly at: Date },
): Promise<CustodianshipRow[]> {
  const { rows } = await sql<CustodianshipRow>`${PREPARED} select ${COLUMNS}
    where office.court_id = ${at.courtId} and office.room_id = any(${at.roomIds}::uuid[])
      and office.starts_at <= ${at.at} and (office.ends_at is null or office.ends_at > ${at.at})
    order by office.kind, office.starts_at, office.id`.execute(reader);
  return rows;
}

/** Every appointment to a room, the newest first. */
export async function listCustodianships(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string },
): Promise<CustodianshipRow[]> {
  const { rows } = await sql<CustodianshipRow>`select ${COLUMNS}
    where office.court_id = ${room.courtId} and office.room_id = ${room.roomId}
    order by office.starts_at desc, office.id desc`.execute(reader);
  return rows;
}

/** People in office at the moment or later. */
export async function countInOffice(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string; readonly at: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from custodianships
    where court_id = ${room.courtId} and room_id = ${room.roomId}
      and (ends_at is null or ends_at > ${room.at})`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Rooms for which the person answers at the moment or later, by path. */
export async function listRoomsOfPerson(
  reader: TenantReader,
  person: { readonly courtId: number; readonly personId: string; readonly at: Date },
): Promise<{ path: string; kind: 'custodian' | 'deputy' }[]> {
  const { rows } = await sql<{ path: string; kind: 'custodian' | 'deputy' }>`select place.path, office.kind
    from custodianships office
    join places place on place.court_id = office.court_id and place.id = office.room_id
    where office.court_id = ${person.courtId} and office.person_id = ${person.personId}
      and (office.ends_at is null or office.ends_at > ${person.at})
    order by office.kind, place.sort_key`.execute(reader);
  return rows;
}

export async function findCustodianship(
  reader: TenantReader,
  courtId: number,
  custodianshipId: string,
): Promise<CustodianshipRow | undefined> {
  const { rows } = await sql<CustodianshipRow>`select ${COLUMNS}
    where office.court_id = ${courtId} and office.id = ${custodianshipId}`.execute(reader);
  return rows[0];
}

export interface NewCustodianship {
  readonly id: string;
  readonly roomId: string;
  readonly personId: string;
  readonly kind: 'custodian' | 'deputy';
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly document: string;
  readonly appointedBy: string;
  readonly appointedByName: string;
  readonly appointedAt: Date;
}

export async function insertCustodianships(
  trx: TenantTransaction,
  courtId: number,
  offices: readonly NewCustodianship[],
): Promise<void> {
  const rows = offices.map((office) => ({
    court_id: courtId,
    id: office.id,
    room_id: office.roomId,
    person_id: office.personId,
    kind: office.kind,
    starts_at: office.startsAt,
    ends_at: office.endsAt,
    document: office.document,
    appointed_by: office.appointedBy,
    appointed_by_name: office.appointedByName,
    appointed_at: office.appointedAt,
  }));
  await sql`insert into custodianships (court_id, id, room_id, person_id, kind, starts_at, ends_at, document,
      appointed_by, appointed_by_name, appointed_at)
    select court_id, id, room_id, person_id, kind, starts_at, ends_at, document, appointed_by, appointed_by_name,
      appointed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as office(court_id integer, id uuid, room_id uuid,
      person_id uuid, kind text, starts_at timestamptz, ends_at timestamptz, document text, appointed_by uuid,
      appointed_by_name text, appointed_at timestamptz)`.execute(trx);
}

/** A deputy whose term has not begun ends where it would have begun. */
export async function updateCustodianshipEnded(
  trx: TenantTransaction,
  courtId: number,
  custodianshipId: string,
  end: { readonly at: Date; readonly reason: string; readonly byName: string },
): Promise<void> {
  await sql`update custodianships set ends_at = greatest(starts_at, ${end.at}::timestamptz),
      end_reason = ${end.reason}, ended_by_name = ${end.byName}
    where court_id = ${courtId} and id = ${custodianshipId}`.execute(trx);
}

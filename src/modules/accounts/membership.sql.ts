import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { HeldMembership } from './rules.ts';

/**
 * Every membership of the person in every court, with the person locked, so that two administrators of two courts
 * cannot both give them roles that must be kept apart.
 */
export async function lockMembershipsOfPerson(
  trx: TenantTransaction,
  personId: string,
): Promise<(HeldMembership & { id: string })[]> {
  const { rows } = await sql<{
    court_id: number;
    id: string;
    role: string;
    department_id: string | null;
    valid_from: string;
    valid_until: string | null;
  }>`select court_id, id, role, department_id, valid_from, valid_until
    from lock_memberships_of_person(${personId}::uuid)`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    courtId: row.court_id,
    role: row.role,
    departmentId: row.department_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}

export interface MembershipRow {
  readonly id: string;
  readonly person_id: string;
  readonly role: string;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly granted_by_name: string | null;
}

/** The person's memberships in one court, the latest first. */
export async function listMembershipsOfPerson(
  reader: TenantReader,
  courtId: number,
  personId: string,
): Promise<MembershipRow[]> {
  return reader
    .selectFrom('memberships as m')
    .leftJoin('departments as d', (join) =>
      join.onRef('d.court_id', '=', 'm.court_id').onRef('d.id', '=', 'm.department_id'),
    )
    .leftJoin('people as g', 'g.id', 'm.granted_by')
    .select([
      'm.id',
      'm.person_id',
      'm.role',
      'm.department_id',
      'd.name as department_name',
      'm.valid_from',
      'm.valid_until',
      'g.full_name as granted_by_name',
    ])
    .where('m.court_id', '=', courtId)
    .where('m.person_id', '=', personId)
    .orderBy('m.valid_from', 'desc')
    .orderBy('m.id', 'desc')
    .execute();
}

export async function lockMembership(trx: TenantTransaction, courtId: number, membershipId: string) {
  return trx
    .selectFrom('memberships')
    .select(['id', 'person_id', 'role', 'department_id', 'valid_from', 'valid_until'])
    .where('court_id', '=', courtId)
    .where('id', '=', membershipId)
    .forUpdate()
    .executeTakeFirst();
}

export interface NewMembership {
  readonly id: string;
  readonly personId: string;
  readonly role: string;
  readonly departmentId: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export async function insertMemberships(
  trx: TenantTransaction,
  courtId: number,
  memberships: readonly NewMembership[],
  by: { grantorId: string | null; now: Date },
): Promise<void> {
  const rows = memberships.map((membership) => ({
    id: membership.id,
    person_id: membership.personId,
    role: membership.role,
    department_id: membership.departmentId,
    valid_from: membership.validFrom,
    valid_until: membership.validUntil,
  }));
  await sql`insert into memberships (court_id, id, person_id, role, department_id, valid_from, valid_until,
      granted_by, created_at)
    select ${courtId}::integer, id, person_id, role, department_id, valid_from, valid_until,
      ${by.grantorId}::uuid, ${by.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as membership(id uuid, person_id uuid, role text,
      department_id uuid, valid_from date, valid_until date)`.execute(trx);
}

/** `until` is never before the beginning: a role that is ended before it began was never held. */
export async function updateMembershipUntil(
  trx: TenantTransaction,
  courtId: number,
  membershipId: string,
  until: string,
): Promise<void> {
  await sql`update memberships set valid_until = greatest(valid_from, ${until}::date)
    where court_id = ${courtId} and id = ${membershipId}::uuid`.execute(trx);
}

/** Ends what the person still holds in the writing court; counts the memberships. */
export async function updateMembershipsEnded(
  trx: TenantTransaction,
  courtId: number,
  personId: string,
  today: string,
): Promise<number> {
  const result = await sql`update memberships set valid_until = greatest(valid_from, ${today}::date)
    where court_id = ${courtId} and person_id = ${personId}::uuid
      and (valid_until is null or valid_until > ${today}::date)`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** The memberships by which open accounts hold the role in the court today or later. */
export async function listHoldersOfRole(
  reader: TenantReader,
  courtId: number,
  role: string,
  today: string,
): Promise<{ id: string; person_id: string }[]> {
  return reader
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.person_id'])
    .where('m.court_id', '=', courtId)
    .where('m.role', '=', role)
    .where('p.closed_at', 'is', null)
    .where((where) => where.or([where('m.valid_until', 'is', null), where('m.valid_until', '>', today)]))
    .execute();
}

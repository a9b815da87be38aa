/** People of a court as rooms see them: name, unit, and the roles of a day. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type TenantReader, type TenantTransaction } from '../../platform/database.ts';

export interface CourtPersonRow {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  readonly badgeCode: string | null;
  readonly roles: readonly string[];
}

/** Those of the people who have an open account and belong to the court or have a role in it on the day. */
export async function listCourtPeople(
  reader: TenantReader,
  at: { readonly courtId: number; readonly day: string },
  personIds: readonly string[],
): Promise<CourtPersonRow[]> {
  const { rows } = await sql<CourtPersonRow>`
    select person.id, person.full_name as name, department.name as department, person.badge_code as "badgeCode",
      coalesce(held.roles, '{}') as roles
    from people person
    left join lateral (
      select array_agg(distinct membership.role) as roles, min(membership.department_id::text)::uuid as department_id
      from memberships membership
      where membership.court_id = ${at.courtId} and membership.person_id = person.id
        and membership.valid_from <= ${at.day}::date
        and (membership.valid_until is null or membership.valid_until > ${at.day}::date)) held on true
    left join departments department on department.court_id = ${at.courtId} and department.id
      = coalesce(case when person.court_id = ${at.courtId} then person.department_id end, held.department_id)
    where person.id = any(${personIds}::uuid[]) and person.closed_at is null
      and (person.court_id = ${at.courtId} or held.roles is not null)`.execute(reader);
  return rows;
}

/** Keeps the account from being closed until the transaction ends. */
export async function holdPerson(trx: TenantTransaction, personId: string): Promise<void> {
  await sendAhead(trx, sql`${PREPARED} select hold_person(${personId}::uuid)`);
}

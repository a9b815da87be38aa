/** The department, person and place that a move goes to: do they exist, are they open, what are they called. */
import { sql } from 'kysely';
import { PREPARED, sendAhead, type TenantTransaction } from '../../platform/database.ts';

export interface Target {
  readonly departmentName: string | null;
  readonly personName: string | null;
  /** The person's own department in this court, for a move that names only the person. */
  readonly personDepartmentId: string | null;
  readonly personDepartmentName: string | null;
  readonly placePath: string | null;
}

/**
 * A name is null when the thing does not exist in the court, is closed, or was not asked for. All three are held until
 * the end of the transaction: closing one waits, so that nothing arrives where it is closed.
 */
export async function findTarget(
  trx: TenantTransaction,
  courtId: number,
  today: string,
  wanted: { departmentId: string | null; personId: string | null; placeId: string | null },
): Promise<Target> {
  // A statement of its own: the next one must see what was committed while this one waited.
  if (wanted.personId !== null)
    await sendAhead(trx, sql`${PREPARED} select hold_person(${wanted.personId}::uuid)`);
  const { rows } = await sql<Target>`${PREPARED}
    select
      (select name from departments where court_id = ${courtId} and id = ${wanted.departmentId}::uuid
        and closed_on is null for key share) as "departmentName",
      person.full_name as "personName", person.department_id as "personDepartmentId",
      person.department as "personDepartmentName",
      (select path from places where court_id = ${courtId} and id = ${wanted.placeId}::uuid
        and closed_on is null for key share) as "placePath"
    from (values (1)) as one(n)
    left join lateral (
      select people.full_name, department.id as department_id, department.name as department
      from people
      left join lateral (
        select membership.id, membership.department_id from memberships membership
        where membership.court_id = ${courtId} and membership.person_id = people.id
          and membership.valid_from <= ${today}::date
          and (membership.valid_until is null or membership.valid_until > ${today}::date)
        order by membership.department_id is null, membership.valid_from
        limit 1) membership on true
      left join departments department on department.court_id = ${courtId}
        and department.id = coalesce(case when people.court_id = ${courtId} then people.department_id end,
          membership.department_id)
      where people.id = ${wanted.personId}::uuid and people.closed_at is null
        and (people.court_id = ${courtId} or membership.id is not null)) person on true`.execute(trx);
  const row = rows[0];
  if (!row) throw new Error('a query without a from clause answers one row');
  return row;
}

/** In whose name a person decides today: their own, and that of those who have delegated to them. */
import { sql } from 'kysely';
import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { Principal } from './seat-rules.ts';

interface HeldRow {
  readonly personId: string;
  readonly personName: string;
  readonly role: string | null;
  readonly departmentId: string | null;
}

/**
 * The person first, then the delegators with open accounts. A delegation hands on what the delegator holds and never
 * what was delegated to them.
 */
export async function listPrincipals(
  reader: TenantReader,
  { courtId, personId, now }: { readonly courtId: number; readonly personId: string; readonly now: Date },
): Promise<Principal[]> {
  const today = shanghaiDay(now);
  const { rows } = await sql<HeldRow>`
    with principal as (
      select ${personId}::uuid as id, 0 as place
      union
      select from_person_id, 1 from approval_delegations
      where court_id = ${courtId} and to_person_id = ${personId} and ended_at is null
        and ${today}::date between valid_from and valid_to
    )
    select person.id as "personId", person.full_name as "personName", held.role,
      coalesce(held.department_id, person.department_id) as "departmentId"
    from principal
    join people person on person.id = principal.id and person.closed_at is null
    left join memberships held on held.person_id = person.id and held.court_id = ${courtId}
      and held.valid_from <= ${today}::date and (held.valid_until is null or held.valid_until > ${today}::date)
    order by principal.place, person.id`.execute(reader);
  const principals = new Map<string, { personName: string; roles: Principal['roles'][number][] }>();
  for (const { personId: id, personName, role, departmentId } of rows) {
    const principal = principals.get(id) ?? { personName, roles: [] };
    if (role !== null) principal.roles.push({ role, departmentId });
    principals.set(id, principal);
  }
  return [...principals].map(([id, principal]) => ({ personId: id, ...principal }));
}

/** Names of the court's people with open accounts, by id. */
export async function listOpenPeople(
  reader: TenantReader,
  courtId: number,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const today = shanghaiDay(now);
  const { rows } = await sql<{ id: string; name: string }>`
    select person.id, person.full_name as name from people person
    where person.id = any(${personIds}::uuid[]) and person.closed_at is null
      and exists (select from memberships held where held.person_id = person.id and held.court_id = ${courtId}
        and held.valid_from <= ${today}::date
        and (held.valid_until is null or held.valid_until > ${today}::date))`.execute(reader);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

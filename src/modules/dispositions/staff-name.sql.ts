/** People of the court by name. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

/** Somebody with an open account and a role in the court who bears the name. */
export async function findStaffNamed(
  reader: TenantReader,
  courtId: number,
  { name, today }: { readonly name: string; readonly today: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select person.id from people person
    where person.full_name = ${name} and person.closed_at is null
      and exists (select from memberships held where held.person_id = person.id and held.court_id = ${courtId}
        and held.valid_from <= ${today}::date
        and (held.valid_until is null or held.valid_until > ${today}::date))
    limit 1`.execute(reader);
  return rows[0]?.id;
}

/** The roles that a person holds in the court on the day. */
export async function listRolesOf(
  reader: TenantReader,
  courtId: number,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`
    select held.role from memberships held
    where held.person_id = ${personId} and held.court_id = ${courtId} and held.valid_from <= ${today}::date
      and (held.valid_until is null or held.valid_until > ${today}::date)`.execute(reader);
  return rows.map(({ role }) => role);
}

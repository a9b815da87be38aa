/** People as their badges name them. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface BadgeHolder {
  readonly id: string;
  readonly courtId: number;
  /** null: of a court that is out of reach. */
  readonly court: string | null;
  readonly name: string;
  readonly badgeCode: string | null;
  readonly employeeNumber: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly isClosed: boolean;
}

/** Those of the people who belong to the court or have a role in it today, by department, then name. */
export async function listBadgeHolderRows(
  reader: TenantReader,
  at: { readonly courtId: number; readonly today: string },
  personIds: readonly string[],
): Promise<BadgeHolder[]> {
  const { rows } = await sql<BadgeHolder>`
    select person.id, person.court_id as "courtId", court.name as court, person.full_name as name,
      person.badge_code as "badgeCode", person.employee_number as "employeeNumber",
      department.id as "departmentId", department.name as department, person.closed_at is not null as "isClosed"
    from people person
    left join courts court on court.id = person.court_id
    left join departments department on department.court_id = person.court_id
      and department.id = person.department_id
    where person.id = any(${personIds}::uuid[]) and (person.court_id = ${at.courtId} or exists (
      select from memberships held where held.court_id = ${at.courtId} and held.person_id = person.id
        and held.valid_from <= ${at.today}::date
        and (held.valid_until is null or held.valid_until > ${at.today}::date)))
    order by department.sort_order nulls last, department.name, person.full_name, person.id`.execute(reader);
  return rows;
}

/** Of people whom the writing court keeps. */
export async function updateBadgeCodes(
  trx: TenantTransaction,
  badges: readonly { readonly personId: string; readonly badgeCode: string }[],
): Promise<void> {
  await sql`update people person set badge_code = badge.code, version = person.version + 1
    from unnest(${badges.map(({ personId }) => personId)}::uuid[],
      ${badges.map(({ badgeCode }) => badgeCode)}::text[]) as badge(id, code)
    where person.id = badge.id`.execute(trx);
}

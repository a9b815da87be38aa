/** Lists of people: accounts for administrators, names for pickers. Keyset by username or name. */
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';
import type { TenantReader } from '../../platform/database.ts';
import { line } from '../../platform/fields.ts';

export interface PersonSummaryRow {
  readonly id: string;
  readonly username: string;
  readonly full_name: string;
  readonly court_id: number;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly employee_number: string | null;
  readonly roles: string[];
  readonly closed: boolean;
}

/** What the list is sorted by, of the last row of the page before. */
export const peopleCursor = z.strictObject({ key: line(200), id: z.uuid() });

export interface PeopleFilter {
  readonly courtId: number;
  readonly today: string;
  readonly q: string | null;
  readonly departmentId: string | null;
  readonly role: string | null;
  readonly personId: string | null;
  readonly status: 'active' | 'closed' | 'all';
  readonly after: z.output<typeof peopleCursor> | null;
  readonly limit: number;
}

const NO_FILTER = {
  q: null,
  departmentId: null,
  role: null,
  personId: null,
  status: 'all',
  after: null,
} as const;

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** The people of a court and those with a role in it, with the department in which they work or act there. */
function peopleOf(filter: PeopleFilter, order: 'username' | 'full_name') {
  const pattern = filter.q === null ? null : containing(filter.q);
  const sortedBy = order === 'username' ? sql.ref('p.username') : sql.ref('p.full_name');
  const conditions = [
    sql<SqlBool>`p.id in (
      select id from people where court_id = ${filter.courtId}
      union select person_id from memberships where court_id = ${filter.courtId}
        and valid_from <= ${filter.today}::date and (valid_until is null or valid_until > ${filter.today}::date))`,
    ...(filter.status === 'all'
      ? []
      : [
          filter.status === 'active'
            ? sql<SqlBool>`p.closed_at is null`
            : sql<SqlBool>`p.closed_at is not null`,
        ]),
    ...(pattern === null
      ? []
      : [
          sql<SqlBool>`(p.full_name ilike ${pattern} or p.username like lower(${pattern})
            or p.employee_number ilike ${pattern})`,
        ]),
    ...(filter.departmentId === null
      ? []
      : [sql<SqlBool>`coalesce(own.id, acting.id) = ${filter.departmentId}::uuid`]),
    ...(filter.personId === null ? [] : [sql<SqlBool>`p.id = ${filter.personId}::uuid`]),
    ...(filter.role === null ? [] : [sql<SqlBool>`${filter.role} = any (r.roles)`]),
    ...(filter.after === null
      ? []
      : [sql<SqlBool>`(${sortedBy}, p.id) > (${filter.after.key}, ${filter.after.id}::uuid)`]),
  ];
  return sql<PersonSummaryRow>`
    select p.id, p.username, p.full_name, p.court_id, p.employee_number,
      coalesce(own.id, acting.id) as department_id, coalesce(own.name, acting.name) as department_name,
      coalesce(r.roles, '{}') as roles, p.closed_at is not null as closed
    from people p
      left join lateral (
        select array_agg(distinct m.role order by m.role) as roles, min(m.department_id::text)::uuid as department_id
        from memberships m
        where m.court_id = ${filter.courtId} and m.person_id = p.id and m.valid_from <= ${filter.today}::date
          and (m.valid_until is null or m.valid_until > ${filter.today}::date)
      ) r on true
      left join departments own on own.court_id = p.court_id and own.id = p.department_id
        and p.court_id = ${filter.courtId}
      left join departments acting on acting.court_id = ${filter.courtId} and acting.id = r.department_id
    where ${sql.join(conditions, sql` and `)}
    order by ${sortedBy}, p.id
    limit ${filter.limit}`;
}

/** Sorted by username. */
export async function listPeopleOfCourt(
  reader: TenantReader,
  filter: PeopleFilter,
): Promise<PersonSummaryRow[]> {
  return (await peopleOf(filter, 'username').execute(reader)).rows;
}

/** Sorted by name. */
export async function listDirectory(reader: TenantReader, filter: PeopleFilter): Promise<PersonSummaryRow[]> {
  return (await peopleOf(filter, 'full_name').execute(reader)).rows;
}

/** The open account that a badge belongs to. */
export async function findPersonIdByBadge(
  reader: TenantReader,
  badgeCode: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom('people')
    .select('id')
    .where('badge_code', '=', badgeCode)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/** One person as they work or act in the court; undefined when they neither belong to it nor have a role in it. */
export async function findPersonOfCourt(
  reader: TenantReader,
  courtId: number,
  personId: string,
  today: string,
): Promise<PersonSummaryRow | undefined> {
  const filter = { ...NO_FILTER, courtId, personId, today, limit: 1 };
  return (await peopleOf(filter, 'username').execute(reader)).rows[0];
}

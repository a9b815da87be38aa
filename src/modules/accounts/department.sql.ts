import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface DepartmentRow {
  readonly id: string;
  readonly court_id: number;
  readonly parent_id: string | null;
  readonly name: string;
  readonly sort_order: number;
  readonly closed_on: string | null;
}

const COLUMNS = ['id', 'court_id', 'parent_id', 'name', 'sort_order', 'closed_on'] as const;

/** In the order in which the court lists them, with the number of people who work there. */
export async function listDepartmentsOfCourt(
  reader: TenantReader,
  courtId: number,
  options: { includeClosed: boolean },
): Promise<(DepartmentRow & { people_count: number })[]> {
  let query = reader
    .selectFrom('departments as d')
    .select(COLUMNS.map((column) => `d.${column}` as const))
    .select((select) =>
      select
        .selectFrom('people as p')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('p.court_id', '=', 'd.court_id')
        .whereRef('p.department_id', '=', 'd.id')
        .where('p.closed_at', 'is', null)
        .$asScalar()
        .as('people_count'),
    )
    .where('d.court_id', '=', courtId);
  if (!options.includeClosed) query = query.where('d.closed_on', 'is', null);
  const rows = await query.orderBy('d.sort_order').orderBy('d.name').orderBy('d.id').execute();
  return rows.map((row) => ({ ...row, people_count: Number(row.people_count ?? 0) }));
}

/** Whether the court has the department and it is open. */
export async function isDepartmentOpen(
  reader: TenantReader,
  courtId: number,
  departmentId: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('departments')
    .select('id')
    .where('court_id', '=', courtId)
    .where('id', '=', departmentId)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every department of the court, locked: a tree is changed by one command at a time. */
export async function lockDepartments(trx: TenantTransaction, courtId: number): Promise<DepartmentRow[]> {
  return trx
    .selectFrom('departments')
    .select(COLUMNS)
    .where('court_id', '=', courtId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export interface NewDepartment {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly sortOrder: number;
}

/** Parents come before children. A name that is taken is a unique violation. */
export async function insertDepartments(
  trx: TenantTransaction,
  courtId: number,
  departments: readonly NewDepartment[],
  now: Date,
): Promise<void> {
  await sql`insert into departments (court_id, id, parent_id, name, sort_order, created_at)
    select ${courtId}::integer, id, parent_id, name, sort_order, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(
      departments.map(({ id, parentId, name, sortOrder }) => ({
        id,
        parent_id: parentId,
        name,
        sort_order: sortOrder,
      })),
    )}::jsonb) as department(id uuid, parent_id uuid, name text, sort_order integer)`.execute(trx);
}

export async function updateDepartmentRow(
  trx: TenantTransaction,
  courtId: number,
  department: NewDepartment,
): Promise<void> {
  await trx
    .updateTable('departments')
    .set({ parent_id: department.parentId, name: department.name, sort_order: department.sortOrder })
    .where('court_id', '=', courtId)
    .where('id', '=', department.id)
    .execute();
}

export async function updateDepartmentClosed(
  trx: TenantTransaction,
  courtId: number,
  departmentId: string,
  day: string,
): Promise<void> {
  await trx
    .updateTable('departments')
    .set({ closed_on: day })
    .where('court_id', '=', courtId)
    .where('id', '=', departmentId)
    .execute();
}

/** People with an open account who work there, or hold a role for it today or later. */
export async function countPeopleOfDepartment(
  reader: TenantReader,
  courtId: number,
  departmentId: string,
  today: string,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from people p
    where p.closed_at is null and (
      (p.court_id = ${courtId} and p.department_id = ${departmentId})
      or exists (select from memberships m where m.court_id = ${courtId} and m.person_id = p.id
        and m.department_id = ${departmentId} and (m.valid_until is null or m.valid_until > ${today}::date)))`.execute(
    reader,
  );
  return rows[0]?.n ?? 0;
}

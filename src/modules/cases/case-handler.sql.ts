/** Who handles a case from when to when, and the people and departments that may be chosen. */
import { sql } from 'kysely';
import { sendAhead, type TenantReader, type TenantTransaction } from '../../platform/database.ts';

export interface CaseHandlerRow {
  readonly handlerId: string;
  readonly handler: string;
  readonly department: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly reason: string | null;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** The present handler first. */
export async function listCaseHandlers(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<CaseHandlerRow[]> {
  const { rows } = await sql<CaseHandlerRow>`
    select handler_id as "handlerId", handler_name as handler, department_name as department, from_on as "fromOn",
      until_on as "untilOn", reason, recorded_by_name as "recordedByName", recorded_at as "recordedAt"
    from case_handlers where court_id = ${courtId} and case_id = ${caseId}
    order by from_on desc, recorded_at desc, id desc`.execute(reader);
  return rows;
}

export interface NewCaseHandler {
  readonly id: string;
  readonly caseId: string;
  readonly handlerId: string;
  readonly handler: string;
  readonly departmentId: string;
  readonly department: string;
  readonly fromOn: string;
  readonly reason: string | null;
}

export async function insertCaseHandlers(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  handlers: readonly NewCaseHandler[],
): Promise<void> {
  await sql`
    insert into case_handlers (court_id, id, case_id, handler_id, handler_name, department_id, department_name, from_on,
      reason, recorded_by, recorded_by_name, recorded_at)
    select ${courtId}, id, "caseId", "handlerId", handler, "departmentId", department, "fromOn", reason,
      ${by.personId}, ${by.personName}, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(handlers)}::jsonb) as new(id uuid, "caseId" uuid, "handlerId" uuid,
      handler text, "departmentId" uuid, department text, "fromOn" date, reason text)`.execute(trx);
}

/** The present handler ends on the day on which the next begins. */
export async function updateHandlerEnded(
  trx: TenantTransaction,
  courtId: number,
  caseId: string,
  untilOn: string,
): Promise<void> {
  await sql`update case_handlers set until_on = ${untilOn}
    where court_id = ${courtId} and case_id = ${caseId} and until_on is null`.execute(trx);
}

export interface CourtPerson {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
}

/** Those of the people who have an open account and work or hold a role in the court today; held against closing. */
export async function lockCourtPeople(
  trx: TenantTransaction,
  courtId: number,
  today: string,
  personIds: readonly string[],
): Promise<CourtPerson[]> {
  for (const personId of personIds) await sendAhead(trx, sql`select hold_person(${personId}::uuid)`);
  const { rows } = await sql<CourtPerson>`
    select person.id, person.full_name as name,
      coalesce(case when person.court_id = ${courtId} then person.department_id end, membership.department_id)
        as "departmentId"
    from people person
    left join lateral (
      select id, department_id from memberships
      where court_id = ${courtId} and person_id = person.id and valid_from <= ${today}::date
        and (valid_until is null or valid_until > ${today}::date)
      order by department_id is null, valid_from limit 1) membership on true
    where person.id = any(${personIds}::uuid[]) and person.closed_at is null
      and (person.court_id = ${courtId} or membership.id is not null)`.execute(trx);
  return rows;
}

/** Open departments of the court among these. */
export async function lockDepartmentNames(
  trx: TenantTransaction,
  courtId: number,
  departmentIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from departments
    where court_id = ${courtId} and id = any(${departmentIds}::uuid[]) and closed_on is null
    for key share`.execute(trx);
  return rows;
}

/** Handler and clerk of each of the cases. */
export async function listCaseKeepers(
  reader: TenantReader,
  courtId: number,
  caseIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; handlerId: string; clerkId: string | null }>`
    select id, handler_id as "handlerId", clerk_id as "clerkId" from cases
    where court_id = ${courtId} and id = any(${caseIds}::uuid[])`.execute(reader);
  return new Map(
    rows.map(({ id, handlerId, clerkId }) => [id, clerkId === null ? [handlerId] : [handlerId, clerkId]]),
  );
}

/** Rows of cases. Whoever changes a case, its numbers, parties or links holds its row. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader, type TenantTransaction } from '../../platform/database.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow } from './case-row.sql.ts';
import type { CaseStage, Secrecy } from './rules.ts';

/** A case of one of the courts. */
export async function findCaseRow(
  reader: TenantReader,
  courtIds: readonly number[],
  caseId: string,
): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`${PREPARED} select ${CASE_COLUMNS} from cases c ${CASE_JOINS}
    where c.court_id = any(${courtIds}::integer[]) and c.id = ${caseId}`.execute(reader);
  return rows[0];
}

/** Cases of a court by id, in any order. */
export async function listCaseRowsById(
  reader: TenantReader,
  courtId: number,
  caseIds: readonly string[],
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`select ${CASE_COLUMNS} from cases c ${CASE_JOINS}
    where c.court_id = ${courtId} and c.id = any(${caseIds}::uuid[])`.execute(reader);
  return rows;
}

/** The same, held until the end of the transaction. */
export async function lockCaseRow(
  trx: TenantTransaction,
  courtId: number,
  caseId: string,
): Promise<CaseRow | undefined> {
  await sql`select from cases where court_id = ${courtId} and id = ${caseId} for no key update`.execute(trx);
  return findCaseRow(trx, [courtId], caseId);
}

export interface NewCaseRow {
  readonly id: string;
  readonly number: string;
  readonly cause: string;
  readonly handlerId: string;
  readonly clerkId: string | null;
  readonly departmentId: string;
  readonly stage: CaseStage;
  readonly acceptedOn: string;
  readonly effectiveOn: string | null;
  readonly closedOn: string | null;
  readonly secrecy: Secrecy;
  readonly involvesMinors: boolean;
  readonly seizingOrgan: string | null;
  readonly procuratorate: string | null;
}

export async function insertCases(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly now: Date },
  cases: readonly NewCaseRow[],
): Promise<void> {
  await sql`
    insert into cases (court_id, id, number, cause, handler_id, clerk_id, department_id, stage, accepted_on,
      effective_on, closed_on, secrecy, involves_minors, seizing_organ, procuratorate, created_by, created_at)
    select ${courtId}, id, number, cause, "handlerId", "clerkId", "departmentId", stage, "acceptedOn",
      "effectiveOn", "closedOn", secrecy, "involvesMinors", "seizingOrgan", procuratorate, ${by.personId}, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as new(id uuid, number text, cause text,
      "handlerId" uuid, "clerkId" uuid, "departmentId" uuid, stage text, "acceptedOn" date, "effectiveOn" date,
      "closedOn" date, secrecy text, "involvesMinors" boolean, "seizingOrgan" text, procuratorate text)`.execute(
    trx,
  );
}

/** What can be corrected; the primary number and the handler change in their own ways. */
export type CaseCorrection = Omit<NewCaseRow, 'id' | 'number' | 'handlerId'>;

export async function updateCase(
  trx: TenantTransaction,
  courtId: number,
  caseId: string,
  after: CaseCorrection,
): Promise<void> {
  await sql`update cases set cause = ${after.cause}, clerk_id = ${after.clerkId},
      department_id = ${after.departmentId}, stage = ${after.stage}, accepted_on = ${after.acceptedOn},
      effective_on = ${after.effectiveOn}, closed_on = ${after.closedOn}, secrecy = ${after.secrecy},
      involves_minors = ${after.involvesMinors}, seizing_organ = ${after.seizingOrgan},
      procuratorate = ${after.procuratorate}, version = version + 1
    where court_id = ${courtId} and id = ${caseId}`.execute(trx);
}

/** `number`: another one becomes the primary. Without it only the version moves on. */
export async function touchCase(
  trx: TenantTransaction,
  courtId: number,
  caseId: string,
  change: { readonly number?: string } = {},
): Promise<void> {
  await sql`update cases set number = coalesce(${change.number ?? null}, number), version = version + 1
    where court_id = ${courtId} and id = ${caseId}`.execute(trx);
}

export async function updateCaseHandler(
  trx: TenantTransaction,
  courtId: number,
  caseId: string,
  after: { readonly handlerId: string; readonly departmentId: string },
): Promise<void> {
  await sql`update cases set handler_id = ${after.handlerId}, department_id = ${after.departmentId},
      version = version + 1
    where court_id = ${courtId} and id = ${caseId}`.execute(trx);
}

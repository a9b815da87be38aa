/** What every reader of cases selects: the case with the names of its people. */
import { sql } from 'kysely';
import type { CaseStage, Secrecy } from './rules.ts';

export interface CaseRow {
  readonly courtId: number;
  readonly id: string;
  /** The canonical primary number. */
  readonly number: string;
  readonly cause: string;
  readonly handlerId: string;
  readonly handler: string;
  readonly clerkId: string | null;
  readonly clerk: string | null;
  readonly departmentId: string;
  readonly department: string;
  readonly stage: CaseStage;
  readonly acceptedOn: string;
  readonly effectiveOn: string | null;
  readonly closedOn: string | null;
  readonly secrecy: Secrecy;
  readonly involvesMinors: boolean;
  readonly seizingOrgan: string | null;
  readonly procuratorate: string | null;
  readonly version: number;
}

export const CASE_COLUMNS = sql.raw(`c.court_id as "courtId", c.id, c.number, c.cause,
  c.handler_id as "handlerId", handler.full_name as handler, c.clerk_id as "clerkId", clerk.full_name as clerk,
  c.department_id as "departmentId", department.name as department, c.stage, c.accepted_on as "acceptedOn",
  c.effective_on as "effectiveOn", c.closed_on as "closedOn", c.secrecy, c.involves_minors as "involvesMinors",
  c.seizing_organ as "seizingOrgan", c.procuratorate, c.version`);

export const CASE_JOINS = sql.raw(`join people handler on handler.id = c.handler_id
  left join people clerk on clerk.id = c.clerk_id
  join departments department on department.court_id = c.court_id and department.id = c.department_id`);

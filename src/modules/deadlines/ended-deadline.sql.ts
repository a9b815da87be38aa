/** Clocks that have ended, for what takes their end back. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';
import type { DeadlineRow } from './deadline.sql.ts';

export type EndedDeadline = Pick<
  DeadlineRow,
  | 'ruleId'
  | 'ruleVersion'
  | 'subjectLabel'
  | 'caseId'
  | 'roomId'
  | 'ownerId'
  | 'departmentId'
  | 'startOn'
  | 'startAt'
  | 'dueAt'
>;

/** Of the rules, settled for the thing at this moment because it was done. */
export async function listDeadlinesSettledAt(
  reader: TenantReader,
  courtId: number,
  of: {
    readonly subjectKind: string;
    readonly subjectId: string;
    readonly ruleIds: readonly DeadlineRuleId[];
    readonly settledAt: Date;
  },
): Promise<EndedDeadline[]> {
  const { rows } = await sql<EndedDeadline>`
    select rule_id as "ruleId", rule_version as "ruleVersion", subject_label as "subjectLabel", case_id as "caseId", room_id as "roomId",
      owner_id as "ownerId", department_id as "departmentId", start_on as "startOn", start_at as "startAt",
      due_at as "dueAt"
    from deadlines where court_id = ${courtId} and subject_kind = ${of.subjectKind}
      and subject_id = ${of.subjectId} and rule_id = any(${of.ruleIds}::text[])
      and settled_at = ${of.settledAt} and outcome = 'done'
    order by due_at, id`.execute(reader);
  return rows;
}

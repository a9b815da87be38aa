/** The open cases of a person by what is due next in them. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { DeadlineRuleId } from '../deadlines/deadline-rules.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow } from './case-row.sql.ts';

export interface OwnCaseRow extends CaseRow {
  /** null: no clock runs in the case. */
  readonly nextRuleId: DeadlineRuleId | null;
  readonly nextDueOn: string | null;
  readonly nextDueAt: Date | null;
  /** Of all that the person has. */
  readonly total: number;
}

/** Handled or kept by the person; the next due first, cases without a clock last, of those the latest first. */
export async function listOwnCaseRows(
  reader: TenantReader,
  courtId: number,
  { personId, limit }: { readonly personId: string; readonly limit: number },
): Promise<OwnCaseRow[]> {
  const { rows } = await sql<OwnCaseRow>`select ${CASE_COLUMNS}, next.rule_id as "nextRuleId",
      next.due_on as "nextDueOn", next.due_at as "nextDueAt", count(*) over ()::integer as total
    from cases c ${CASE_JOINS}
    left join lateral (select clock.rule_id, clock.due_on, clock.due_at from deadlines clock
      where clock.court_id = c.court_id and clock.case_id = c.id and clock.settled_at is null
      order by clock.due_at, clock.id limit 1) next on true
    where c.court_id = ${courtId} and (c.handler_id = ${personId} or c.clerk_id = ${personId}) and c.closed_on is null
    order by next.due_at nulls last, c.accepted_on desc, c.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** The clock that runs for a thing. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { RunningKey } from './deadline.sql.ts';

/** The last day of the clock that runs for the thing; null: none does. */
export async function findRunningDeadlineDay(
  reader: TenantReader,
  courtId: number,
  { ruleId, subjectKind, subjectId }: RunningKey,
): Promise<string | null> {
  const { rows } = await sql<{ dueOn: string }>`select due_on as "dueOn" from deadlines
    where court_id = ${courtId} and rule_id = ${ruleId} and subject_kind = ${subjectKind}
      and subject_id = ${subjectId} and settled_at is null`.execute(reader);
  return rows[0]?.dueOn ?? null;
}

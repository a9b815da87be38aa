/** How many deadlines wait for a person, by how loud they are. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { DeadlineReach } from './deadline.sql.ts';

export interface DueCounts {
  readonly open: number;
  readonly soon: number;
  readonly overdue: number;
  /** Louder than when the person last said that they had seen it. */
  readonly unseen: number;
  /** Told to the head of department or the leaders; of everybody whom the person reads. */
  readonly escalated: number;
}

/** The person's own, and what was escalated within their reach. */
export async function countDueDeadlines(
  reader: TenantReader,
  courtId: number,
  { personId, isWhole, departmentIds }: DeadlineReach,
  now: Date,
): Promise<DueCounts> {
  const isReached = sql`(${isWhole} or owner_id = ${personId} or department_id = any(${departmentIds}::uuid[]))`;
  const { rows } = await sql<DueCounts>`
    select mine.*, (select count(*)::integer from deadlines where court_id = ${courtId} and settled_at is null
        and level >= 3 and ${isReached}) as escalated
    from (select count(*)::integer as open,
        count(*) filter (where due_at > ${now} and due_at <= ${now}::timestamptz + interval '7 days')::integer as soon,
        count(*) filter (where due_at <= ${now})::integer as overdue,
        count(*) filter (where level > coalesce(acknowledged_level, 0))::integer as unseen
      from deadlines where court_id = ${courtId} and owner_id = ${personId} and settled_at is null) mine`.execute(
    reader,
  );
  return rows[0] ?? { open: 0, soon: 0, overdue: 0, unseen: 0, escalated: 0 };
}

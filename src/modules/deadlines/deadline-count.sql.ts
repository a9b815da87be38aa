/** How many deadlines wait for a person, by how loud they are. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { isEscalated, isUnseen, type DeadlineReach } from './deadline.sql.ts';

export interface DueCounts {
  readonly open: number;
  readonly soon: number;
  readonly overdue: number;
  /** Louder than when the person last said that they had seen it. */
  readonly unseen: number;
  /** Told upwards by now, within the person’s reach. */
  readonly escalated: number;
}

/** The person's own, and what was escalated within their reach. */
export async function countDueDeadlines(
  reader: TenantReader,
  courtId: number,
  reach: DeadlineReach,
  now: Date,
): Promise<DueCounts> {
  const { personId } = reach;
  const { rows } = await sql<DueCounts>`
    select mine.*, (select count(*)::integer from deadlines d where court_id = ${courtId} and settled_at is null
        and ${isEscalated(reach, now)}) as escalated
    from (select count(*)::integer as open,
        count(*) filter (where due_at > ${now} and due_at <= ${now}::timestamptz + interval '7 days')::integer as soon,
        count(*) filter (where due_at <= ${now})::integer as overdue,
        count(*) filter (where ${isUnseen(now)})::integer as unseen
      from deadlines d where court_id = ${courtId} and owner_id = ${personId} and settled_at is null) mine`.execute(
    reader,
  );
  return rows[0] ?? { open: 0, soon: 0, overdue: 0, unseen: 0, escalated: 0 };
}

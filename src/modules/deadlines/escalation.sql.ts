/** Deadlines whose next level has begun, found and raised by the owner of the schema, in every court. */
import { newId } from '../../platform/ids.ts';
import { deadlineRule, isDeadlineRuleId } from './deadline-rules.ts';
import { standingAt } from './levels.rules.ts';

/** A connection as the owner of the schema; only what this file asks of it. */
export interface OwnerConnection {
  query<R>(text: string, values: unknown[]): Promise<{ rows: R[] }>;
}

interface Waiting {
  readonly court_id: number;
  readonly id: string;
  readonly rule_id: string;
  readonly due_at: Date;
}

const ROWS_AT_ONCE = 500;
/** In whose name the sweep leaves its events. */
export const SYSTEM_NAME = '系统';

async function raise(
  owner: OwnerConnection,
  { court_id, id, rule_id, due_at }: Waiting,
  now: Date,
): Promise<void> {
  const remindDaysBefore = isDeadlineRuleId(rule_id) ? deadlineRule(rule_id).remindDaysBefore : [];
  const { level, nextAt } = standingAt(due_at, remindDaysBefore, now);
  await owner.query(
    `with raised as (
       update deadlines set level = $3, next_level_at = $4,
         acknowledged_level = case when level < $3 then acknowledged_level end
       where court_id = $1 and id = $2 and settled_at is null and next_level_at <= $5
       returning court_id, id, due_at)
     insert into deadline_events (court_id, id, deadline_id, kind, level, due_at, occurred_at, actor_name)
     select court_id, $6, id, 'escalated', $3, due_at, $5, $7 from raised`,
    [court_id, id, level, nextAt, now, newId(now.getTime()), SYSTEM_NAME],
  );
}

/**
 * Raises every deadline whose next level has begun, or of which its rule reminds again so that it is to be seen anew, and
 * leaves an event of each. Answers how many.
 */
export async function escalateDeadlines(owner: OwnerConnection, now: Date): Promise<number> {
  for (let raised = 0; ;) {
    const { rows } = await owner.query<Waiting>(
      `select court_id, id, rule_id, due_at from deadlines
       where settled_at is null and next_level_at <= $1 order by next_level_at limit ${ROWS_AT_ONCE}`,
      [now],
    );
    for (const row of rows) await raise(owner, row, now);
    raised += rows.length;
    if (rows.length < ROWS_AT_ONCE) return raised;
  }
}

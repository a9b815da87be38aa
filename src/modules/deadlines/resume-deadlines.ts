import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { deadlineRule, type DeadlineRuleId } from './deadline-rules.ts';
import { listDeadlinesSettledAt, type EndedDeadline } from './ended-deadline.sql.ts';
import { setDeadlines } from './set-deadline.ts';

/** What `setDeadlines` keeps of a clock whose end was said and not counted. */
const FIXED = 'fixed';

/** A check that repeats is as far from today as it was from its beginning; any other clock keeps its days. */
function daysOf({ ruleId, ruleVersion, startOn, startAt, dueAt }: EndedDeadline, now: Date) {
  const today = shanghaiDay(now);
  const beginsAnew = 'repeats' in deadlineRule(ruleId);
  const passedMs = startOfShanghaiDay(today).getTime() - startOfShanghaiDay(startOn).getTime();
  const shiftMs = beginsAnew ? passedMs : 0;
  return {
    startOn: beginsAnew ? today : startOn,
    ...(startAt === null ? {} : { startAt }),
    ...(ruleVersion === FIXED ? { dueAt: new Date(dueAt.getTime() + shiftMs) } : {}),
  };
}

/**
 * Clocks that were settled for the thing at one moment run again, because what ended them was taken back: from the day on
 * which they began, so that they end when they would have, also when that is past; a check that repeats begins today.
 * The settled ones stay as they are. Answers the rooms that clocks of theirs follow.
 */
export async function resumeDeadlines(
  command: CommandContext,
  of: {
    readonly subjectKind: string;
    readonly subjectId: string;
    readonly ruleIds: readonly DeadlineRuleId[];
    readonly settledAt: Date;
    /** Who answers for them now; left out: who answered for them when they ended. */
    readonly owner?: Pick<EndedDeadline, 'ownerId' | 'departmentId'>;
  },
): Promise<readonly string[]> {
  const { trx, actor, now } = command;
  const ended = await listDeadlinesSettledAt(trx, actor.courtId, of);
  await setDeadlines(
    command,
    ended.map((row) => {
      const { ownerId, departmentId } = of.owner ?? row;
      return {
        rule: row.ruleId,
        subject: { kind: of.subjectKind, id: of.subjectId, label: row.subjectLabel, caseId: row.caseId },
        ...{ ownerId, departmentId, keepsRunning: true, roomId: of.owner === undefined ? row.roomId : null },
        ...daysOf(row, now),
      };
    }),
  );
  return [...new Set(ended.flatMap(({ roomId }) => roomId ?? []))];
}

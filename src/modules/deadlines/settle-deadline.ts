import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import {
  appendDeadlineEvents,
  lockRunningDeadlines,
  updateDeadlinesSettled,
  type DeadlineOutcome,
  type DeadlineRow,
  type RunningKey,
} from './deadline.sql.ts';

/** Ends deadlines that are held and open. */
export async function endDeadlines(
  { trx, actor, now }: CommandContext,
  rows: readonly DeadlineRow[],
  end: { readonly outcome: DeadlineOutcome; readonly note: string | null },
): Promise<void> {
  if (rows.length === 0) return;
  const by = { personId: actor.personId, personName: actor.personName };
  const ids = rows.map(({ id }) => id);
  await updateDeadlinesSettled(trx, actor.courtId, ids, { ...by, at: now, ...end });
  const events = rows.map(({ id: deadlineId, level, dueAt }) => ({
    ...{ id: newId(now.getTime()), deadlineId, level, dueAt, note: end.note },
    kind: 'settled' as const,
  }));
  await appendDeadlineEvents(trx, actor.courtId, { ...by, now }, events);
}

/** For the modules whose work ends deadlines of many things at once; answers how many of them ran. */
export async function settleDeadlines(
  command: CommandContext,
  keys: readonly RunningKey[],
  end: { readonly outcome?: DeadlineOutcome; readonly note?: string } = {},
): Promise<number> {
  const running = await lockRunningDeadlines(command.trx, command.actor.courtId, keys);
  await endDeadlines(command, [...running.values()], {
    outcome: end.outcome ?? 'done',
    note: end.note ?? null,
  });
  return running.size;
}

/** The same of one: `false` when none of the rule runs for the thing. */
export async function settleDeadline(
  command: CommandContext,
  key: RunningKey,
  end: { readonly outcome?: DeadlineOutcome; readonly note?: string } = {},
): Promise<boolean> {
  return (await settleDeadlines(command, [key], end)) > 0;
}

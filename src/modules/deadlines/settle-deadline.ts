import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import {
  appendDeadlineEvents,
  lockRunningDeadline,
  updateDeadlineSettled,
  type DeadlineOutcome,
  type DeadlineRow,
  type RunningKey,
} from './deadline.sql.ts';

/** Ends a deadline that is held and open. */
export async function endDeadline(
  command: CommandContext,
  row: DeadlineRow,
  end: { readonly outcome: DeadlineOutcome; readonly note: string | null },
): Promise<void> {
  const { trx, actor, now } = command;
  const by = { personId: actor.personId, personName: actor.personName };
  await updateDeadlineSettled(trx, actor.courtId, row.id, { ...by, at: now, ...end });
  const { id: deadlineId, level, dueAt } = row;
  await appendDeadlineEvents(trx, actor.courtId, { ...by, now }, [
    { id: newId(now.getTime()), deadlineId, kind: 'settled', level, dueAt, note: end.note },
  ]);
}

/** For the modules whose work ends a deadline: `false` when none of the rule runs for the thing. */
export async function settleDeadline(
  command: CommandContext,
  key: RunningKey,
  end: { readonly outcome?: DeadlineOutcome; readonly note?: string } = {},
): Promise<boolean> {
  const row = await lockRunningDeadline(command.trx, command.actor.courtId, key);
  if (!row) return false;
  await endDeadline(command, row, { outcome: end.outcome ?? 'done', note: end.note ?? null });
  return true;
}

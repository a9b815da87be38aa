import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { DeadlineAnswer } from './contract.ts';
import { refuseDeadline } from './deadline-refusals.ts';
import { deadlineRule } from './deadline-rules.ts';
import { isEndedByHand } from './decided-deadlines.rules.ts';
import {
  appendDeadlineEvents,
  findDeadlineRow,
  lockDeadlineRow,
  updateDeadlineAcknowledged,
  type DeadlineRow,
} from './deadline.sql.ts';
import { describeDeadline, maySettle } from './describe-deadline.ts';
import { standingAt } from './levels.rules.ts';
import { setDeadline } from './set-deadline.ts';
import { endDeadlines } from './settle-deadline.ts';

async function lockOwn(command: CommandContext, deadlineId: string): Promise<DeadlineRow> {
  const row = await lockDeadlineRow(command.trx, command.actor.courtId, deadlineId);
  if (!row) throw refuseDeadline('DEADLINE_NOT_FOUND');
  if (!maySettle(command.actor, row)) throw refuseDeadline('DEADLINE_NOT_YOURS');
  if (row.settledAt !== null) throw refuseDeadline('DEADLINE_SETTLED');
  return row;
}

async function finish(command: CommandContext, row: DeadlineRow, after: object): Promise<DeadlineAnswer> {
  const changed = await findDeadlineRow(command.trx, row.courtId, row.id);
  if (!changed) throw refuseDeadline('DEADLINE_NOT_FOUND');
  const subjectLabel = `${row.ruleId} ${row.subjectLabel}`;
  command.audit({ subjectKind: 'deadline', subjectId: row.id, subjectLabel, after });
  return describeDeadline(command.actor, changed, command.now);
}

/**
 * Says that the reminder was seen at the level at which it is. Refusals: DEADLINE_NOT_FOUND, DEADLINE_NOT_YOURS,
 * DEADLINE_SETTLED.
 */
export async function acknowledgeDeadline(
  command: CommandContext,
  { deadlineId }: { readonly deadlineId: string },
): Promise<DeadlineAnswer> {
  const { trx, actor, now } = command;
  const row = await lockOwn(command, deadlineId);
  const { level } = standingAt(row.dueAt, deadlineRule(row.ruleId).remindDaysBefore, now);
  const by = { personId: actor.personId, personName: actor.personName };
  await updateDeadlineAcknowledged(trx, actor.courtId, row.id, { ...by, at: now, level });
  await appendDeadlineEvents(trx, actor.courtId, { ...by, now }, [
    {
      id: newId(now.getTime()),
      deadlineId: row.id,
      kind: 'acknowledged',
      level,
      dueAt: row.dueAt,
      note: null,
    },
  ]);
  return finish(command, row, { acknowledgedLevel: level });
}

/** What is done again and again begins anew with the day on which it was done; one with a fixed end, in as many days. */
async function repeat(command: CommandContext, row: DeadlineRow): Promise<void> {
  const { ruleId: rule, subjectKind: kind, subjectId: id, subjectLabel: label, caseId } = row;
  const lengthMs = row.dueAt.getTime() - new Date(`${row.startOn}T00:00:00.000+08:00`).getTime();
  const startOn = shanghaiDay(command.now);
  const fixed = { dueAt: new Date(new Date(`${startOn}T00:00:00.000+08:00`).getTime() + lengthMs) };
  const { ownerId, departmentId } = row;
  await setDeadline(command, {
    ...{ rule, subject: { kind, id, label, caseId }, ownerId, departmentId, startOn },
    ...(row.ruleVersion === 'fixed' ? fixed : {}),
  });
}

/**
 * Says that what was due is done or lapsed, and how; a check or a review that was done begins anew. What a release,
 * a dispatch or a notice ends is not ended by a word. Refusals: those of `acknowledgeDeadline`, DEADLINE_ENDS_WITH_WORK.
 */
export async function settleByHand(
  command: CommandContext,
  input: { readonly deadlineId: string; readonly outcome: 'done' | 'lapsed'; readonly note: string },
): Promise<DeadlineAnswer> {
  const row = await lockOwn(command, input.deadlineId);
  if (!isEndedByHand(row.ruleId)) throw refuseDeadline('DEADLINE_ENDS_WITH_WORK');
  const { outcome, note } = input;
  await endDeadlines(command, [row], { outcome, note });
  if (outcome === 'done' && deadlineRule(row.ruleId).repeats === true) await repeat(command, row);
  return finish(command, row, { outcome, note });
}

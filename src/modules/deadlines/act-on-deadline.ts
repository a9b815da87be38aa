import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { DeadlineAnswer } from './contract.ts';
import { refuseDeadline } from './deadline-refusals.ts';
import { deadlineRule } from './deadline-rules.ts';
import {
  appendDeadlineEvents,
  findDeadlineRow,
  lockDeadlineRow,
  updateDeadlineAcknowledged,
  type DeadlineRow,
} from './deadline.sql.ts';
import { listCompanions } from './deadline-companions.ts';
import { decideAct, type DeadlineAct } from './deadline-actors.rules.ts';
import { describeDeadline, refuseAct, settlingPerson, standingOfRow } from './describe-deadline.ts';
import { standingAt } from './levels.rules.ts';
import { setDeadline } from './set-deadline.ts';
import { endDeadlines } from './settle-deadline.ts';

async function companionsOf({ trx, now }: CommandContext, row: DeadlineRow): Promise<readonly string[]> {
  return (await listCompanions(trx, [row], now)).get(row.id) ?? [];
}

async function lockForAct(
  command: CommandContext,
  deadlineId: string,
  act: DeadlineAct,
): Promise<DeadlineRow> {
  const { trx, actor, now } = command;
  const row = await lockDeadlineRow(trx, actor.courtId, deadlineId);
  if (!row) throw refuseDeadline('DEADLINE_NOT_FOUND');
  const standing = standingOfRow(row, await companionsOf(command, row), now);
  const verdict = decideAct(settlingPerson(actor), standing, act);
  if (!verdict.allowed) throw refuseAct(verdict.reason, row);
  return row;
}

async function finish(command: CommandContext, row: DeadlineRow, after: object): Promise<DeadlineAnswer> {
  const changed = await findDeadlineRow(command.trx, row.courtId, row.id);
  if (!changed) throw refuseDeadline('DEADLINE_NOT_FOUND');
  const subjectLabel = `${row.ruleId} ${row.subjectLabel}`;
  command.audit({ subjectKind: 'deadline', subjectId: row.id, subjectLabel, after });
  return describeDeadline(command.actor, changed, await companionsOf(command, changed), command.now);
}

/**
 * Says that the reminder was seen at the level at which it is. Refusals: DEADLINE_NOT_FOUND and those of `decideAct`.
 */
export async function acknowledgeDeadline(
  command: CommandContext,
  { deadlineId }: { readonly deadlineId: string },
): Promise<DeadlineAnswer> {
  const { trx, actor, now } = command;
  const row = await lockForAct(command, deadlineId, 'acknowledge');
  const { level, nextAt } = standingAt(row.dueAt, deadlineRule(row.ruleId).remindDaysBefore, now);
  const by = { personId: actor.personId, personName: actor.personName };
  await updateDeadlineAcknowledged(trx, actor.courtId, row.id, { ...by, at: now, level, nextAt });
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
  const { ownerId, departmentId, roomId } = row;
  await setDeadline(command, {
    ...{ rule, subject: { kind, id, label, caseId }, ownerId, departmentId, roomId, startOn },
    ...(row.ruleVersion === 'fixed' ? fixed : {}),
  });
}

/**
 * Says that what was due is done or lapsed, and how; a check or a review that was done begins anew. What a release,
 * a dispatch or a notice ends is not ended by a word. Refusals: those of `acknowledgeDeadline`.
 */
export async function settleByHand(
  command: CommandContext,
  input: { readonly deadlineId: string; readonly outcome: 'done' | 'lapsed'; readonly note: string },
): Promise<DeadlineAnswer> {
  const row = await lockForAct(command, input.deadlineId, 'settle');
  const { outcome, note } = input;
  await endDeadlines(command, [row], { outcome, note });
  if (outcome === 'done' && deadlineRule(row.ruleId).repeats === true) await repeat(command, row);
  return finish(command, row, { outcome, note });
}

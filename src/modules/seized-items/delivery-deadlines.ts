/** The clocks of the procuratorate: the things of a prosecution are delivered (D04), what differs is put right (D03). */
import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { setDeadlines, type DeadlineToSet } from '../deadlines/set-deadline.ts';
import { settleDeadline } from '../deadlines/settle-deadline.ts';
import { findProsecutionDay, hasItemInState } from './seizure.sql.ts';

function clockOf(head: CaseHead, rule: 'D03' | 'D04', startOn: string): DeadlineToSet {
  const { id, number: label, handlerId: ownerId, departmentId } = head;
  const subject = { kind: 'case', id, label, caseId: id };
  return { rule, startOn, subject, ownerId, departmentId, keepsRunning: true, skipWhenPast: true };
}

/** The list is there and the things are not: they are delivered within the days that count from the filing. */
export async function expectDelivery(command: CommandContext, head: CaseHead): Promise<void> {
  const acceptedOn = await findProsecutionDay(command.trx, command.actor.courtId, head.id);
  if (acceptedOn !== null) await setDeadlines(command, [clockOf(head, 'D04', acceptedOn)]);
}

/** With the last thing of the lists the delivery is done; a difference is told to the procuratorate on the same day. */
export async function endDelivery(command: CommandContext, head: CaseHead): Promise<void> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const caseId = head.id;
  if ((await findProsecutionDay(trx, courtId, caseId)) === null) return;
  if (!(await hasItemInState(trx, courtId, { caseId, state: 'preregistered' })))
    await settleDeadline(command, { ruleId: 'D04', subjectKind: 'case', subjectId: caseId });
  if (await hasItemInState(trx, courtId, { caseId, state: 'discrepancy' }))
    await setDeadlines(command, [clockOf(head, 'D03', shanghaiDay(now))]);
}

/** With the last difference of the case the papers are complete. */
export async function endSupplement(command: CommandContext, caseId: string): Promise<void> {
  const { trx, actor } = command;
  if (await hasItemInState(trx, actor.courtId, { caseId, state: 'discrepancy' })) return;
  await settleDeadline(command, { ruleId: 'D03', subjectKind: 'case', subjectId: caseId });
}

import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { setDeadline } from '../deadlines/set-deadline.ts';
import type { HandStartedRule } from '../deadlines/decided-deadlines.rules.ts';
import { reachesCase } from './case-access.ts';
import { refuseCase } from './case-refusals.ts';
import { lockCase } from './find-case.ts';

/** A payment, a notice, a seizure lifted: each has a clock of its own beside others of the same rule. */
const SUBJECT_KIND = 'case_matter';

/**
 * Starts a clock that begins outside the program: money arrived, a seizure was lifted, a bank was told. It runs for the
 * handler of the case, from the day on, with the paper that says so. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS,
 * CLOCK_STARTS_IN_FUTURE.
 */
export async function startCaseDeadline(
  command: CommandContext,
  input: {
    readonly caseId: string;
    readonly rule: HandStartedRule;
    readonly startOn: string;
    readonly document: string;
  },
): Promise<{ readonly id: string; readonly dueOn: string }> {
  const { trx, actor, now } = command;
  const { caseId, rule, startOn, document } = input;
  const head = await lockCase(trx, { courtId: actor.courtId, id: caseId });
  if (!head || !reachesCase(actor, 'case.read', head, 'read')) throw refuseCase('CASE_NOT_FOUND');
  if (!reachesCase(actor, 'deadline.start', head, 'write')) throw refuseCase('CASE_NOT_YOURS');
  if (startOn > shanghaiDay(now)) throw refuseCase('CLOCK_STARTS_IN_FUTURE');
  const { id, dueOn } = await setDeadline(command, {
    ...{ rule, startOn, matter: document },
    subject: { kind: SUBJECT_KIND, id: newId(now.getTime()), label: head.number, caseId: head.id },
    ...{ ownerId: head.handlerId, departmentId: head.departmentId },
  });
  command.audit({
    subjectKind: 'case',
    subjectId: head.id,
    subjectLabel: head.number,
    after: { deadline: rule, startOn, document, dueOn },
  });
  return { id, dueOn };
}

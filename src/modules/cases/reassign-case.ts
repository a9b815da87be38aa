import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import { handOnDeadlines } from '../deadlines/hand-on-deadlines.ts';
import type { CaseAnswer } from './case-fields.ts';
import {
  insertCaseHandlers,
  listCaseHandlers,
  lockCourtPeople,
  lockDepartmentNames,
  updateHandlerEnded,
} from './case-handler.sql.ts';
import { refuseCase } from './case-refusals.ts';
import { updateCaseHandler } from './case.sql.ts';
import { finishCaseChange, lockCaseToChange, type ChangeCaseInput } from './change-case.ts';
import { decideReassignment } from './rules.ts';

/**
 * Hands a case to another handler from a day on. Who handled it before stays on record, and what hangs on the handler
 * follows in the same transaction. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS, VERSION_STALE, CASE_HANDLER_UNKNOWN,
 * CASE_DEPARTMENT_UNKNOWN, HANDLER_UNCHANGED, REASSIGNED_IN_FUTURE, REASSIGNED_BEFORE_LAST.
 */
export async function reassignCase(
  command: CommandContext,
  input: ChangeCaseInput & {
    readonly handlerId: string;
    readonly departmentId: string | null;
    readonly fromOn: string;
    readonly reason: string;
  },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { caseId, handlerId, fromOn, reason } = input;
  const row = await lockCaseToChange(command, input, 'case.reassign');
  const [present] = await listCaseHandlers(trx, courtId, caseId);
  if (!present) throw new Error('a case has a handler');
  const [handler] = await lockCourtPeople(trx, courtId, shanghaiDay(now), [handlerId]);
  if (!handler) throw refuseCase('CASE_HANDLER_UNKNOWN');
  const departmentId = input.departmentId ?? handler.departmentId ?? row.departmentId;
  const [department] = await lockDepartmentNames(trx, courtId, [departmentId]);
  if (!department) throw refuseCase('CASE_DEPARTMENT_UNKNOWN');
  const verdict = decideReassignment(present, { handlerId, fromOn }, shanghaiDay(now));
  if (!verdict.allowed) throw refuseCase(verdict.reason, { fromOn: present.fromOn });

  const by = { personId: actor.personId, personName: actor.personName, now };
  await updateHandlerEnded(trx, courtId, caseId, fromOn);
  await insertCaseHandlers(trx, courtId, by, [
    {
      ...{ id: newId(now.getTime()), caseId, handlerId, handler: handler.name, fromOn, reason },
      ...{ departmentId, department: department.name },
    },
  ]);
  await updateCaseHandler(trx, courtId, caseId, { handlerId, departmentId });
  const deadlines = await handOnDeadlines(command, {
    ...{ caseId, fromId: row.handlerId, toId: handlerId, toDepartmentId: departmentId },
  });
  return finishCaseChange(command, caseId, {
    before: { handlerId: row.handlerId, handler: row.handler, departmentId: row.departmentId },
    after: { handlerId, handler: handler.name, departmentId, fromOn, reason },
    detail: { followed: { deadlines } },
  });
}

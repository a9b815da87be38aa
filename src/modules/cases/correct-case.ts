import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import { areCaseDaysRight } from './add-cases.ts';
import { changeDeadlinesOfCase } from './case-deadlines.ts';
import type { CaseAnswer } from './case-fields.ts';
import { lockCourtPeople, lockDepartmentNames } from './case-handler.sql.ts';
import { refuseCase } from './case-refusals.ts';
import { updateCase, type CaseCorrection } from './case.sql.ts';
import { auditedName, finishCaseChange, lockCaseToRename, type ChangeCaseInput } from './change-case.ts';

/**
 * Corrects what is written of a case; before and after stand in the audit trail. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS,
 * VERSION_STALE, CASE_HANDLER_UNKNOWN, CASE_DEPARTMENT_UNKNOWN, CASE_DATES_WRONG.
 */
export async function correctCase(
  command: CommandContext,
  { caseId, expectedVersion, ...after }: ChangeCaseInput & CaseCorrection,
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const today = shanghaiDay(now);
  const row = await lockCaseToRename(command, { caseId, expectedVersion });
  if (after.clerkId !== null && after.clerkId !== row.clerkId) {
    const [clerk] = await lockCourtPeople(trx, actor.courtId, today, [after.clerkId]);
    if (!clerk) throw refuseCase('CASE_HANDLER_UNKNOWN');
  }
  if (after.departmentId !== row.departmentId) {
    const [department] = await lockDepartmentNames(trx, actor.courtId, [after.departmentId]);
    if (!department) throw refuseCase('CASE_DEPARTMENT_UNKNOWN');
  }
  if (!areCaseDaysRight(after, today)) throw refuseCase('CASE_DATES_WRONG');
  await updateCase(trx, actor.courtId, caseId, after);
  await changeDeadlinesOfCase(command, row, { ...row, ...after });
  const audited = (facts: CaseCorrection) => {
    const { clerkId, departmentId, stage, acceptedOn, effectiveOn, closedOn, secrecy, involvesMinors } =
      facts;
    const { seizingOrgan, procuratorate } = facts;
    return {
      ...{
        cause: auditedName(row, facts.cause),
        clerkId,
        departmentId,
        stage,
        acceptedOn,
        effectiveOn,
        closedOn,
      },
      ...{ secrecy, involvesMinors, seizingOrgan, procuratorate },
    };
  };
  return finishCaseChange(command, caseId, { before: audited(row), after: audited(after) });
}

import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import { decidePermission } from '../accounts/permissions.ts';
import { addCases, type CaseToAdd } from './add-cases.ts';
import type { CaseAnswer } from './case-fields.ts';
import { refuseCase } from './case-refusals.ts';
import { finishCaseChange } from './change-case.ts';

/**
 * Registers a case with its number. A handler registers their own cases or those they keep the files of, a head of
 * department those of the department. Refusals: CASE_NOT_YOURS and those of `addCases`.
 */
export async function createCase(command: CommandContext, added: CaseToAdd): Promise<Versioned<CaseAnswer>> {
  const { actor } = command;
  const { courtId } = actor;
  const isAllowed = [added.handlerId, added.clerkId].some(
    (personId) =>
      decidePermission(
        actor,
        'case.write',
        { courtId, personId, departmentId: added.departmentId ?? actor.departmentId },
        'write',
      ).allowed,
  );
  if (!isAllowed) throw refuseCase('CASE_NOT_YOURS');
  const [id = ''] = await addCases(command, [added]);
  return finishCaseChange(command, id, { after: { number: added.number, handlerId: added.handlerId } });
}

import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { findCase } from '../cases/find-case.ts';
import { findPersonName } from './item-label.sql.ts';
import { refuseCare } from './care/care-refusals.ts';

/**
 * The second person is the case's handler or clerk, who confirms by their PIN. Refusals: JUDGE_CONFIRMS, those of the PIN.
 */
export async function confirmByJudge(
  command: CommandContext,
  caseId: string,
  second: { readonly personId: string; readonly pin: string },
): Promise<{ readonly id: string; readonly name: string }> {
  const { trx, actor } = command;
  const head = await findCase(trx, { courtId: actor.courtId, id: caseId });
  if (!head || ![head.handlerId, head.clerkId].includes(second.personId)) {
    const handler = head ? await findPersonName(trx, head.handlerId) : '—';
    throw refuseCare('JUDGE_CONFIRMS', { handler });
  }
  const { name } = await confirmBySecondPerson(command, second);
  return { id: second.personId, name };
}

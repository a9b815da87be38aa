import type { CommandContext } from '../../platform/run-command.ts';
import { updateOpenStep } from './approval-seat.sql.ts';
import type { ApprovalDetail } from './approvals.contract.ts';
import {
  lockRequestToChange,
  finishChange,
  requireApplicant,
  requireOpenTo,
  type ChangeRequestInput,
} from './change-request.ts';
import { isSuccessorOf } from './list-successors.ts';

/**
 * The applicant takes the request back, or whoever has come to stand where they stood; also one that is approved and not
 * carried out.
 * Refusals: APPROVAL_NOT_FOUND, VERSION_STALE, APPLICANT_ONLY, APPROVAL_NOT_OPEN_TO_THIS.
 */
export async function withdrawRequest(
  command: CommandContext,
  input: ChangeRequestInput & { readonly reason: string },
): Promise<ApprovalDetail> {
  const row = await lockRequestToChange(command, input);
  if (await isSuccessorOf(command.trx, row, command.actor.personId))
    requireOpenTo(row, 'withdraw', command.now);
  else requireApplicant(command, row, 'withdraw');
  await updateOpenStep(command.trx, { courtId: row.courtId, requestId: row.id }, row.round, null);
  return finishChange(
    command,
    row,
    { state: 'withdrawn', decidedAt: command.now },
    { kind: 'withdraw', opinion: input.reason },
  );
}

import { daysLater } from '../../platform/days.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseApproval } from './approval-refusals.ts';
import type { RequestChange, RequestRow } from './approval-request.sql.ts';
import { listSeats, updateOpenStep, updateSeat } from './approval-seat.sql.ts';
import type { ApprovalDetail, decideApprovalEndpoint } from './approvals.contract.ts';
import { lockRequestToChange, finishChange, type ChangeRequestInput } from './change-request.ts';
import { listKeptApart } from './list-kept-apart.ts';
import { listPrincipals } from './principal.sql.ts';
import { decideSeating, outcomeOf, type StepOutcome } from './seat-rules.ts';

function changeBy(outcome: StepOutcome, row: RequestRow, now: Date): RequestChange {
  if (outcome.kind === 'waits') return { state: 'pending' };
  if (outcome.kind === 'opens') return { state: 'pending', step: outcome.step };
  // Time counts anew: for carrying out what was approved, or for handing in again what was returned.
  const expiresAt = daysLater(now, row.validDays);
  return outcome.state === 'rejected'
    ? { state: outcome.state, decidedAt: now }
    : { state: outcome.state, decidedAt: now, expiresAt };
}

/**
 * Fills a seat: lock → who sits there, by person → step → next step or end. Refusals: APPROVAL_NOT_FOUND,
 * VERSION_STALE, those of decideSeating, OPINION_MISSING.
 */
export async function decideRequest(
  command: CommandContext,
  input: ChangeRequestInput & InputOf<typeof decideApprovalEndpoint>['body'],
): Promise<ApprovalDetail> {
  const { trx, actor, now } = command;
  const row = await lockRequestToChange(command, input);
  const address = { courtId: row.courtId, requestId: row.id };
  const seats = await listSeats(trx, address, row.round);
  const principals = await listPrincipals(trx, { courtId: row.courtId, personId: actor.personId, now });
  const apart = await listKeptApart(trx, row, now);
  const seating = decideSeating({ ...row, ...apart, seats }, actor.personId, principals, now);
  if (!seating.allowed) throw refuseApproval(seating.reason);
  if (input.verdict !== 'approve' && input.opinion === null) throw refuseApproval('OPINION_MISSING');
  const { seat, principal } = seating;
  const step = row.steps[row.step];
  const outcome = outcomeOf(input.verdict, {
    index: row.step,
    count: row.steps.length,
    needs: step?.needs ?? 'all',
    waiting: seats.filter((each) => each.isOpen && each.seat !== seat.seat).length,
  });
  await updateSeat(
    trx,
    address,
    { round: row.round, step: seat.step, seat: seat.seat },
    { verdict: input.verdict, decidedBy: actor.personId },
  );
  if (outcome.kind === 'opens') await updateOpenStep(trx, address, row.round, outcome.step);
  if (outcome.kind === 'ends') await updateOpenStep(trx, address, row.round, null);
  const isDelegated = principal.personId !== actor.personId;
  return finishChange(command, row, changeBy(outcome, row, now), {
    kind: input.verdict,
    stepTitle: step?.title ?? null,
    opinion: input.opinion,
    onBehalfOfId: isDelegated ? principal.personId : null,
    onBehalfOfName: isDelegated ? principal.personName : null,
  });
}

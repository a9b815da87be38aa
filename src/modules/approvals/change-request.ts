import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseApproval } from './approval-refusals.ts';
import {
  findRequest,
  lockRequest,
  updateRequest,
  type RequestChange,
  type RequestRow,
} from './approval-request.sql.ts';
import { appendDecision, type DecisionRow } from './approval-seat.sql.ts';
import { isOpenTo, REQUEST_STATES, type RequestAction } from './approval-states.ts';
import type { ApprovalDetail } from './approvals.contract.ts';
import { describeRequest, stateAt } from './describe-request.ts';

export interface ChangeRequestInput {
  readonly requestId: string;
  /** The version that the person saw. */
  readonly expectedVersion: number;
}

/** Refusals: APPROVAL_NOT_FOUND, VERSION_STALE. */
export async function lockRequestToChange(
  { trx, actor }: CommandContext,
  { requestId, expectedVersion }: ChangeRequestInput,
): Promise<RequestRow> {
  const row = await lockRequest(trx, actor.courtId, requestId);
  if (!row) throw refuseApproval('APPROVAL_NOT_FOUND');
  if (row.version !== expectedVersion) throw refuse('VERSION_STALE');
  return row;
}

/** What only the applicant does. Refusals: APPLICANT_ONLY, APPROVAL_NOT_OPEN_TO_THIS. */
export function requireApplicant(
  { actor, now }: CommandContext,
  row: RequestRow,
  action: RequestAction,
): void {
  if (row.applicantId !== actor.personId) throw refuseApproval('APPLICANT_ONLY');
  requireOpenTo(row, action, now);
}

/** Refusal: APPROVAL_NOT_OPEN_TO_THIS. */
export function requireOpenTo(row: RequestRow, action: RequestAction, now: Date): void {
  const state = stateAt(row, now);
  if (isOpenTo(state, action)) return;
  const { zh, en } = REQUEST_STATES[state];
  throw refuseApproval('APPROVAL_NOT_OPEN_TO_THIS', { state: zh, stateEnglish: en });
}

type Decision = Pick<DecisionRow, 'kind'> & Partial<DecisionRow>;

/** Writes the change with its decision and its audit event. */
export async function recordChange(
  command: CommandContext,
  row: RequestRow,
  change: RequestChange,
  decision: Decision,
): Promise<void> {
  const { trx, actor, now } = command;
  const { courtId, id } = row;
  await updateRequest(trx, row, change);
  await appendDecision(
    trx,
    { courtId, requestId: id },
    {
      id: newId(now.getTime()),
      round: change.round ?? row.round,
      stepTitle: null,
      personId: actor.personId,
      personName: actor.personName,
      onBehalfOfId: null,
      onBehalfOfName: null,
      opinion: null,
      decidedAt: now,
      ...decision,
    },
  );
  command.audit({
    subjectKind: 'approval',
    subjectId: id,
    subjectLabel: `${row.number} ${row.title}`,
    before: { state: row.state },
    after: { state: change.state },
    detail: { decision: decision.kind, opinion: decision.opinion ?? null },
  });
}

/** The same, and answers the request as it is then. */
export async function finishChange(
  command: CommandContext,
  row: RequestRow,
  change: RequestChange,
  decision: Decision,
): Promise<ApprovalDetail> {
  await recordChange(command, row, change, decision);
  const after = await findRequest(command.trx, [row.courtId], row.id);
  if (!after) throw refuseApproval('APPROVAL_NOT_FOUND');
  return describeRequest({ ...command, reader: command.trx }, after);
}

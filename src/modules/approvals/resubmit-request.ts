import { daysLater } from '../../platform/days.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { compareLines, listLines, updateLines } from './approval-line.sql.ts';
import { refuseApproval } from './approval-refusals.ts';
import type { RequestRow } from './approval-request.sql.ts';
import { insertSeats, updateOpenStep } from './approval-seat.sql.ts';
import type { ApprovalDetail, resubmitApprovalEndpoint } from './approvals.contract.ts';
import {
  lockRequestToChange,
  finishChange,
  requireApplicant,
  type ChangeRequestInput,
} from './change-request.ts';
import { planSteps } from './plan-steps.ts';
import { requestKindOf } from './request-kinds.ts';

type Input = ChangeRequestInput & InputOf<typeof resubmitApprovalEndpoint>['body'];

/** Only less of the same things. Refusals: LINE_SUBJECT_TWICE, LINES_NOT_OF_REQUEST. */
async function lowerLines({ trx }: CommandContext, row: RequestRow, lines: Input['lines']): Promise<void> {
  const address = { courtId: row.courtId, requestId: row.id };
  if (new Set(lines.map(({ subjectId }) => subjectId)).size < lines.length)
    throw refuseApproval('LINE_SUBJECT_TWICE');
  const units = new Map((await listLines(trx, address)).map(({ subjectId, unit }) => [subjectId, unit]));
  const asked = lines.map((line) => ({ ...line, unit: units.get(line.subjectId) ?? '' }));
  const compared = await compareLines(trx, address, asked);
  const isLess = compared.every(({ approved, isExceeded }) => approved !== null && !isExceeded);
  if (!isLess || lines.some(({ quantity }) => Number(quantity) === 0))
    throw refuseApproval('LINES_NOT_OF_REQUEST');
  await updateLines(trx, address, lines);
}

/**
 * Hands a returned request in again, by the policy and the worth of today and from its first step.
 * Refusals: APPROVAL_NOT_FOUND, VERSION_STALE, APPLICANT_ONLY, APPROVAL_NOT_OPEN_TO_THIS, LINE_SUBJECT_TWICE,
 * LINES_NOT_OF_REQUEST, APPROVAL_KIND_UNKNOWN, POLICY_WITHOUT_RULE, POLICY_PERSON_UNKNOWN, those of the kind.
 */
export async function resubmitRequest(command: CommandContext, input: Input): Promise<ApprovalDetail> {
  const { trx, actor, now } = command;
  const row = await lockRequestToChange(command, input);
  requireApplicant(command, row, 'resubmit');
  const kind = requestKindOf(row.kind);
  if (!kind) throw refuseApproval('APPROVAL_KIND_UNKNOWN');
  await lowerLines(command, row, input.lines);
  const address = { courtId: row.courtId, requestId: row.id };
  const { grade, amountFen } = kind.weighAnew
    ? await kind.weighAnew(command, await listLines(trx, address))
    : row;
  const planned = await planSteps({ reader: trx, courtId: row.courtId, now }, kind, {
    grade,
    amountFen,
    applicantRoles: actor.roles,
    applicantDepartmentId: row.applicantDepartmentId,
  });
  const round = row.round + 1;
  await updateOpenStep(trx, address, row.round, null);
  await insertSeats(trx, address, round, planned.seats, 0);
  return finishChange(
    command,
    row,
    {
      state: 'pending',
      weighed: { grade, amountFen },
      round,
      step: 0,
      reason: input.reason,
      steps: planned.steps,
      decidedAt: null,
      expiresAt: daysLater(now, planned.validDays),
    },
    { kind: 'resubmit', opinion: input.reason },
  );
}

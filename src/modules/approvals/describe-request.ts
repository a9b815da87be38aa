/** What a person is told about a request. */
import { shanghaiInstant } from '../../platform/clock.ts';
import type { Actor } from '../../platform/actor.ts';
import type { TenantReader } from '../../platform/database.ts';
import { decidePermission, mayUse } from '../accounts/permissions.ts';
import { listLines } from './approval-line.sql.ts';
import { APPROVAL_REFUSALS, refuseApproval } from './approval-refusals.ts';
import type { RequestRow } from './approval-request.sql.ts';
import { listDecisions, listSeats } from './approval-seat.sql.ts';
import { isOpenTo, REQUEST_STATES, SEAT_VERDICTS, type RequestState } from './approval-states.ts';
import type { ApprovalDetail, ApprovalItem } from './approvals.contract.ts';
import { isSuccessorOf } from './list-successors.ts';
import { listKeptApart } from './list-kept-apart.ts';
import { listPrincipals } from './principal.sql.ts';
import { requestKindOf } from './request-kinds.ts';
import { decideSeating, findSeatHindrance, isSeatOf, type Principal, type Seat } from './seat-rules.ts';

/** The state as time has made it: what is overdue has expired, whether or not the sweep has been. */
export function stateAt(row: Pick<RequestRow, 'state' | 'expiresAt'>, now: Date): RequestState {
  return !REQUEST_STATES[row.state].isOver && row.expiresAt <= now ? 'expired' : row.state;
}

export function describeItem(row: RequestRow, now: Date): ApprovalItem {
  const state = stateAt(row, now);
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    kindName: requestKindOf(row.kind)?.name ?? { zh: row.kind, en: row.kind },
    state,
    title: row.title,
    titleEn: row.titleEn,
    applicantId: row.applicantId,
    applicantName: row.applicantName,
    applicantDepartment: row.applicantDepartment,
    grade: row.grade,
    amountFen: row.amountFen,
    submittedAt: shanghaiInstant(row.submittedAt),
    expiresAt: shanghaiInstant(row.expiresAt),
    openStep: state === 'pending' ? (row.steps[row.step]?.title ?? null) : null,
  };
}

interface Asking {
  readonly reader: TenantReader;
  readonly actor: Actor;
  readonly now: Date;
}

/** Whoever applied or succeeded the applicant, decides or has decided, and those who oversee the applicant’s department or the court. */
function mayRead(
  actor: Actor,
  row: RequestRow,
  seats: readonly Seat[],
  principals: readonly Principal[],
): boolean {
  const subject = {
    courtId: row.courtId,
    departmentId: row.applicantDepartmentId,
    personId: row.applicantId,
  };
  if (decidePermission(actor, 'approval.read', subject, 'read').allowed) return true;
  return seats.some(
    (seat) => seat.decidedBy === actor.personId || principals.some((principal) => isSeatOf(seat, principal)),
  );
}

async function actionsOf(
  { reader, actor, now }: Asking,
  row: RequestRow,
  seats: readonly Seat[],
  principals: readonly Principal[],
  isSuccessor: boolean,
): Promise<Pick<ApprovalDetail, 'availableActions' | 'hindrance'>> {
  if (row.courtId !== actor.courtId) return { availableActions: [], hindrance: null };
  const state = stateAt(row, now);
  const isApplicant = row.applicantId === actor.personId;
  const request = { ...row, ...(await listKeptApart(reader, row, now)), seats };
  const seating = decideSeating(request, actor.personId, principals, now);
  const mayDecide = mayUse(actor, 'approval.decide');
  const reason = mayDecide ? findSeatHindrance(request, actor.personId, principals, now) : null;
  return {
    hindrance:
      reason === null ? null : { zh: APPROVAL_REFUSALS[reason].zh, en: APPROVAL_REFUSALS[reason].en },
    availableActions: [
      ...(seating.allowed && mayDecide ? SEAT_VERDICTS : []),
      ...(isApplicant && isOpenTo(state, 'resubmit') ? (['resubmit'] as const) : []),
      ...((isApplicant || isSuccessor) && isOpenTo(state, 'withdraw') ? (['withdraw'] as const) : []),
    ],
  };
}

/** Refusal: APPROVAL_NOT_FOUND for those whom the request does not concern. */
export async function describeRequest(asking: Asking, row: RequestRow): Promise<ApprovalDetail> {
  const { reader, actor, now } = asking;
  const address = { courtId: row.courtId, requestId: row.id };
  const seats = await listSeats(reader, address, row.round);
  const principals = await listPrincipals(reader, { courtId: row.courtId, personId: actor.personId, now });
  const isSuccessor = await isSuccessorOf(reader, row, actor.personId);
  if (!isSuccessor && !mayRead(actor, row, seats, principals)) throw refuseApproval('APPROVAL_NOT_FOUND');
  const [lines, decisions] = [await listLines(reader, address), await listDecisions(reader, address)];
  const state = stateAt(row, now);
  return {
    ...describeItem(row, now),
    courtId: row.courtId,
    reason: row.reason,
    facts: [...row.facts],
    basis: row.basis,
    round: row.round,
    decidedAt: row.decidedAt && shanghaiInstant(row.decidedAt),
    usedAt: row.usedAt && shanghaiInstant(row.usedAt),
    usedByName: row.usedByName,
    version: row.version,
    lines: lines.map((line) => ({ ...line, facts: [...line.facts] })),
    steps: row.steps.map(({ title, needs, seats: names }, step) => ({
      title,
      needs,
      isOpen: state === 'pending' && step === row.step,
      seats: names.map((name, index) => ({
        name,
        verdict: seats.find((seat) => seat.step === step && seat.seat === index)?.verdict ?? null,
      })),
    })),
    decisions: decisions.map(({ kind, stepTitle, personName, onBehalfOfName, opinion, decidedAt }) => ({
      kind,
      stepTitle,
      personName,
      onBehalfOfName,
      opinion,
      decidedAt: shanghaiInstant(decidedAt),
    })),
    ...(await actionsOf(asking, row, seats, principals, isSuccessor)),
  };
}

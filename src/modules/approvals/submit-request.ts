import { shanghaiDay } from '../../platform/clock.ts';
import { daysLater } from '../../platform/days.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Sentence } from '../../platform/errors.ts';
import { insertLines, type LineFact } from './approval-line.sql.ts';
import { refuseApproval } from './approval-refusals.ts';
import { insertRequest, takeRequestNumber, type RequestRow } from './approval-request.sql.ts';
import { appendDecision, insertSeats } from './approval-seat.sql.ts';
import { planSteps, type PlannedSteps } from './plan-steps.ts';
import { requestKindOf } from './request-kinds.ts';

export interface NewRequest {
  readonly kind: string;
  readonly title: Sentence;
  readonly reason: string;
  /** What the approver sees beside the reason and the things. */
  readonly facts?: readonly LineFact[];
  /** What the policy asks about; null where the kind has none. */
  readonly grade: string | null;
  readonly amountFen: number | null;
  /** People who may not decide: whoever keeps the things. */
  readonly keptApart: readonly string[];
  /** Quantities are decimal strings in the unit of the thing; each thing once. */
  readonly lines: readonly {
    readonly subjectKind: string;
    readonly subjectId: string;
    readonly label: string;
    readonly quantity: string;
    readonly unit: string;
    readonly facts: readonly LineFact[];
  }[];
}

type Command = Pick<CommandContext, 'trx' | 'actor' | 'now'>;

function newRow(
  { actor, now }: Command,
  input: NewRequest,
  planned: PlannedSteps,
): Omit<RequestRow, 'id' | 'number'> {
  return {
    courtId: actor.courtId,
    kind: input.kind,
    state: 'pending',
    title: input.title.zh,
    titleEn: input.title.en,
    reason: input.reason,
    facts: input.facts ?? [],
    grade: input.grade,
    amountFen: input.amountFen,
    applicantId: actor.personId,
    applicantName: actor.personName,
    applicantDepartmentId: actor.departmentId,
    applicantDepartment: actor.departmentName,
    policyVersion: planned.policyVersion,
    steps: planned.steps,
    basis: planned.basis,
    validDays: planned.validDays,
    round: 1,
    step: 0,
    keptApart: input.keptApart,
    submittedAt: now,
    decidedAt: null,
    expiresAt: daysLater(now, planned.validDays),
    usedAt: null,
    usedByName: null,
    version: 1,
  };
}

/**
 * Hands in a request of a registered kind; the caller has decided that the actor may ask for it and audits it.
 * Answers its id and number. Refusals: APPROVAL_KIND_UNKNOWN, LINE_SUBJECT_TWICE, POLICY_WITHOUT_RULE,
 * APPROVAL_NOT_NEEDED, POLICY_PERSON_UNKNOWN.
 */
export async function submitRequest(
  command: Command,
  input: NewRequest,
): Promise<{ id: string; number: string }> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const kind = requestKindOf(input.kind);
  if (!kind) throw refuseApproval('APPROVAL_KIND_UNKNOWN');
  if (new Set(input.lines.map(({ subjectId }) => subjectId)).size < input.lines.length)
    throw refuseApproval('LINE_SUBJECT_TWICE');
  const planned = await planSteps({ reader: trx, courtId, now }, kind, {
    grade: input.grade,
    amountFen: input.amountFen,
    applicantRoles: actor.roles,
    applicantDepartmentId: actor.departmentId,
  });
  const id = newId(now.getTime());
  const year = Number(shanghaiDay(now).slice(0, 4));
  const number = `${year}-${String(await takeRequestNumber(trx, courtId, year)).padStart(6, '0')}`;
  await insertRequest(trx, { ...newRow(command, input, planned), id, number });
  const address = { courtId, requestId: id };
  await insertLines(
    trx,
    address,
    input.lines.map((line, index) => ({ ...line, line: index + 1 })),
  );
  await insertSeats(trx, address, 1, planned.seats, 0);
  await appendDecision(trx, address, {
    id: newId(now.getTime()),
    kind: 'submit',
    round: 1,
    stepTitle: null,
    personId: actor.personId,
    personName: actor.personName,
    onBehalfOfId: null,
    onBehalfOfName: null,
    opinion: input.reason,
    decidedAt: now,
  });
  return { id, number };
}

/**
 * The one path by which items leave for good: the ground of each → the approval, used up → the movement, decided by the
 * rules of items → what is written of it → the clocks that end with it. All lines or none.
 */
import { isOnEarlierShanghaiDay, shanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import type { Problem } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { requirePresence } from '../rooms/require-presence.ts';
import type { GivenApproval } from '../seized-items/decide-transition.ts';
import type { Occasion } from '../seized-items/item-happening.ts';
import { isEnded } from '../seized-items/item-states.ts';
import type { EvidenceKind } from '../seized-items/item-transitions.ts';
import { openRoomBook } from '../seized-items/load-grounds.ts';
import { requireOdometersRead } from '../seized-items/odometers/require-odometers-read.ts';
import { recordTransitions, type TransitionLine } from '../seized-items/record-transitions.ts';
import { recallApproval, takeApproval } from '../seized-items/take-approval.ts';
import type { TransitionsAnswer } from '../seized-items/transitions.contract.ts';
import { decideBasis, type Basis } from './decide-disposition.rules.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { problemOfItem, requireNoProblem } from './item-problem.ts';
import { insertDispositions, type DispositionFacts } from './disposition.sql.ts';
import { DISPOSITION_WAYS, requestKindOfWay, type DispositionWay } from './judgment-orders.ts';
import type { LoadedItem } from './load-question.ts';
import type { ReachedItems } from './reach-items.ts';
import type { TakerNumber } from './seal-taker-number.ts';
import { settleDeadlinesOfItems } from './item-deadlines.ts';

type Person = { readonly id: string; readonly name: string };

export interface WantedItem {
  readonly itemId: string;
  readonly quantity: string | null;
  readonly lineId: string | null;
}

export interface Execution {
  readonly way: DispositionWay;
  readonly wanted: readonly WantedItem[];
  /** null: on the approval of an early disposal, used when the item began to wait. */
  readonly requestId: string | null;
  readonly secondPerson: Person;
  readonly supervisor?: Person | null;
  readonly occasion: Occasion;
  readonly evidence: readonly EvidenceKind[];
  /** What there is to show of one item, beside what there is of all. */
  readonly evidenceOf?: ReadonlyMap<string, readonly EvidenceKind[]>;
  readonly counterpartId?: string | null;
  readonly facts: Partial<DispositionFacts>;
  /** What is written of one item alone. */
  readonly factsOf?: ReadonlyMap<string, Partial<DispositionFacts>>;
  readonly number?: TakerNumber | null;
  readonly change?: TransitionLine['change'];
  readonly names?: TransitionLine['names'];
}

interface GroundedItem {
  readonly item: LoadedItem;
  readonly quantity: string;
  readonly basis: Basis;
}

const NO_FACTS: DispositionFacts = {
  place: null,
  method: null,
  counterparty: null,
  relation: null,
  proof: null,
  document: null,
  video: null,
  startedAt: null,
  endedAt: null,
  amountFen: null,
  paymentSlip: null,
  auctionId: null,
  signatureSha256: null,
  officerSignatureSha256: null,
  note: null,
};

/** The ground of each item, or one problem an item that has none. Refusal: DISPOSITION_REFUSED. */
export function requireBases(
  { head, items }: ReachedItems,
  way: DispositionWay,
  wanted: readonly WantedItem[],
): GroundedItem[] {
  const problems: Problem[] = [];
  const grounded = items.flatMap((item, index): GroundedItem[] => {
    const asked = wanted[index];
    const quantity = asked?.quantity ?? item.row.onHand;
    const verdict = decideBasis(item.question, { way, quantity, lineId: asked?.lineId ?? null });
    if (verdict.allowed) return [{ item, quantity, basis: verdict.basis }];
    problems.push(problemOfItem({ head }, item, { path: `body.items.${index}`, code: verdict.reason }));
    return [];
  });
  requireNoProblem(problems);
  return grounded;
}

interface Granted {
  readonly number: string | null;
  readonly approvals: ReadonlyMap<string, GivenApproval>;
}

/** Refusals: REQUEST_NEEDED and those of takeApproval. */
async function grant(
  command: CommandContext,
  { way, requestId, secondPerson }: Execution,
  grounded: readonly GroundedItem[],
): Promise<Granted> {
  const items = grounded.map(({ item, quantity }) => ({ itemId: item.row.id, quantity }));
  if (requestId !== null)
    return takeApproval(command, { requestId, kind: requestKindOfWay(way), items, secondPerson });
  const basis = grounded[0]?.basis;
  const early =
    basis?.kind === 'ground' ? grounded[0]?.item.grounds.find(({ id }) => id === basis.ground.id) : undefined;
  const recalled =
    early?.requestId == null
      ? undefined
      : await recallApproval(command, { requestId: early.requestId, items });
  if (!recalled) throw refuseDisposition('REQUEST_NEEDED');
  return recalled;
}

/** A part leaves the room although the item stays in it. Refusals: those of requirePresence. */
async function requirePresenceForParts(
  command: CommandContext,
  { occasion, secondPerson }: Execution,
  grounded: readonly GroundedItem[],
): Promise<void> {
  const { trx, actor, now } = command;
  const at = occasion.occurredAt;
  const rooms = openRoomBook(trx, actor.courtId, at);
  for (const { item, quantity } of grounded) {
    if (compareDecimals(quantity, item.row.onHand) >= 0) continue;
    const room = await rooms.roomOf(item.row.placeId);
    if (room === null || room.isEmergencyLocker) continue;
    const personIds = [actor.personId, secondPerson.id];
    const isLateEntry = isOnEarlierShanghaiDay(at, now);
    await requirePresence(command, { roomId: room.roomId, at, personIds, isLateEntry });
  }
}

export interface Carried {
  readonly answer: TransitionsAnswer;
  readonly dispositionIds: readonly string[];
  readonly grounded: readonly GroundedItem[];
  readonly approvedByIds: readonly string[];
  readonly requestedByIds: readonly string[];
}

function linesOf(
  execution: Execution,
  grounded: readonly GroundedItem[],
  granted: Granted,
): TransitionLine[] {
  const { way, evidence, evidenceOf, counterpartId = null, change, names } = execution;
  return grounded.map(({ item, quantity, basis }) => {
    const isWhole = compareDecimals(quantity, item.row.onHand) >= 0;
    const leaves = isWhole && item.row.placeId !== null ? { placeId: null } : {};
    return {
      itemId: item.row.id,
      transition: DISPOSITION_WAYS[way].transition,
      quantity,
      evidence: ['judgment', ...evidence, ...(evidenceOf?.get(item.row.id) ?? [])],
      counterpartId,
      approval: granted.approvals.get(item.row.id) ?? null,
      change: { ...leaves, ...change },
      ...(names === undefined ? {} : { names }),
      details: {
        disposition: way,
        lineId: basis.kind === 'line' ? basis.line.id : null,
        groundId: basis.kind === 'ground' ? basis.ground.id : null,
        approval: granted.number,
      },
    };
  });
}

/**
 * Carries a disposition out; the case is held, the second person has proved to be there. Refusals: DISPOSITION_REFUSED,
 * REQUEST_NEEDED, ODOMETER_NOT_READ, LINES_REFUSED, those of the approval and of presence.
 */
export async function carryOut(
  command: CommandContext,
  reached: ReachedItems,
  execution: Execution,
): Promise<Carried> {
  const { trx, actor } = command;
  const { way, wanted, requestId, secondPerson, supervisor = null, occasion } = execution;
  const grounded = requireBases(reached, way, wanted);
  const granted = await grant(command, execution, grounded);
  const today = startOfShanghaiDay(shanghaiDay(command.now));
  const goingIds = grounded.map(({ item: { row } }) => row.id);
  await requireOdometersRead(command, goingIds, today);
  await requirePresenceForParts(command, execution, grounded);
  const { steps, ...answer } = await recordTransitions(command, {
    occasion,
    lines: linesOf(execution, grounded, granted),
  });
  const rows = grounded.map(({ item: { row }, quantity, basis }) => ({
    ...NO_FACTS,
    ...execution.facts,
    ...execution.factsOf?.get(row.id),
    id: newId(),
    caseId: row.caseId,
    itemId: row.id,
    kind: way,
    quantity,
    unit: row.unit,
    lineId: basis.kind === 'line' ? basis.line.id : null,
    groundId: basis.kind === 'ground' ? basis.ground.id : null,
    requestId,
    approvalNumber: granted.number,
    executedAt: occasion.occurredAt,
    executorId: actor.personId,
    executorName: actor.personName,
    secondPersonId: secondPerson.id,
    secondPersonName: secondPerson.name,
    supervisorId: supervisor?.id ?? null,
    supervisorName: supervisor?.name ?? null,
    proceedsItemId: null,
    residueItemId: null,
  }));
  const approvals = [...granted.approvals.values()];
  const approvedByIds = approvals.flatMap((approval) => [...approval.approvedByIds]);
  const requestedByIds = approvals.map(({ requestedById }) => requestedById);
  const took = { answer, grounded, approvedByIds, requestedByIds };
  if (answer.refusedCount > 0) return { ...took, dispositionIds: [] };
  const sealed = execution.number ?? null;
  await insertDispositions(
    trx,
    actor.courtId,
    rows.map((row) => ({ ...row, number: sealed === null ? null : sealed.sealFor(row.id) })),
  );
  const ended = steps.filter(({ after }) => isEnded(after.state)).map(({ item }) => item.id);
  await settleDeadlinesOfItems(command, ended, shanghaiDay(occasion.occurredAt));
  return { ...took, dispositionIds: rows.map(({ id }) => id) };
}

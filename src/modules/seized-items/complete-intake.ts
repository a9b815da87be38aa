import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { findCase } from '../cases/find-case.ts';
import { settleDeadline } from '../deadlines/settle-deadline.ts';
import { countInput, isTakenIn, type IntakeCount } from './intake-count.ts';
import { endDelivery } from './delivery-deadlines.ts';
import { refuseIntake } from './intake-refusals.ts';
import { listIntakeLines, updateIntakeCompleted } from './intake.sql.ts';
import type { completeIntakeEndpoint } from './intakes.contract.ts';
import { categoryOf } from './item-categories.ts';
import { lockPlacePaths } from './item-place.sql.ts';
import type { EvidenceKind, ItemTransition } from './item-transitions.ts';
import { keepMeasures, type Counted } from './keep-measures.ts';
import { keepSignature } from './keep-signature.ts';
import { keepOdometers } from './odometers/take-odometers.ts';
import { occasionOf } from './occasion.ts';
import { setReceiptDeadlines } from './receipt-deadlines.ts';
import { recordTransitions, type TransitionLine } from './record-transitions.ts';
import { requireCountedPlaces } from './require-counted-places.ts';
import { lockOpenIntake } from './save-intake-lines.ts';

const TRANSITION_OF: Record<IntakeCount['outcome'], ItemTransition> = {
  matches: 'check_in',
  differs: 'record_difference',
  refused: 'refuse_receipt',
  kept_elsewhere: 'keep_elsewhere',
};

/** What is there to show for a line: photos, signatures, what was written. */
function evidenceOf({ line, count }: Counted): EvidenceKind[] {
  const hasPhotos = line.photoCount >= categoryOf(line.category).photosMin;
  return [
    'deliverer_signature',
    ...(hasPhotos ? (['photo'] as const) : []),
    ...(count.difference === null ? [] : (['difference_record', 'reason'] as const)),
    ...(count.keeper === null ? [] : (['keeper_papers'] as const)),
  ];
}

/** A line that lies in no store has nowhere to be put. */
function transitionLineOf(
  { line, count }: Counted,
  paths: ReadonlyMap<string, string>,
  { delivererId, ...shared }: Readonly<Record<string, unknown>> & { readonly delivererId: string | null },
): TransitionLine {
  const { outcome, placeId, sealNumber, keeper, difference, quantity } = count;
  const isTaken = isTakenIn(count);
  const place = isTaken && placeId !== null ? { id: placeId, path: paths.get(placeId) } : null;
  return {
    itemId: line.itemId,
    transition: TRANSITION_OF[outcome],
    quantity: line.countedQuantity ?? quantity ?? undefined,
    evidence: evidenceOf({ line, count }),
    counterpartId: delivererId,
    change: {
      placeId: place?.id ?? null,
      ...(isTaken && sealNumber !== null ? { sealNumber } : {}),
      ...(outcome === 'kept_elsewhere' ? { keeper } : {}),
    },
    names: { place: place?.path ?? null, ...(outcome === 'kept_elsewhere' ? { holder: keeper } : {}) },
    details: {
      ...shared,
      ...(difference === null ? {} : { difference }),
      ...(count.placeReason === null ? {} : { keptOtherwise: count.placeReason }),
      listedQuantity: line.listedQuantity,
    },
  };
}

/** What waited in a locker is taken in, and the clocks of what was taken in begin. */
async function moveClocks(
  command: CommandContext,
  intake: { readonly id: string; readonly caseId: string; readonly formalDueAt: Date | null },
  counted: readonly Counted[],
): Promise<void> {
  if (intake.formalDueAt !== null)
    await settleDeadline(command, { ruleId: 'D05', subjectKind: 'item_intake', subjectId: intake.id });
  const head = await findCase(command.trx, { courtId: command.actor.courtId, id: intake.caseId });
  if (!head) return;
  const taken = counted.filter(({ count }) => count.outcome !== 'refused');
  await setReceiptDeadlines(
    command,
    head,
    taken.map(({ line }) => line.itemId),
  );
  await endDelivery(command, head);
}

/**
 * The delivery as it was counted becomes entries of the case's book: checked in (T3), with a difference (T4), refused,
 * or kept elsewhere (T6). Custodian, reviewer and deliverer are three people; all lines or none.
 * What was said of the places since the count is asked anew; a refusal leaves the count as it is. Refusals:
 * INTAKE_NOT_FOUND, INTAKE_COMPLETED, INTAKE_LINES_PENDING, those of requireCountedPlaces, SIGNATURE_INVALID, LINES_REFUSED, those of the reviewer's PIN and of `requirePresence`.
 */
export async function completeIntake(
  command: CommandContext,
  { params, body }: InputOf<typeof completeIntakeEndpoint>,
): Promise<ResponseOf<typeof completeIntakeEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const intake = await lockOpenIntake(command, params.intakeId);
  if (intake.pendingCount > 0) throw refuseIntake('INTAKE_LINES_PENDING', { count: intake.pendingCount });
  const counted = (await listIntakeLines(trx, courtId, intake.id)).map((line) => ({
    line,
    count: countInput.parse(line.count),
  }));
  await requireCountedPlaces(command, counted);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const reviewer = { id: body.secondPerson.personId, name };
  const signatureSha256 = await keepSignature(command, body.delivererSignature);
  const counterparty = `${intake.delivererUnit} ${intake.deliverer}`;
  const occasion = occasionOf(
    command,
    { ...body, basis: body.basis ?? intake.listNumber },
    { secondPerson: reviewer, counterparty },
  );
  const placeIds = counted.flatMap(({ count: { placeId } }) => (placeId === null ? [] : [placeId]));
  const paths = await lockPlacePaths(trx, courtId, [...new Set(placeIds)]);
  const shared = { intakeId: intake.id, signatureSha256, delivererId: intake.delivererId };
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion,
    lines: counted.map((one) => transitionLineOf(one, paths, shared)),
  });
  if (answer.refusedCount > 0) return answer;
  await keepMeasures(command, counted, { at: occasion.occurredAt, secondPersonName: name });
  const received = counted.filter(({ count }) => count.outcome !== 'refused');
  await keepOdometers(
    command,
    received.map(({ line: { itemId: id, ...line } }) => ({
      item: { ...line, id },
      text: line.facts.odometerKm ?? null,
    })),
    { at: occasion.occurredAt, occasion: 'receipt', secondPersonName: name, allowedKm: null },
  );
  await moveClocks(command, intake, counted);
  await updateIntakeCompleted(trx, courtId, intake.id, {
    at: now,
    byName: actor.personName,
    reviewer,
    signatureSha256,
  });
  return answer;
}

/** How things come back into the room from wherever they were, each held against what left. */
import type { CommandContext } from '../../../platform/run-command.ts';
import type { Problem } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import type { EvidenceKind, ItemTransition } from '../item-transitions.ts';
import { listUnlockedItems, type LockedItem } from '../item.sql.ts';
import { insertSeals, listTakenSeals, updateSealOpened } from '../item-measure.sql.ts';
import { categoryOf } from '../item-categories.ts';
import { refuseItem } from '../item-refusals.ts';
import { saidItemName } from '../mask-item.ts';
import { refuseIntake } from '../intake-refusals.ts';
import { keepSignature } from '../keep-signature.ts';
import { readOdometer } from '../odometers/odometer.rules.ts';
import { ODOMETER_REFUSALS } from '../odometers/odometer-refusals.ts';
import { keepOdometers } from '../odometers/take-odometers.ts';
import { requireFittingPlace, type KeptOtherwise } from '../keeping/require-fitting-place.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions, type TransitionLine } from '../record-transitions.ts';
import { requireKeeps, resolveStore, type Store } from '../resolve-store.ts';
import { requirePhotos } from '../photo-demands/require-photos.ts';
import type { PhotoStep } from '../photo-demands/photo-policy-rules.ts';
import { compareReturn, describeDifferences, type Difference } from './compare-return.ts';
import { holdRelease, type HeldRelease } from './hold-release.ts';
import { stopReleaseClocks } from './release-deadlines.ts';
import type { ReleaseState } from './release-kinds.ts';
import { updateReleaseLines, type LineChange, type ReleaseLineRow } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { allowedKmOf } from './release-terms.ts';
import { updateReleaseState } from './release.sql.ts';
import type { giveBackItemsEndpoint, ReturnedLine } from './release-steps.contract.ts';
import type { InputOf } from '../../../platform/endpoint.ts';

type Body = InputOf<typeof giveBackItemsEndpoint>['body'];

interface ComparedLine {
  readonly returned: ReturnedLine;
  readonly line: ReleaseLineRow;
  readonly item: LockedItem;
  readonly store: Store;
  readonly kept: KeptOtherwise;
  readonly differences: readonly Difference[];
}

/** Whether somebody has said what becomes of the differences: reported, or explained by a closed investigation. */
function isAnswered({ returned, line, differences }: ComparedLine): boolean {
  if (differences.length === 0) return true;
  return returned.incident !== null || (line.incident !== null && returned.explanation !== null);
}

function problemsOf(compared: readonly ComparedLine[]): Problem[] {
  return compared.flatMap((one, index) => {
    if (isAnswered(one)) return [];
    const name = saidItemName(one.item);
    const said = {
      zh: `${name.zh}：${describeDifferences(one.differences)}`,
      en: `${name.en}: ${one.differences.map(({ en }) => en).join('; ')}`,
    };
    return [{ path: `body.lines.${index}.incident`, code: 'RETURN_DIFFERS', ...said }];
  });
}

/** A vehicle comes back with a reading, or with why there is none. */
function unreadOf(compared: readonly ComparedLine[]): Problem[] {
  return compared.flatMap(({ item, returned }, index) => {
    const read = readOdometer(returned.odometer).kind;
    if (item.category !== 'vehicles' || read === 'km' || read === 'unreadable') return [];
    const code = read === 'missing' ? 'ODOMETER_MISSING' : 'ODOMETER_NONSENSE';
    const { zh, en } = ODOMETER_REFUSALS[code];
    const path = `body.lines.${index}.odometer`;
    const name = saidItemName(item);
    return [{ path, code, zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` }];
  });
}

async function compareLines(
  command: CommandContext,
  { release, lines }: HeldRelease,
  body: Body,
): Promise<ComparedLine[]> {
  const itemIds = lines.map(({ itemId }) => itemId);
  const items = await listUnlockedItems(command.trx, command.actor.courtId, itemIds);
  const stores = new Map<string, Store>();
  const compared: ComparedLine[] = [];
  for (const returned of body.lines) {
    const item = items.find(({ id }) => id === returned.itemId);
    const line = lines.find(({ itemId }) => itemId === returned.itemId);
    if (!item || !line) throw refuseRelease('RELEASE_LINE_UNKNOWN');
    const store = stores.get(returned.placeId) ?? (await resolveStore(command, returned.placeId));
    stores.set(returned.placeId, store);
    requireKeeps(store, [item]);
    requireSealable(item, returned.seal);
    const kept = await requireFittingPlace(command, store, [item], returned.placeReason);
    const { onHand, unit } = item.standing;
    const left = {
      kind: release.kind,
      quantity: onHand,
      unit,
      seal: line.sealOut,
      odometer: line.odometerOut ?? item.facts.odometerKm ?? null,
      allowedKm: allowedKmOf(release),
    };
    compared.push({ returned, line, item, store, kept, differences: compareReturn(left, returned) });
  }
  const problems = [...problemsOf(compared), ...unreadOf(compared)];
  if (problems.length > 0) throw refuseRelease('RETURN_DIFFERS', { count: problems.length }, problems);
  return compared;
}

/** What is alive comes back as it left, without a seal. Refusal: TAKES_NO_SEAL. */
function requireSealable({ category }: LockedItem, seal: string | null): void {
  const { takesNoSeal, zh, en } = categoryOf(category);
  if (takesNoSeal === true && seal !== null)
    throw refuseItem('TAKES_NO_SEAL', { category: zh, categoryEn: en });
}

/** What an explained difference does not need to be reported for again. */
function isReported({ returned, differences, line }: ComparedLine): boolean {
  if (differences.length === 0) return false;
  return !(line.incident !== null && returned.explanation !== null);
}

function transitionOfLine(
  one: ComparedLine,
  back: { readonly transition: ItemTransition; readonly evidence: readonly EvidenceKind[] },
  signature: string,
): TransitionLine {
  const { returned, store, item, kept } = one;
  const { condition, seal } = returned;
  const names = { place: store.path, holder: null };
  const change = { placeId: store.id, holderId: null, dueAtMs: null, keeper: null, sealNumber: seal };
  const [first] = one.differences;
  if (!isReported(one) || first === undefined)
    return {
      ...{ itemId: item.id, ...back, change, names },
      details: {
        condition,
        returnerSignature: signature,
        ...kept(item.id).details,
        ...(returned.explanation === null ? {} : { difference: returned.explanation }),
      },
    };
  return {
    ...{ itemId: item.id, transition: 'report_incident', evidence: ['incident_report'], names },
    // why: an incident keeps the seal that the investigation is about.
    change: { placeId: store.id, holderId: null, dueAtMs: null },
    details: {
      ...{ condition, incident: first.kind, returnerSignature: signature },
      difference: returned.incident ?? describeDifferences(one.differences),
    },
  };
}

/** What odometers said, of reported vehicles as part of the incident. */
async function keepReadings(
  command: CommandContext,
  compared: readonly ComparedLine[],
  { release }: HeldRelease,
  taking: { readonly at: Date; readonly secondPersonName: string | null },
): Promise<void> {
  for (const one of compared) {
    const occasion = isReported(one) ? 'incident' : 'return';
    const taken = [{ item: one.item, text: one.returned.odometer }];
    await keepOdometers(command, taken, { ...taking, occasion, allowedKm: allowedKmOf(release) });
  }
}

/** Seals that an examination opened, and those that it put on. Refusal: SEAL_NUMBER_TAKEN. */
async function keepSeals(
  command: CommandContext,
  compared: readonly ComparedLine[],
  at: Date,
  withName: string,
): Promise<void> {
  const { trx, actor } = command;
  const changed = compared.filter((one) => !isReported(one) && one.line.sealOut !== one.returned.seal);
  for (const { returned, line, item } of changed) {
    const reason = returned.sealReason ?? returned.explanation ?? '';
    const opening = { at, byName: actor.personName, withName, reason };
    if (line.sealOut !== null)
      await updateSealOpened(trx, actor.courtId, { itemId: item.id, number: line.sealOut }, opening);
    if (returned.seal === null) continue;
    const taken = await listTakenSeals(trx, actor.courtId, [returned.seal]);
    if (taken.has(returned.seal)) throw refuseIntake('SEAL_NUMBER_TAKEN', { number: returned.seal });
    const seal = { id: newId(), itemId: item.id, number: returned.seal, sealedAt: at, witness: null };
    await insertSeals(trx, actor.courtId, [
      { ...seal, sealedByName: withName, secondPersonName: actor.personName },
    ]);
  }
}

function changeOf(one: ComparedLine, at: Date, receivedByName: string): LineChange {
  const { returned, item } = one;
  const { condition: conditionBack, seal: sealBack } = returned;
  const incident = returned.incident ?? describeDifferences(one.differences);
  if (isReported(one)) return { itemId: item.id, state: one.line.state, dueAt: null, incident };
  return {
    ...{ itemId: item.id, state: 'back', dueAt: null, backAt: at, conditionBack, sealBack, receivedByName },
    note: returned.explanation ?? returned.sealReason,
  };
}

/**
 * Takes things back into the room. Each is compared with what left; what differs is never taken in silently: it comes in
 * as an incident with what differs as its report (T20), or with the explanation of an incident that was closed.
 * Refusals: those of holdRelease, PLACE_NOT_A_STORE, CATEGORY_NOT_KEPT_THERE, RETURN_DIFFERS, PHOTOS_MISSING,
 * SIGNATURE_INVALID, SEAL_NUMBER_TAKEN, TAKES_NO_SEAL, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function receiveBack(
  command: CommandContext,
  input: {
    readonly releaseId: string;
    readonly state: ReleaseState;
    readonly transition: ItemTransition;
    readonly photoStep: PhotoStep;
    readonly evidence: readonly EvidenceKind[];
    readonly body: Body;
  },
): Promise<{ id: string }> {
  const { trx, actor, now } = command;
  const { body, transition, evidence } = input;
  const itemIds = body.lines.map(({ itemId }) => itemId);
  const held = await holdRelease(command, { releaseId: input.releaseId, state: input.state, itemIds });
  const compared = await compareLines(command, held, body);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const signature = await keepSignature(command, body.returnerSignature);
  const occasion = occasionOf(command, body, { secondPerson, counterparty: body.returnerName });
  await requirePhotos(command, {
    ...{ step: input.photoStep, at: occasion.occurredAt, leftAt: held.release.leftAt },
    items: compared.map(({ item }) => item),
    pathOf: (index) => `body.lines.${index}`,
  });
  await recordTransitions(command, {
    occasion,
    lines: compared.map((one) => transitionOfLine(one, { transition, evidence }, signature)),
  });
  await keepReadings(command, compared, held, {
    at: occasion.occurredAt,
    secondPersonName: secondPerson?.name ?? null,
  });
  await keepSeals(command, compared, occasion.occurredAt, body.returnerName);
  const { id } = held.release;
  const changes = compared.map((one) => changeOf(one, occasion.occurredAt, actor.personName));
  await updateReleaseLines(trx, actor.courtId, id, changes);
  await updateReleaseState(trx, actor.courtId, id, now);
  await stopReleaseClocks(command, itemIds, body.returnerName);
  return { id };
}

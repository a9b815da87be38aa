import { addDecimals, compareDecimals, isZeroDecimal, sumDecimals } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmByJudge } from '../confirm-by-judge.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import type { Occasion } from '../item-happening.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { findQuantityProblem } from '../item-quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import type { LockedItem } from '../item.sql.ts';
import { openRoomBook } from '../load-grounds.ts';
import { keptOtherwise, requireFitting, type Putting } from '../keeping/require-fitting-place.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { requireAtItem } from '../require-at-item.ts';
import { requireKeeps, requireRoomFor, resolveStore } from '../resolve-store.ts';
import { addParts, requireFreshSeals, type PartDraft } from './add-parts.ts';
import { refuseCare } from './care-refusals.ts';
import type { splitItemEndpoint } from './care.contract.ts';
import { cardOfPart } from './part-card.ts';
import { requireLossWithin } from './natural-loss.ts';

type Input = InputOf<typeof splitItemEndpoint>;

/** Parts are quantities of the unit, and with the loss no more than there is. */
function requireQuantities({ standing, name }: LockedItem, { parts, lossQuantity }: Input['body']): string {
  const quantities = parts.map(({ quantity }) => quantity);
  if (quantities.some((quantity) => findQuantityProblem(quantity, standing.unit) !== null))
    throw refuseCare('QUANTITY_UNFIT', { name });
  const sum = sumDecimals(quantities);
  const all = addDecimals(sum, lossQuantity ?? '0');
  if (compareDecimals(all, standing.onHand) > 0)
    throw refuseCare('PARTS_EXCEED_ITEM', { sum: all, onHand: standing.onHand });
  if (compareDecimals(all, standing.onHand) === 0 && parts.length < 2)
    throw refuseCare('ONE_PART_IS_NO_SPLIT');
  return sum;
}

/**
 * Each part lies where the parent lies, or elsewhere in its room, and finds there what it needs. Refusals:
 * PARTS_ELSEWHERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, those of `resolveStore`.
 */
async function draftsOf(command: CommandContext, item: LockedItem, row: ItemRow, body: Input['body']) {
  const { standing, position } = item;
  const rooms = openRoomBook(command.trx, command.actor.courtId, command.now);
  const room = await rooms.roomOf(standing.placeId);
  const here =
    standing.placeId === null || room === null
      ? null
      : { id: standing.placeId, path: position.place ?? '', room };
  const drafts: PartDraft[] = [];
  const puttings: Putting[] = [];
  for (const [index, { quantity, name, placeId, placeReason, sealNumber }] of body.parts.entries()) {
    const card = cardOfPart(row, name);
    const draftAt = (store: Putting['store']) => ({
      ...{ card, quantity, sealNumber, parentItemId: item.id },
      details: { parentItemId: item.id, ...keptOtherwise({ store, item, placeReason }).details },
    });
    const putting = { item: { ...item, name: card.name }, placeReason, path: `body.parts.${index}` };
    if (placeId === null || placeId === standing.placeId) {
      const place = { id: standing.placeId, path: position.place };
      drafts.push({ ...draftAt(here), place, containerId: standing.containerId });
      puttings.push({ ...putting, store: here });
      continue;
    }
    const store = await resolveStore(command, placeId);
    if (store.room.roomId !== room?.roomId) throw refuseCare('PARTS_ELSEWHERE');
    requireKeeps(store, [item]);
    drafts.push({ ...draftAt(store), place: { id: store.id, path: store.path }, containerId: null });
    puttings.push({ ...putting, store });
  }
  await requireFitting(command, puttings);
  if (here !== null) await requireRoomFor(command, here, drafts.length - 1);
  return drafts;
}

async function takeLoss(
  command: CommandContext,
  item: LockedItem,
  quantity: string | null,
  occasion: Occasion,
): Promise<void> {
  if (quantity === null || isZeroDecimal(quantity)) return;
  await requireLossWithin(command, item, quantity);
  await recordTransitions(command, {
    occasion,
    lines: [{ itemId: item.id, transition: 'record_natural_loss', quantity, evidence: ['reason'] }],
  });
}

/**
 * An item, or a part of it, becomes items of their own with codes and labels of their own: the sum of the parts and the
 * recorded loss is what the parent gives (T19). Of evidence the judge is the second person. Answers the parts in the
 * order given. Refusals: ITEM_NOT_FOUND, ITEM_SEALED, QUANTITY_UNFIT, PARTS_EXCEED_ITEM, ONE_PART_IS_NO_SPLIT,
 * JUDGE_CONFIRMS, SEAL_NUMBER_TAKEN, PARTS_ELSEWHERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, those of the loss,
 * LINES_REFUSED.
 */
export async function splitItem(
  command: CommandContext,
  { params, body }: Input,
): Promise<ResponseOf<typeof splitItemEndpoint>> {
  const { trx, actor } = command;
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  const [row] = await listItemRowsById(trx, [actor.courtId], [item.id]);
  if (!row) throw refuseItem('ITEM_NOT_FOUND');
  const { sealNumber } = item.standing;
  if (sealNumber !== null) throw refuseCare('ITEM_SEALED', { seal: sealNumber });
  const sum = requireQuantities(item, body);
  await requireFreshSeals(
    command,
    body.parts.map((part) => part.sealNumber),
  );
  const secondPerson = row.isEvidence
    ? await confirmByJudge(command, item.caseId, body.secondPerson)
    : await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, { ...body, note: body.reason }, { secondPerson });
  const drafts = await draftsOf(command, item, row, body);
  const visit = await requireAtItem(command, item, occasion);
  await takeLoss(command, item, body.lossQuantity, occasion);
  const evidence = ['split_record'] as const;
  const details = { ...visit, partCount: drafts.length };
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [{ itemId: item.id, transition: 'split_off', quantity: sum, evidence, details }],
  });
  if (answer.refusedCount > 0) return { ...answer, parts: [] };
  const parts = await addParts(command, { caseId: item.caseId, transition: 'split_from', drafts, occasion });
  return { ...answer, parts };
}

import { shanghaiDay, startOfShanghaiDay } from '../../../platform/clock.ts';
import { compareDecimals } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import type { Occasion } from '../item-happening.ts';
import { refuseItem } from '../item-refusals.ts';
import { ITEM_STATES } from '../item-states.ts';
import type { LockedItem } from '../item.sql.ts';
import { openRoomBook } from '../load-grounds.ts';
import { auditedItemLabel } from '../mask-item.ts';
import { requireOdometersRead } from '../odometers/require-odometers-read.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordFacts } from '../record-facts.ts';
import { requireAtItem } from '../require-at-item.ts';
import { photoOfToday } from '../unseal-item.ts';
import { recordBaseline } from '../verify-items.ts';
import { refuseBaseline } from './baseline-refusals.ts';
import type { recordCountDifferenceEndpoint } from './baseline.contract.ts';
import { objectToCount } from './baseline.rules.ts';
import { insertDifference, listOpenCounts, updateOvertaken } from './count-difference.sql.ts';

async function requireCount(
  { trx, actor, now }: CommandContext,
  { id, standing, isUnverified }: LockedItem,
  counted: string,
): Promise<void> {
  const { state, onHand, unit, placeId } = standing;
  const isRecount = (await listOpenCounts(trx, actor.courtId, [id])).has(id);
  const refusal = objectToCount(counted, { state, onHand, unit, isUnverified, isRecount });
  const facts = { state: ITEM_STATES[state] };
  if (refusal === 'ITEM_ENDED' || refusal === 'ITEM_VERIFIED' || refusal === 'QUANTITY_INVALID')
    throw refuseItem(refusal, facts);
  if (refusal !== null) throw refuseBaseline(refusal, facts);
  const room = await openRoomBook(trx, actor.courtId, now).roomOf(placeId);
  if (room !== null && !room.custodianIds.includes(actor.personId)) throw refuseItem('NOT_CUSTODIAN_OF_ROOM');
}

/** What was counted again agrees with the book after all. Refusal: ODOMETER_NOT_READ. */
async function confirmAsBooked(
  command: CommandContext,
  item: LockedItem,
  occasion: Occasion,
): Promise<{ id: null }> {
  await requireOdometersRead(command, [item.id], startOfShanghaiDay(shanghaiDay(command.now)));
  await recordBaseline(command, [item], occasion);
  command.audit({
    ...{ subjectKind: 'seized_item', subjectId: item.id, subjectLabel: auditedItemLabel(item) },
    before: { isUnverified: true },
    after: { isUnverified: false, counted: item.standing.onHand },
    detail: { secondPerson: occasion.secondPerson?.name },
  });
  return { id: null };
}

/**
 * Two people count what came from an older register and find another number: both figures are an entry of the case's
 * book, and nothing changes until those whom the policy names have decided. A later count takes the place of one that
 * nobody has settled; when it agrees with the book, it is the baseline. Refusals: ITEM_NOT_FOUND, those of the rule, NOT_CUSTODIAN_OF_ROOM, COUNT_PHOTO_MISSING, ODOMETER_NOT_READ, those of
 * the second person's PIN and of presence.
 */
export async function recordCountDifference(
  command: CommandContext,
  { params, body }: InputOf<typeof recordCountDifferenceEndpoint>,
): Promise<ResponseOf<typeof recordCountDifferenceEndpoint>> {
  const { trx, actor, now } = command;
  const { counted, reason, document } = body;
  const item = await lockReachableItem(command, 'item.verify', params.itemId);
  await requireCount(command, item, counted);
  const { onHand: booked, unit } = item.standing;
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const occasion = occasionOf(command, { note: reason, basis: document }, { secondPerson });
  const visit = await requireAtItem(command, item, occasion);
  if ((await photoOfToday(command, item.id)).length === 0) throw refuseBaseline('COUNT_PHOTO_MISSING');
  await updateOvertaken(trx, actor.courtId, [item.id], { at: now, byName: actor.personName, withName: name });
  if (compareDecimals(counted, booked) === 0) return confirmAsBooked(command, item, occasion);
  const difference = `台账 ${sayQuantity(booked, unit).zh}，实点 ${sayQuantity(counted, unit).zh}`;
  const details = { ...visit, booked, counted, difference };
  const sequences = await recordFacts(
    command,
    [item],
    { kind: 'count_differs', details: () => details },
    occasion,
  );
  const id = newId(now.getTime());
  await insertDifference(trx, actor.courtId, {
    ...{ id, itemId: item.id, unit, booked, counted, reason, document, countedAt: now },
    entrySequence: sequences.get(item.id) ?? 0,
    ...{ countedById: actor.personId, countedByName: actor.personName },
    ...{ secondPersonId: secondPerson.id, secondPersonName: name },
  });
  command.audit({
    ...{ subjectKind: 'seized_item', subjectId: item.id, subjectLabel: auditedItemLabel(item) },
    detail: { booked, counted, reason, document, secondPerson: name },
  });
  return { id };
}

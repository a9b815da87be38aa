import type { InputOf } from '../../platform/endpoint.ts';
import { wordOf } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmSecondPerson } from './confirm-second-person.ts';
import { isCurrency } from './item-quantity.ts';
import { refuseItem } from './item-refusals.ts';
import { ITEM_STATES } from './item-states.ts';
import { transitionOf } from './item-transitions.ts';
import { lockItems, type LockedItem } from './item.sql.ts';
import { requireFittingPlace } from './keeping/require-fitting-place.ts';
import { keepSignature } from './keep-signature.ts';
import type { bringFromKeeperEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { requirePhotos } from './photo-demands/require-photos.ts';
import { recordTransitions } from './record-transitions.ts';
import { listOpenLinesOfItems } from './releases/release-line.sql.ts';
import { requireKeeps, requireRoomFor, resolveStore } from './resolve-store.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/** What the court itself gave to a keeper comes back on that release; money at a bank comes back by no door. */
async function requireKeptSinceReceipt(command: CommandContext, item: LockedItem): Promise<void> {
  const state = ITEM_STATES[item.standing.state];
  if (item.standing.state !== 'kept_elsewhere')
    throw refuseItem('ITEM_STATE_WRONG', {
      state: wordOf(state),
      transition: wordOf(transitionOf('from_keeper')),
    });
  const lines = await listOpenLinesOfItems(command.trx, command.actor.courtId, [item.id]);
  if (lines.length > 0) throw refuseItem('KEPT_BY_RELEASE');
  if (isCurrency(item.standing.unit)) throw refuseItem('KEPT_AT_BANK');
}

/**
 * A thing that was left with an outside keeper at its receipt (T6: 委托保管、原地保管) comes into the court's own room,
 * seen by two and handed over by the keeper. Refusals: ITEM_NOT_FOUND, ITEM_STATE_WRONG, KEPT_BY_RELEASE, KEPT_AT_BANK,
 * SEAL_NOT_AS_BEFORE, PLACE_NOT_A_STORE, CATEGORY_NOT_KEPT_THERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, ROOM_FULL,
 * PHOTOS_MISSING, SIGNATURE_INVALID, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function bringFromKeeper(
  command: CommandContext,
  body: InputOf<typeof bringFromKeeperEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { itemId, placeId, condition, sealNumber } = body;
  const store = await resolveStore(command, placeId);
  const items = await lockItems(command.trx, command.actor.courtId, [itemId]);
  const [item] = items;
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  await requireKeptSinceReceipt(command, item);
  const before = item.standing.sealNumber;
  if (before !== sealNumber) throw refuseItem('SEAL_NOT_AS_BEFORE', { seal: before ?? '—' });
  requireKeeps(store, items);
  const kept = await requireFittingPlace(command, store, items, body.placeReason);
  await requireRoomFor(command, store, 1);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const returnerSignature = await keepSignature(command, body.keeperSignature);
  const occasion = occasionOf(command, body, { secondPerson, counterparty: body.keeperPerson });
  await requirePhotos(command, {
    ...{ step: 'from_keeper', at: occasion.occurredAt, leftAt: new Date(item.lastOccurredAtMs), items },
    pathOf: () => 'body.itemId',
  });
  const { details } = kept(itemId);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [
      {
        ...{ itemId, transition: 'from_keeper', evidence: ['comparison'] },
        change: { placeId: store.id, holderId: null, keeper: null },
        names: { place: store.path, holder: null },
        details: { condition, returnerSignature, ...details },
      },
    ],
  });
  return answer;
}

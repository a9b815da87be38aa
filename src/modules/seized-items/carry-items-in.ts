import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmSecondPerson } from './confirm-second-person.ts';
import { refuseIntake } from './intake-refusals.ts';
import { requireFittingPlace } from './keeping/require-fitting-place.ts';
import { lockItems } from './item.sql.ts';
import type { carryItemsInEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import { requireKeeps, requireRoomFor, resolveStore } from './resolve-store.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/**
 * Items come out of the hands of whoever carried them into a room, within a visit there (T23).
 * Refusals: PLACE_NOT_A_STORE, CATEGORY_NOT_KEPT_THERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, ROOM_FULL, NOT_IN_YOUR_HANDS, LINES_REFUSED, those of the second
 * person's PIN and of presence.
 */
export async function carryItemsIn(
  command: CommandContext,
  body: InputOf<typeof carryItemsInEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { trx, actor } = command;
  const store = await resolveStore(command, body.placeId);
  const items = await lockItems(trx, actor.courtId, body.itemIds);
  requireKeeps(store, items);
  const kept = await requireFittingPlace(command, store, items, body.placeReason);
  await requireRoomFor(command, store, items.length);
  if (items.some(({ standing }) => standing.holderId !== actor.personId || standing.placeId !== null))
    throw refuseIntake('NOT_IN_YOUR_HANDS');
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, body, { secondPerson }),
    lines: body.itemIds.map((itemId) => ({
      itemId,
      transition: 'carry_in',
      evidence: [],
      change: { placeId: store.id, holderId: null },
      names: { place: store.path, holder: null },
      ...kept(itemId),
    })),
  });
  return answer;
}

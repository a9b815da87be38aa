import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmSecondPerson } from './confirm-second-person.ts';
import { refuseIntake } from './intake-refusals.ts';
import { requireFittingPlace } from './keeping/require-fitting-place.ts';
import { lockWithGrounds, peopleOf } from './lock-with-grounds.ts';
import type { relocateItemsEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import { requireKeeps, storeAt } from './resolve-store.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/**
 * Items get another place in the room in which they are (T23). Refusals: PLACE_NOT_A_STORE, CATEGORY_NOT_KEPT_THERE,
 * KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, OTHER_ROOM, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function relocateItems(
  command: CommandContext,
  body: InputOf<typeof relocateItemsEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const occasion = occasionOf(command, body);
  const { itemIds, placeId, secondPerson: second } = body;
  const { paths, ...known } = await lockWithGrounds(command, {
    ...{ itemIds, placeIds: [placeId], at: occasion.occurredAt },
    personIds: peopleOf(command, second && { id: second.personId }),
  });
  const { locked, rooms } = known;
  const store = await storeAt(placeId, paths, rooms);
  requireKeeps(store, locked);
  const kept = await requireFittingPlace(command, store, locked, body.placeReason);
  for (const { standing } of locked) {
    const room = await rooms.roomOf(standing.placeId);
    if (room !== null && room.roomId !== store.room.roomId) throw refuseIntake('OTHER_ROOM');
  }
  const secondPerson = await confirmSecondPerson(command, second);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: { ...occasion, secondPerson },
    ...known,
    lines: itemIds.map((itemId) => ({
      itemId,
      transition: 'relocate',
      evidence: [],
      change: { placeId: store.id },
      names: { place: store.path },
      ...kept(itemId),
    })),
  });
  return answer;
}

/** Things go into a box or come out of it, in its room, each by an entry of its own. */
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { findPlacePath } from '../item-place.sql.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import type { KeepingRoom } from '../../rooms/find-room-of-place.ts';
import { requireFittingPlace } from '../keeping/require-fitting-place.ts';
import { recordedItemName, saidItemName } from '../mask-item.ts';
import { openRoomBook } from '../load-grounds.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { appendContainerEvents } from './container-event.sql.ts';
import { updateContainers } from './container.sql.ts';
import { refuseContainer } from './container-refusals.ts';
import type { putIntoContainerEndpoint, takeOutOfContainerEndpoint } from './containers.contract.ts';
import { lockContainer, placeOfBox, requireAtBox, requireInRoom, requireOpen } from './lock-container.ts';

type Input = InputOf<typeof putIntoContainerEndpoint>;
type Answer = ResponseOf<typeof putIntoContainerEndpoint>;

async function requireSameRoom(
  { trx, actor, now }: CommandContext,
  room: KeepingRoom | null,
  items: readonly LockedItem[],
): Promise<void> {
  const rooms = openRoomBook(trx, actor.courtId, now);
  for (const { standing } of items)
    if (standing.placeId === null || (await rooms.roomOf(standing.placeId))?.roomId !== room?.roomId)
      throw refuseContainer('CONTAINER_ELSEWHERE');
}

async function moveThings(
  command: CommandContext,
  { params, body }: Input | InputOf<typeof takeOutOfContainerEndpoint>,
  transition: 'put_in' | 'take_out',
): Promise<Answer> {
  const { trx, actor, now } = command;
  const tree = await lockContainer(command, params.containerId);
  const { box } = tree;
  requireOpen(tree);
  const room = await requireInRoom(command, tree);
  const isIn = transition === 'put_in';
  if (isIn && box.lotItemId !== null) throw refuseContainer('CONTAINER_OF_LOT');
  const items = await lockItems(trx, actor.courtId, body.itemIds);
  const elsewhere = items.find(({ standing: { containerId } }) =>
    isIn ? containerId !== null && containerId !== box.id : containerId !== box.id,
  );
  if (elsewhere)
    throw refuseContainer(isIn ? 'ITEM_IN_ANOTHER_CONTAINER' : 'ITEM_NOT_IN_CONTAINER', {
      name: saidItemName(elsewhere),
    });
  if (isIn) await requireSameRoom(command, room, items);
  const placeReason = 'placeReason' in body ? body.placeReason : null;
  const moved = items.filter(({ standing }) => standing.placeId !== box.placeId);
  const offering = isIn ? await placeOfBox(command, tree) : null;
  const kept = await requireFittingPlace(command, offering, moved, placeReason);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtBox(command, room, occasion);
  const { placeId } = box;
  const place = placeId === null ? null : await findPlacePath(trx, actor.courtId, placeId);
  const answer = await recordTransitions(command, {
    occasion,
    lines: body.itemIds.map((itemId) => ({
      ...{ itemId, transition, evidence: [] },
      change: { placeId, containerId: isIn ? box.id : null },
      names: { place },
      details: { box: box.code, ...kept(itemId).details },
    })),
  });
  const at = { at: occasion.occurredAt, secondPersonName: secondPerson?.name ?? null };
  await appendContainerEvents(command, at, [
    {
      containerId: box.id,
      kind: isIn ? 'put_in' : 'taken_out',
      details: { items: items.map((item) => ({ code: item.code, name: recordedItemName(item) })) },
    },
  ]);
  await updateContainers(trx, actor.courtId, now, [box.id], {});
  return { containerId: box.id, itemCount: answer.steps.length };
}

/**
 * Items of the room go into an open box and lie where it stands from then on. Refusals: CONTAINER_NOT_FOUND,
 * CONTAINER_CLOSED, CONTAINER_SHUT, CONTAINER_CARRIED, CONTAINER_OF_LOT, ITEM_IN_ANOTHER_CONTAINER, CONTAINER_ELSEWHERE,
 * KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export function putIntoContainer(command: CommandContext, input: Input): Promise<Answer> {
  return moveThings(command, input, 'put_in');
}

/** Items come out of an open box and lie beside it. Refusals: as of putting in, ITEM_NOT_IN_CONTAINER. */
export function takeOutOfContainer(
  command: CommandContext,
  input: InputOf<typeof takeOutOfContainerEndpoint>,
): Promise<Answer> {
  return moveThings(command, input, 'take_out');
}

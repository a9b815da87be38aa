import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { requireFittingPlace } from '../keeping/require-fitting-place.ts';
import { occasionOf } from '../occasion.ts';
import { findPlacePath } from '../item-place.sql.ts';
import { appendContainerEvents } from './container-event.sql.ts';
import { updateContainers } from './container.sql.ts';
import { refuseContainer } from './container-refusals.ts';
import type { nestContainerEndpoint } from './containers.contract.ts';
import {
  lockContainer,
  placeOfBox,
  requireAtBox,
  requireInRoom,
  requireOpen,
  type ContainerTree,
} from './lock-container.ts';
import { carryTree, lockInside } from './move-container.ts';

/** Refusals: CONTAINER_IN_ITSELF, CONTAINER_SHUT, CONTAINER_OF_LOT, CONTAINER_ELSEWHERE. */
async function lockOuter(
  command: CommandContext,
  tree: ContainerTree,
  parentId: string,
): Promise<ContainerTree> {
  if (tree.all.some(({ id }) => id === parentId)) throw refuseContainer('CONTAINER_IN_ITSELF');
  const outer = await lockContainer(command, parentId);
  requireOpen(outer);
  if (outer.box.lotItemId !== null) throw refuseContainer('CONTAINER_OF_LOT');
  const [mine, theirs] = [await requireInRoom(command, tree), await requireInRoom(command, outer)];
  if (mine?.roomId !== theirs?.roomId) throw refuseContainer('CONTAINER_ELSEWHERE');
  return outer;
}

/**
 * A box goes into another of its room, with everything in it, or comes out of it again. Refusals: CONTAINER_NOT_FOUND,
 * CONTAINER_CLOSED, CONTAINER_SHUT, CONTAINER_IN_ITSELF, CONTAINER_OF_LOT, CONTAINER_ELSEWHERE, CONTAINER_CARRIED,
 * KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function nestContainer(
  command: CommandContext,
  { params, body }: InputOf<typeof nestContainerEndpoint>,
): Promise<ResponseOf<typeof nestContainerEndpoint>> {
  const { trx, actor, now } = command;
  const tree = await lockContainer(command, params.containerId);
  const { box } = tree;
  const room = await requireInRoom(command, tree);
  if (box.parentId !== null) requireOpen(await lockContainer(command, box.parentId));
  const outer = body.parentId === null ? null : await lockOuter(command, tree, body.parentId);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtBox(command, room, occasion);
  let itemCount = 0;
  if (outer !== null && outer.box.placeId !== box.placeId) {
    const { placeId } = outer.box;
    const place = placeId === null ? null : await findPlacePath(trx, actor.courtId, placeId);
    const { placeReason } = body;
    const offering = await placeOfBox(command, outer);
    const inside = await lockInside(command, tree.all);
    const kept = await requireFittingPlace(command, offering, inside, placeReason);
    const to = { placeId, place, holderId: null, holder: null };
    itemCount = await carryTree(command, tree.all, { how: 'relocate', to, occasion, kept });
  }
  await updateContainers(trx, actor.courtId, now, [box.id], { parentId: outer?.box.id ?? null });
  const at = { at: occasion.occurredAt, secondPersonName: secondPerson?.name ?? null };
  await appendContainerEvents(command, at, [
    {
      containerId: box.id,
      kind: outer === null ? 'unnested' : 'nested',
      details: outer === null ? {} : { into: outer.box.name, code: outer.box.code },
    },
  ]);
  return { containerId: box.id, itemCount };
}

import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { refuseIntake } from '../intake-refusals.ts';
import type { Occasion } from '../item-happening.ts';
import { requireFittingPlace, type KeptOtherwise } from '../keeping/require-fitting-place.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { insertMovedThings } from '../room-moves/room-move.sql.ts';
import { requireKeeps, requireRoomFor, resolveStore, type Store } from '../resolve-store.ts';
import { appendContainerEvents } from './container-event.sql.ts';
import { listItemIdsIn, updateContainers } from './container.sql.ts';
import { refuseContainer } from './container-refusals.ts';
import type { moveContainerEndpoint } from './containers.contract.ts';
import { lockContainer, requireAtBox, requireInRoom, type ContainerTree } from './lock-container.ts';

type Body = InputOf<typeof moveContainerEndpoint>['body'];
type How = Body['how'];

const EVENT_OF = { relocate: 'moved', carry_out: 'carried_out', carry_in: 'carried_in' } as const;

/** Where the box and everything in it comes to stand. */
export interface Destination {
  readonly placeId: string | null;
  readonly place: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
}

export interface Carrying {
  readonly how: How;
  readonly to: Destination;
  readonly occasion: Occasion;
  /** What the entry says of a thing that waits where there is not what it needs; null: they go into no room. */
  readonly kept: KeptOtherwise | null;
}

/** What is in the boxes, with what it needs. */
export async function lockInside(
  { trx, actor }: CommandContext,
  boxes: ContainerTree['all'],
): Promise<LockedItem[]> {
  const boxIds = boxes.map(({ id }) => id);
  return lockItems(trx, actor.courtId, await listItemIdsIn(trx, actor.courtId, boxIds));
}

/**
 * Writes the move of everything in the boxes: one entry an item, in the book of its case, and the boxes with their
 * things. Answers how many items moved.
 */
export async function carryTree(
  command: CommandContext,
  boxes: ContainerTree['all'],
  { how, to, occasion, kept }: Carrying,
): Promise<number> {
  const { trx, actor, now } = command;
  const boxIds = boxes.map(({ id }) => id);
  const found = await listItemIdsIn(trx, actor.courtId, boxIds);
  const items = (await lockItems(trx, actor.courtId, found)).filter(({ standing }) =>
    boxIds.includes(standing.containerId ?? ''),
  );
  const { placeId, place, holderId, holder } = to;
  const itemIds = items.map(({ id }) => id);
  if (how === 'carry_out') await insertMovedThings(trx, actor.courtId, itemIds);
  if (items.length > 0)
    await recordTransitions(command, {
      occasion,
      lines: items.map(({ id, standing }) => ({
        ...{ itemId: id, transition: how, evidence: [], isWithContainer: true },
        change: { placeId, holderId, containerId: standing.containerId },
        names: { place, holder },
        details: {
          box: boxes.find((box) => box.id === standing.containerId)?.code,
          ...kept?.(id).details,
        },
      })),
    });
  await updateContainers(trx, actor.courtId, now, boxIds, { standing: { placeId, holderId, holder } });
  return items.length;
}

/** Refusals: PLACE_NOT_A_STORE, OTHER_ROOM, CATEGORY_NOT_KEPT_THERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, ROOM_FULL, CONTAINER_CARRIED, CONTAINER_NOT_CARRIED. */
async function destinationOf(
  command: CommandContext,
  tree: ContainerTree,
  { how, placeId, placeReason }: Body,
) {
  const { actor } = command;
  const { box } = tree;
  if (how === 'carry_out')
    return {
      to: { placeId: null, place: null, holderId: actor.personId, holder: actor.personName },
      room: await requireInRoom(command, tree),
      kept: null,
    };
  if (placeId === null) throw refuseIntake('PLACE_NOT_A_STORE');
  const store: Store = await resolveStore(command, placeId);
  const inside = await lockInside(command, tree.all);
  if (how === 'relocate') {
    const room = await requireInRoom(command, tree);
    if (room?.roomId !== store.room.roomId) throw refuseIntake('OTHER_ROOM');
  } else {
    if (box.placeId !== null || box.holderId !== actor.personId)
      throw refuseContainer('CONTAINER_NOT_CARRIED');
    requireKeeps(store, inside);
    await requireRoomFor(command, store, inside.length);
  }
  const moved = inside.filter(({ standing }) => standing.placeId !== store.id);
  const kept = await requireFittingPlace(command, store, moved, placeReason);
  const to = { placeId: store.id, place: store.path, holderId: null, holder: null };
  return { to, room: store.room, kept };
}

/**
 * A box goes to another place of its room, out of the room, or into another, with everything in it in one go: it stays
 * shut, and each thing in it has its own entry. Refusals: CONTAINER_NOT_FOUND, CONTAINER_CLOSED, CONTAINER_IN_ANOTHER,
 * those of the destination, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function moveContainer(
  command: CommandContext,
  { params, body }: InputOf<typeof moveContainerEndpoint>,
): Promise<ResponseOf<typeof moveContainerEndpoint>> {
  const tree = await lockContainer(command, params.containerId);
  const { box, all } = tree;
  if (box.parentId !== null) throw refuseContainer('CONTAINER_IN_ANOTHER', { name: box.name });
  const { to, room, kept } = await destinationOf(command, tree, body);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtBox(command, room, occasion);
  const itemCount = await carryTree(command, all, { how: body.how, to, occasion, kept });
  const at = { at: occasion.occurredAt, secondPersonName: secondPerson?.name ?? null };
  const details = { from: box.placeId, to: to.place ?? to.holder, itemCount };
  const kind = EVENT_OF[body.how];
  await appendContainerEvents(
    command,
    at,
    all.map(({ id }) => ({ containerId: id, kind, details })),
  );
  command.audit({
    ...{ subjectKind: 'item_container', subjectId: box.id, subjectLabel: `${box.code} ${box.name}` },
    after: { ...to, itemCount },
  });
  return { containerId: box.id, itemCount };
}

/** A box or bag with everything nested in it, held by the command. */
import { isOnEarlierShanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { requirePresence } from '../../rooms/require-presence.ts';
import type { Occasion } from '../item-happening.ts';
import { findPlacePath } from '../item-place.sql.ts';
import { refuseItem } from '../item-refusals.ts';
import type { OfferingPlace } from '../keeping/require-fitting-place.ts';
import type { KeepingRoom } from '../../rooms/find-room-of-place.ts';
import { openRoomBook } from '../load-grounds.ts';
import { listContainerSeals, lockContainerTrees, type LockedContainer } from './container.sql.ts';
import { refuseContainer } from './container-refusals.ts';

export interface ContainerTree {
  readonly box: LockedContainer;
  /** The box itself and every box in it. */
  readonly all: readonly LockedContainer[];
  /** Its own seal, or that of a box around it. */
  readonly seal: string | null;
}

/** Refusals: CONTAINER_NOT_FOUND, CONTAINER_CLOSED. */
export async function lockContainer(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  containerId: string,
): Promise<ContainerTree> {
  const all = await lockContainerTrees(trx, actor.courtId, [containerId]);
  const box = all.find(({ id }) => id === containerId);
  if (!box) throw refuseContainer('CONTAINER_NOT_FOUND');
  if (box.closedAt !== null) throw refuseContainer('CONTAINER_CLOSED');
  const seals = await listContainerSeals(trx, actor.courtId, [containerId]);
  return { box, all, seal: seals.get(containerId) ?? null };
}

/** Refusal: CONTAINER_SHUT. */
export function requireOpen({ seal }: ContainerTree): void {
  if (seal !== null) throw refuseContainer('CONTAINER_SHUT', { seal });
}

/** The room in which it stands. Refusal: CONTAINER_CARRIED. */
export async function requireInRoom(
  { trx, actor, now }: CommandContext,
  { box }: ContainerTree,
): Promise<KeepingRoom | null> {
  if (box.placeId === null) throw refuseContainer('CONTAINER_CARRIED', { holder: box.holder ?? '—' });
  return openRoomBook(trx, actor.courtId, now).roomOf(box.placeId);
}

/** Where it stands, as far as things that are put into it need something of the place; null: in no storage room. */
export async function placeOfBox(
  command: CommandContext,
  tree: ContainerTree,
): Promise<OfferingPlace | null> {
  const room = await requireInRoom(command, tree);
  const { placeId } = tree.box;
  if (room === null || placeId === null) return null;
  return { path: (await findPlacePath(command.trx, command.actor.courtId, placeId)) ?? room.name, room };
}

/**
 * Whoever lays a hand on the box answers for its room and is in it, with the second person. Refusals: NOT_CUSTODIAN_OF_ROOM,
 * those of `requirePresence`.
 */
export async function requireAtBox(
  command: CommandContext,
  room: KeepingRoom | null,
  { occurredAt, secondPerson }: Occasion,
): Promise<void> {
  if (room === null) return;
  if (!room.custodianIds.includes(command.actor.personId)) throw refuseItem('NOT_CUSTODIAN_OF_ROOM');
  if (room.isEmergencyLocker) return;
  await requirePresence(command, {
    roomId: room.roomId,
    at: occurredAt,
    personIds: [command.actor.personId, ...(secondPerson === null ? [] : [secondPerson.id])],
    isLateEntry: isOnEarlierShanghaiDay(occurredAt, command.now),
  });
}

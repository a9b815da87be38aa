/** A box is shut with a seal that was never used, and opened for a reason; two people each time. */
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { requireFreshSeals } from '../care/add-parts.ts';
import { occasionOf } from '../occasion.ts';
import { findUnsealingOf, takeUnsealing } from '../take-unsealing.ts';
import {
  appendContainerEvents,
  insertContainerSeal,
  updateContainerSealOpened,
} from './container-event.sql.ts';
import { listItemIdsIn, listItemIdsUnderSeal, updateContainers } from './container.sql.ts';
import { refuseContainer } from './container-refusals.ts';
import type {
  closeContainerEndpoint,
  sealContainerEndpoint,
  unsealContainerEndpoint,
} from './containers.contract.ts';
import { lockContainer, requireAtBox, requireInRoom, requireOpen } from './lock-container.ts';

type Answer = ResponseOf<typeof sealContainerEndpoint>;

/**
 * Refusals: CONTAINER_NOT_FOUND, CONTAINER_CLOSED, CONTAINER_SHUT, CONTAINER_CARRIED, CONTAINER_EMPTY, SEAL_NUMBER_TAKEN,
 * those of the second person's PIN and of presence.
 */
export async function sealContainer(
  command: CommandContext,
  { params, body }: InputOf<typeof sealContainerEndpoint>,
): Promise<Answer> {
  const { trx, actor, now } = command;
  const { sealNumber } = body;
  const tree = await lockContainer(command, params.containerId);
  requireOpen(tree);
  const room = await requireInRoom(command, tree);
  const boxIds = tree.all.map(({ id }) => id);
  const itemIds = await listItemIdsIn(trx, actor.courtId, boxIds);
  if (itemIds.length === 0 && tree.all.every(({ lotItemId }) => lotItemId === null))
    throw refuseContainer('CONTAINER_EMPTY');
  await requireFreshSeals(command, [sealNumber]);
  const { name: secondPersonName } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name: secondPersonName };
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtBox(command, room, occasion);
  const at = occasion.occurredAt;
  const { id: containerId } = tree.box;
  const seal = {
    containerId,
    number: sealNumber,
    sealedAt: at,
    sealedByName: actor.personName,
    secondPersonName,
  };
  await insertContainerSeal(trx, actor.courtId, [seal]);
  await updateContainers(trx, actor.courtId, now, [containerId], { sealNumber });
  const details = { seal: sealNumber, itemCount: itemIds.length };
  await appendContainerEvents(command, { at, secondPersonName }, [{ containerId, kind: 'sealed', details }]);
  return { containerId, itemCount: itemIds.length };
}

/**
 * Refusals: CONTAINER_NOT_FOUND, CONTAINER_CLOSED, CONTAINER_NOT_SEALED, CONTAINER_CARRIED, UNSEALING_NOT_APPROVED, those
 * of useApproval, of the second person's PIN and of presence.
 */
export async function unsealContainer(
  command: CommandContext,
  { params, body }: InputOf<typeof unsealContainerEndpoint>,
): Promise<Answer> {
  const { trx, actor, now } = command;
  const { reason } = body;
  const tree = await lockContainer(command, params.containerId);
  const { id: containerId, sealNumber: number } = tree.box;
  if (number === null) throw refuseContainer('CONTAINER_NOT_SEALED');
  const room = await requireInRoom(command, tree);
  const { name: withName } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name: withName };
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtBox(command, room, occasion);
  const itemIds = await listItemIdsUnderSeal(trx, actor.courtId, containerId);
  const unsealing = await findUnsealingOf(command, itemIds);
  await takeUnsealing(command, unsealing, { itemIds, secondPerson });
  const at = occasion.occurredAt;
  const opening = { at, byName: actor.personName, withName, reason };
  await updateContainerSealOpened(trx, actor.courtId, { containerId, number }, opening);
  await updateContainers(trx, actor.courtId, now, [containerId], { sealNumber: null });
  const details = { seal: number, reason, approvalNumber: unsealing.grant?.number ?? null };
  await appendContainerEvents(command, { at, secondPersonName: withName }, [
    { containerId, kind: 'unsealed', details },
  ]);
  return { containerId, itemCount: 0 };
}

/** An empty box goes out of use; its code stays its own. Refusals: CONTAINER_NOT_FOUND, CONTAINER_NOT_EMPTY, CONTAINER_SHUT. */
export async function closeContainer(
  command: CommandContext,
  { params, body }: InputOf<typeof closeContainerEndpoint>,
): Promise<Answer> {
  const { trx, actor, now } = command;
  const tree = await lockContainer(command, params.containerId);
  requireOpen(tree);
  const { id: containerId, lotItemId } = tree.box;
  const itemIds = await listItemIdsIn(trx, actor.courtId, [containerId]);
  if (itemIds.length > 0 || tree.all.length > 1 || lotItemId !== null)
    throw refuseContainer('CONTAINER_NOT_EMPTY');
  await updateContainers(trx, actor.courtId, now, [containerId], { closedAt: now, parentId: null });
  const details = { reason: body.reason };
  await appendContainerEvents(command, { at: now, secondPersonName: null }, [
    { containerId, kind: 'closed', details },
  ]);
  return { containerId, itemCount: 0 };
}

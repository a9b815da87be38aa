import { isOnEarlierShanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { requirePresence } from '../rooms/require-presence.ts';
import type { Occasion } from './item-happening.ts';
import type { LockedItem } from './item.sql.ts';
import { refuseItem } from './item-refusals.ts';
import { openRoomBook } from './load-grounds.ts';

/**
 * Whoever lays a hand on an item without moving it answers for its room and is in it, and so is the second person. Answers
 * what the entry says of a late record without a visit. `isHandoverCount`: what is done belongs to the count for which the
 * room may be frozen, by whoever counts. Refusals: NOT_CUSTODIAN_OF_ROOM, those of `requirePresence`.
 */
export async function requireAtItem(
  command: CommandContext,
  { standing }: LockedItem,
  { occurredAt, secondPerson }: Occasion,
  { isHandoverCount = false }: { readonly isHandoverCount?: boolean } = {},
): Promise<{ readonly isVisitMissing?: true }> {
  const { trx, actor, now } = command;
  const room = await openRoomBook(trx, actor.courtId, occurredAt).roomOf(standing.placeId);
  if (room === null) return {};
  if (!isHandoverCount && !room.custodianIds.includes(actor.personId))
    throw refuseItem('NOT_CUSTODIAN_OF_ROOM');
  if (room.isEmergencyLocker) return {};
  const { isFlagged } = await requirePresence(command, {
    roomId: room.roomId,
    at: occurredAt,
    personIds: [actor.personId, ...(secondPerson === null ? [] : [secondPerson.id])],
    isLateEntry: isOnEarlierShanghaiDay(occurredAt, now),
    isHandoverCount,
  });
  return isFlagged ? { isVisitMissing: true } : {};
}

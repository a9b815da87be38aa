import type { CommandContext } from '../../platform/run-command.ts';
import type { DeadlineRuleId } from '../deadlines/deadline-rules.ts';
import { moveRoomDeadlines } from '../deadlines/hand-on-room-deadlines.ts';
import { openRoomBook, type RoomBook } from './load-grounds.ts';
import type { DecidedStep } from './write-steps.ts';

/** Clocks of an item that its custodian answers for: money to the bank, the check of what rots. */
const OF_THE_CUSTODIAN: readonly DeadlineRuleId[] = ['D06', 'D24'];

/** Items that went into another room take their clocks along, to whoever keeps it now. `now`: its rooms, when known. */
export async function followRooms(
  command: CommandContext,
  steps: readonly Pick<DecidedStep, 'item' | 'change'>[],
  now: RoomBook | undefined,
): Promise<void> {
  const moved = steps.filter(
    ({ item, change }) => change.placeId != null && change.placeId !== item.standing.placeId,
  );
  if (moved.length === 0) return;
  const rooms = now ?? openRoomBook(command.trx, command.actor.courtId, command.now);
  await rooms.load(moved.flatMap(({ item, change }) => [item.standing.placeId, change.placeId ?? null]));
  const moves: { subjectId: string; roomId: string; ownerId: string }[] = [];
  for (const { item, change } of moved) {
    const room = await rooms.roomOf(change.placeId ?? null);
    const before = await rooms.roomOf(item.standing.placeId);
    const ownerId = room?.custodianIds[0];
    if (room !== null && ownerId !== undefined && room.roomId !== before?.roomId)
      moves.push({ subjectId: item.id, roomId: room.roomId, ownerId });
  }
  await moveRoomDeadlines(command, { subjectKind: 'seized_item', ruleIds: OF_THE_CUSTODIAN }, moves);
}

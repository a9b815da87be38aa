import type { CommandContext } from '../../platform/run-command.ts';
import type { RoomAnswer } from './contract.ts';
import { describeRooms } from './describe-rooms.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow, lockRoom, type RoomRow } from './room.sql.ts';

/**
 * The storage room of the acting court, locked until the end of the transaction.
 * Refusals: ROOM_NOT_FOUND, ROOM_CLOSED, NOT_A_STORAGE_ROOM.
 */
export async function lockStorageRoom(command: CommandContext, roomId: string): Promise<RoomRow> {
  const row = await lockRoom(command.trx, command.actor.courtId, roomId, command.now);
  if (!row) throw refuseRoom('ROOM_NOT_FOUND');
  if (row.closedOn !== null) throw refuseRoom('ROOM_CLOSED');
  if (!row.isSeizedPropertyRoom) throw refuseRoom('NOT_A_STORAGE_ROOM');
  return row;
}

/** The room as it is after a change. */
export async function answerRoom(command: CommandContext, roomId: string): Promise<RoomAnswer> {
  const { trx, actor, now } = command;
  const row = await findRoomRow(trx, [actor.courtId], roomId, now);
  const [answer] = row ? await describeRooms({ reader: trx, actor, now }, [row]) : [];
  if (!answer) throw refuseRoom('ROOM_NOT_FOUND');
  return answer;
}

import type { QueryContext } from '../../platform/run-query.ts';
import type { RoomAnswer } from './contract.ts';
import { describeRooms } from './describe-rooms.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow, listRoomRows } from './room.sql.ts';

/** The storage rooms of a court. A court that the actor may not read has none. */
export async function listRooms(
  query: QueryContext,
  input: { readonly courtId?: number | undefined },
): Promise<{ items: RoomAnswer[] }> {
  const courtId = input.courtId ?? query.actor.courtId;
  if (!query.actor.readableCourtIds.includes(courtId)) return { items: [] };
  return { items: await describeRooms(query, await listRoomRows(query.reader, courtId, query.now)) };
}

/** One place as a storage room. Refusal: ROOM_NOT_FOUND. */
export async function readRoom(query: QueryContext, input: { roomId: string }): Promise<RoomAnswer> {
  const row = await findRoomRow(query.reader, query.actor.readableCourtIds, input.roomId, query.now);
  const [answer] = row ? await describeRooms(query, [row]) : [];
  if (!answer) throw refuseRoom('ROOM_NOT_FOUND');
  return answer;
}

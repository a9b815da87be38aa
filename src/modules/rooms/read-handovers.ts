import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { describeHandover, handoverSummaryOf } from './describe-handover.ts';
import { findHandover, listHandoverRows } from './handover.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer, listHandoversEndpoint } from './handovers.contract.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';

/** Handovers of a room, the newest first. Refusal: ROOM_NOT_FOUND. */
export async function listHandovers(
  { reader, actor, now }: QueryContext,
  input: { roomId: string },
): Promise<ResponseOf<typeof listHandoversEndpoint>> {
  const room = await findRoomRow(reader, actor.readableCourtIds, input.roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const rows = await listHandoverRows(reader, { courtId: room.courtId, roomId: room.id });
  return { items: rows.map(handoverSummaryOf) };
}

/** In which court a handover is, and how far. Refusal: HANDOVER_NOT_FOUND. */
export async function findHandoverHead(
  { reader, actor }: QueryContext,
  input: { handoverId: string },
): Promise<{ courtId: number; countedAt: Date | null; completedAt: Date | null }> {
  const row = await findHandover(reader, actor.readableCourtIds, input.handoverId);
  if (!row) throw refuseHandover('HANDOVER_NOT_FOUND');
  return row;
}

/** One handover. Refusal: HANDOVER_NOT_FOUND. */
export async function readHandover(
  query: QueryContext,
  input: { handoverId: string },
): Promise<HandoverAnswer> {
  const row = await findHandover(query.reader, query.actor.readableCourtIds, input.handoverId);
  if (!row) throw refuseHandover('HANDOVER_NOT_FOUND');
  return describeHandover(query, row);
}

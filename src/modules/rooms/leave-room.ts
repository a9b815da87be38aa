import type { CommandContext } from '../../platform/run-command.ts';
import { roomOfStays, stayOf, visitOf } from './describe-visits.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';
import { decideLeaving, isRecordedLate } from './visit.rules.ts';
import { listStaysInRoom, listVisitsById, lockVisits, updateVisitsLeft } from './visit.sql.ts';
import { refuseVisit } from './visit-refusals.ts';
import type { VisitAnswer } from './visits.contract.ts';

export interface LeavingInput {
  readonly roomId: string;
  readonly visitIds: readonly string[];
  readonly leftAt?: string | undefined;
  readonly carriedOut: string | null;
  readonly anomaly: string | null;
}

/**
 * Records that people leave a room together. Leaving is possible from a place that was closed meanwhile.
 * Refusals: ROOM_NOT_FOUND, NOT_INSIDE_ROOM and those of `decideLeaving`.
 */
export async function leaveRoom(
  command: CommandContext,
  input: LeavingInput,
): Promise<{ items: VisitAnswer[] }> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  await lockVisits(trx, courtId);
  const room = await findRoomRow(trx, [courtId], input.roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const leftAt = input.leftAt === undefined ? now : new Date(input.leftAt);
  const leaving = await listVisitsById(trx, courtId, input.visitIds);
  const isThere = leaving.every(({ roomId, correctedById, voided }) => {
    return roomId === room.id && correctedById === null && !voided;
  });
  if (!isThere || leaving.length < new Set(input.visitIds).size) throw refuseVisit('NOT_INSIDE_ROOM');
  const from = new Date(Math.min(leftAt.getTime(), ...leaving.map(({ enteredAt }) => enteredAt.getTime())));
  const inRoom = await listStaysInRoom(trx, { courtId, roomId: room.id }, { from, to: null });
  const verdict = decideLeaving({
    room: roomOfStays(room),
    leavingIds: leaving.map(({ rootId }) => rootId),
    leftAtMs: leftAt.getTime(),
    inRoom: inRoom.map(stayOf),
    nowMs: now.getTime(),
  });
  if (!verdict.allowed) throw refuseVisit(verdict.reason, { name: verdict.name });
  const ids = leaving.map(({ id }) => id);
  await updateVisitsLeft(trx, courtId, ids, {
    leftAt,
    leftLate: isRecordedLate(leftAt.getTime(), now.getTime()),
    recordedAt: now,
    recordedByName: actor.personName,
    carriedOut: input.carriedOut,
    anomaly: input.anomaly,
  });
  command.audit({
    subjectKind: 'room',
    subjectId: room.id,
    subjectLabel: room.path,
    after: { left: leaving.map(({ id, personName }) => ({ id, name: personName })), at: leftAt },
  });
  const written = await listVisitsById(trx, courtId, ids);
  return { items: written.map((row) => visitOf(row, actor, now)) };
}

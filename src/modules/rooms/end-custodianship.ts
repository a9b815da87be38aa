import type { CommandContext } from '../../platform/run-command.ts';
import type { RoomAnswer } from './contract.ts';
import { findCustodianship, updateCustodianshipEnded } from './custodianship.sql.ts';
import { refuseCustodianship } from './custodianship-refusals.ts';
import { answerRoom, lockStorageRoom } from './lock-storage-room.ts';
import { listRoomContents } from './room-contents.ts';

/** Whether a custodian would leave anything behind: a thing in the room, or a matter that can be handed over. */
async function leavesAnythingOpen(
  { trx, now: at }: CommandContext,
  office: { readonly courtId: number; readonly roomId: string; readonly personId: string },
): Promise<boolean> {
  for (const holder of listRoomContents()) {
    if ((await holder.countHeld(trx, office)) > 0) return true;
    const matters = await holder.listOpenMatters(trx, { ...office, at });
    if (matters.some(({ kind }) => kind !== 'room_move')) return true;
  }
  return false;
}

/**
 * Ends an appointment at this moment: a deputy's at any time, a custodian's only when the room is empty and nothing is
 * open; otherwise the room is handed over. Neither leaves a room in the middle of its move.
 * Refusals: CUSTODIANSHIP_NOT_FOUND, OFFICE_OVER, CUSTODIAN_MUST_HAND_OVER, OFFICE_HAS_MATTER, and ROOM_NOT_FOUND, ROOM_CLOSED,
 * NOT_A_STORAGE_ROOM of its room.
 */
export async function endCustodianship(
  command: CommandContext,
  input: { custodianshipId: string; reason: string },
): Promise<RoomAnswer> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const seen = await findCustodianship(trx, courtId, input.custodianshipId);
  if (!seen) throw refuseCustodianship('CUSTODIANSHIP_NOT_FOUND');
  const room = await lockStorageRoom(command, seen.roomId);
  const office = await findCustodianship(trx, courtId, input.custodianshipId);
  if (!office) throw refuseCustodianship('CUSTODIANSHIP_NOT_FOUND');
  if (office.endsAt !== null && office.endsAt <= now) throw refuseCustodianship('OFFICE_OVER');
  const isCustodian = office.kind === 'custodian';
  if (
    isCustodian &&
    (room.handoverId !== null || (await leavesAnythingOpen(command, { courtId, ...office })))
  )
    throw refuseCustodianship('CUSTODIAN_MUST_HAND_OVER');
  const roomId = isCustodian ? room.id : null;
  for (const holder of listRoomContents()) {
    const why = await holder.objectToLeaving?.(trx, { courtId, roomId, personId: office.personId });
    if (why) throw refuseCustodianship('OFFICE_HAS_MATTER', { why: why.zh, whyEnglish: why.en });
  }
  const end = { at: now, reason: input.reason, byName: actor.personName };
  await updateCustodianshipEnded(trx, courtId, office.id, end);
  command.audit({
    subjectKind: 'room',
    subjectId: room.id,
    subjectLabel: room.path,
    before: { [office.kind]: office.personName, endsAt: office.endsAt },
    after: { [office.kind]: office.personName, endsAt: now },
    detail: { reason: input.reason },
  });
  return answerRoom(command, room.id);
}

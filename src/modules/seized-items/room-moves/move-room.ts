/** The move of a whole room as one job: begun with a list of what lies there, ended when nothing is left (situation 15). */
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { lockStorageRoom } from '../../rooms/lock-storage-room.ts';
import { listAnswering } from './list-answering.ts';
import { refuseRoomMove } from './room-move-refusals.ts';
import { answersForOne, objectToEnd, signForBoth } from './room-move.rules.ts';
import { countThings, insertRoomMove, lockRoomMove, updateRoomMoveEnded } from './room-move.sql.ts';
import type { endRoomMoveEndpoint, startRoomMoveEndpoint } from './room-moves.contract.ts';

const SUBJECT_KIND = 'room_move';

/**
 * Begins a move; things are carried out of the one room and into the other as ever, each within a visit there. Refusals:
 * ROOM_MOVE_SAME_ROOM, those of lockStorageRoom, ROOM_MOVE_NOT_CUSTODIAN, ROOM_MOVE_RUNNING, ROOM_MOVE_NOTHING_THERE.
 */
export async function startRoomMove(
  command: CommandContext,
  { body }: InputOf<typeof startRoomMoveEndpoint>,
): Promise<ResponseOf<typeof startRoomMoveEndpoint>> {
  const { trx, actor, now } = command;
  const { fromRoomId, toRoomId, document } = body;
  if (fromRoomId === toRoomId) throw refuseRoomMove('ROOM_MOVE_SAME_ROOM');
  // Always the smaller id first: two moves to and fro never wait for each other.
  const [first = '', second = ''] = [fromRoomId, toRoomId].toSorted();
  const rooms = [await lockStorageRoom(command, first), await lockStorageRoom(command, second)];
  const answering = await listAnswering({ reader: trx, actor, now }, { fromRoomId, toRoomId });
  if (!answersForOne(answering, actor.personId)) throw refuseRoomMove('ROOM_MOVE_NOT_CUSTODIAN');
  const id = newId(now.getTime());
  const startedBy = { id: actor.personId, name: actor.personName };
  const move = { id, fromRoomId, toRoomId, document, startedAt: now, startedBy };
  const itemCount = await insertRoomMove(trx, actor.courtId, move);
  if (itemCount === null) throw refuseRoomMove('ROOM_MOVE_RUNNING');
  if (itemCount === 0) throw refuseRoomMove('ROOM_MOVE_NOTHING_THERE');
  const label = rooms.find((room) => room.id === fromRoomId)?.name ?? null;
  command.audit({
    ...{ subjectKind: SUBJECT_KIND, subjectId: id, subjectLabel: label },
    after: { fromRoomId, toRoomId, document, itemCount },
  });
  return { id };
}

/**
 * Ends it before two people who answer for both rooms: nothing is in anybody's hands, and nothing is left unless it is
 * called off for a reason. Refusals: ROOM_MOVE_NOT_FOUND, ROOM_MOVE_ENDED, ROOM_MOVE_NOT_CUSTODIAN, ROOM_MOVE_IN_HANDS,
 * ROOM_MOVE_UNFINISHED, ROOM_MOVE_NOTE_MISSING, ROOM_MOVE_SECOND_PERSON, those of the second person's PIN.
 */
export async function endRoomMove(
  command: CommandContext,
  { params, body }: InputOf<typeof endRoomMoveEndpoint>,
): Promise<ResponseOf<typeof endRoomMoveEndpoint>> {
  const { trx, actor, now } = command;
  const { outcome, note, secondPerson } = body;
  const move = await lockRoomMove(trx, actor.courtId, params.roomMoveId);
  if (!move) throw refuseRoomMove('ROOM_MOVE_NOT_FOUND');
  if (move.outcome !== null) throw refuseRoomMove('ROOM_MOVE_ENDED');
  const answering = await listAnswering({ reader: trx, actor, now }, move);
  if (!answersForOne(answering, actor.personId)) throw refuseRoomMove('ROOM_MOVE_NOT_CUSTODIAN');
  const counts = (await countThings(trx, actor.courtId, [move.id])).get(move.id);
  const { left, carried } = counts ?? { left: 0, carried: 0 };
  const objection = objectToEnd({ left, carried }, { outcome, note });
  if (objection !== null) throw refuseRoomMove(objection, { left, carried });
  if (!signForBoth(answering, actor.personId, secondPerson.personId))
    throw refuseRoomMove('ROOM_MOVE_SECOND_PERSON');
  const { name } = await confirmBySecondPerson(command, secondPerson);
  const by = { id: actor.personId, name: actor.personName };
  await updateRoomMoveEnded(trx, actor.courtId, move.id, {
    ...{ outcome, at: now, by, note },
    secondPersonName: name,
  });
  command.audit({
    ...{ subjectKind: SUBJECT_KIND, subjectId: move.id, subjectLabel: move.fromRoom },
    after: { outcome, note, secondPerson: name, ...counts },
  });
  return { outcome };
}

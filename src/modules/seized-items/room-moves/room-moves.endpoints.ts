/** Joins the declared endpoints of moves of whole rooms to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { endRoomMove, startRoomMove } from './move-room.ts';
import { listRoomMoves, readRoomMove } from './read-room-moves.ts';
import * as contract from './room-moves.contract.ts';

export const roomMoveEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listRoomMovesEndpoint, listRoomMoves),
  answerQuery(contract.readRoomMoveEndpoint, readRoomMove),
  answerCommand(contract.startRoomMoveEndpoint, startRoomMove),
  answerCommand(contract.endRoomMoveEndpoint, endRoomMove),
];

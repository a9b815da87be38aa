import { listContainersEndpoint } from '../../../modules/seized-items/containers/containers.contract.ts';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import {
  listRoomMovesEndpoint,
  readRoomMoveEndpoint,
} from '../../../modules/seized-items/room-moves/room-moves.contract.ts';

/** What is read anew after any step of the move of a room. */
export const STALE_MOVES = [
  listRoomMovesEndpoint,
  readRoomMoveEndpoint,
  listItemsEndpoint,
  readItemEndpoint,
  listContainersEndpoint,
];

import {
  listContainersEndpoint,
  readContainerEndpoint,
} from '../../../modules/seized-items/containers/containers.contract.ts';
import { listItemsEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { readRoomMoveEndpoint } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';

/** What is read anew after any step with a box; one of its room's move is a step of that. */
export const STALE_BOXES = [
  readContainerEndpoint,
  listContainersEndpoint,
  listItemsEndpoint,
  readRoomMoveEndpoint,
];

import {
  findRoomOfPlaceEndpoint,
  listRoomsEndpoint,
  readRoomEndpoint,
} from '../../../modules/rooms/contract.ts';
import { listCustodianshipsEndpoint } from '../../../modules/rooms/custodianships.contract.ts';
import {
  countVisitsEndpoint,
  listInsideEndpoint,
  listVisitsEndpoint,
} from '../../../modules/rooms/visits.contract.ts';

/** What is read anew after any change of a room or of who answers for it. */
export const STALE_ROOMS = [
  listRoomsEndpoint,
  readRoomEndpoint,
  listCustodianshipsEndpoint,
  findRoomOfPlaceEndpoint,
];
/** The same after somebody entered or left. */
export const STALE_VISITS = [
  listRoomsEndpoint,
  readRoomEndpoint,
  listInsideEndpoint,
  listVisitsEndpoint,
  countVisitsEndpoint,
];

/** Joins the declared endpoint of the map of a room to its use case. */
import { answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import { readRoomMap } from './read-room-map.ts';
import { readRoomMapEndpoint } from './room-map.contract.ts';

export const roomMapEndpoints: readonly ServedEndpoint[] = [
  answerQuery(readRoomMapEndpoint, (query, { params }) => readRoomMap(query, params)),
];

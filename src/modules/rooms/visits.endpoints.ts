/** Joins the declared endpoints of the visit log to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  answerUpload,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { correctVisit } from './correct-visit.ts';
import * as doors from './door-events.contract.ts';
import { enterRoom } from './enter-room.ts';
import { exportVisits, printVisits } from './export-visits.ts';
import { importDoorEvents } from './import-door-events.ts';
import { leaveRoom } from './leave-room.ts';
import { listDoorDifferences } from './list-door-differences.ts';
import { countVisits, listInside, listVisits } from './list-visits.ts';
import * as contract from './visits.contract.ts';

export const visitEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listVisitsEndpoint, listVisits),
  answerQuery(contract.countVisitsEndpoint, (query, input) => countVisits(query, input.query)),
  answerDownload(contract.exportVisitsEndpoint, (query, input) =>
    Promise.resolve(exportVisits(query, input.query)),
  ),
  answerDownload(contract.printVisitsEndpoint, (query, input) => printVisits(query, input.query)),
  answerQuery(contract.listInsideEndpoint, (query, { params }) => listInside(query, params)),
  answerCommand(contract.enterRoomEndpoint, (command, { params, body }) =>
    enterRoom(command, { ...params, body }),
  ),
  answerCommand(contract.leaveRoomEndpoint, (command, { params, body }) =>
    leaveRoom(command, { ...params, ...body }),
  ),
  answerCommand(contract.correctVisitEndpoint, (command, { params, body }) =>
    correctVisit(command, { ...params, body }),
  ),
  answerUpload(doors.importDoorEventsEndpoint, (command, { query }, file) =>
    importDoorEvents(command, query, file),
  ),
  answerQuery(doors.listDoorDifferencesEndpoint, (query, { params, query: asked }) =>
    listDoorDifferences(query, { ...params, ...asked }),
  ),
];

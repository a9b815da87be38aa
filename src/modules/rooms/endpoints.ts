/** Joins the declared endpoints of storage rooms to their use cases. */
import { endOfShanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import {
  answerCommand,
  answerQuery,
  withVersion,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { appoint } from './appoint.ts';
import { changeRoomSettings } from './change-room-settings.ts';
import * as contract from './contract.ts';
import * as custodianships from './custodianships.contract.ts';
import { endCustodianship } from './end-custodianship.ts';
import { findRoomOfPlace } from './find-room-of-place.ts';
import { listAppointments, listWhoAnswers } from './list-appointments.ts';
import { listRooms, readRoom } from './list-rooms.ts';
import * as places from './place-environment.contract.ts';
import { readPlaceEnvironment } from './read-place-environment.ts';
import { declareRecusal, listRecusals, withdrawRecusal } from './recuse.ts';
import { setPlaceEnvironment } from './set-place-environment.ts';

const versioned = (room: contract.RoomAnswer) => withVersion(room.version, room);

export const roomEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listRoomsEndpoint, (query, input) => listRooms(query, input.query)),
  answerQuery(contract.readRoomEndpoint, async (query, { params }) =>
    versioned(await readRoom(query, params)),
  ),
  answerQuery(contract.findRoomOfPlaceEndpoint, async ({ reader, actor }, { params }) => ({
    room: await findRoomOfPlace(reader, { courtId: actor.courtId, placeId: params.placeId }),
  })),
  answerQuery(places.readPlaceEnvironmentEndpoint, ({ reader, actor }, { params }) =>
    readPlaceEnvironment(reader, { courtId: actor.courtId, ...params }),
  ),
  answerCommand(places.setPlaceEnvironmentEndpoint, setPlaceEnvironment),
  answerCommand(contract.changeRoomSettingsEndpoint, async (command, { params, body }, { expectedVersion }) =>
    versioned(await changeRoomSettings(command, { ...params, expectedVersion, settings: body })),
  ),
  answerQuery(custodianships.listCustodianshipsEndpoint, (query, { params }) =>
    listAppointments(query, params),
  ),
  answerQuery(custodianships.findCustodianEndpoint, (query, { params, query: asked }) =>
    listWhoAnswers(query, { ...params, ...asked }),
  ),
  answerCommand(custodianships.appointCustodianEndpoint, (command, { params, body }) =>
    appoint(command, {
      ...params,
      kind: 'custodian',
      personId: body.personId,
      startsAt: body.startsAt === undefined ? command.now : new Date(body.startsAt),
      endsAt: null,
      document: body.document,
    }),
  ),
  answerCommand(custodianships.appointDeputyEndpoint, (command, { params, body }) =>
    appoint(command, {
      ...params,
      kind: 'deputy',
      personId: body.personId,
      startsAt: startOfShanghaiDay(body.startsOn),
      endsAt: endOfShanghaiDay(body.lastDay),
      document: body.document,
    }),
  ),
  answerCommand(custodianships.endCustodianshipEndpoint, (command, { params, body }) =>
    endCustodianship(command, { ...params, ...body }),
  ),
  answerQuery(custodianships.listRecusalsEndpoint, (query, { params }) => listRecusals(query, params)),
  answerCommand(custodianships.declareRecusalEndpoint, (command, { body }) => declareRecusal(command, body)),
  answerCommand(custodianships.withdrawRecusalEndpoint, (command, { params, body }) =>
    withdrawRecusal(command, { ...params, ...body }),
  ),
];

/** Joins the declared endpoints of places to their use cases. */
import {
  answerCommand,
  answerQuery,
  withVersion,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { addPlaceList } from './add-place-list.ts';
import { addPlace } from './add-place.ts';
import { closePlace } from './close-place.ts';
import * as contract from './contract.ts';
import { listPlaceLabelEvents } from './list-place-label-events.ts';
import { listPlaces } from './list-places.ts';
import { movePlace } from './move-place.ts';
import { readPlace } from './read-place.ts';
import { renamePlace } from './rename-place.ts';
import { reopenPlace } from './reopen-place.ts';

const versioned = <P extends contract.PlaceAnswer>(place: P) => withVersion(place.version, place);

export const storageEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listPlacesEndpoint, (query, input) => listPlaces(query, input.query)),
  answerQuery(contract.readPlaceEndpoint, async (query, { params }) =>
    versioned(await readPlace(query, params)),
  ),
  answerQuery(contract.listPlaceLabelEventsEndpoint, (query, { params }) =>
    listPlaceLabelEvents(query, params),
  ),
  answerCommand(contract.addPlaceEndpoint, async (command, { body }) =>
    versioned(await addPlace(command, body)),
  ),
  answerCommand(contract.addPlacesEndpoint, (command, { body }) => addPlaceList(command, body)),
  answerCommand(contract.renamePlaceEndpoint, async (command, { params, body }, { expectedVersion }) =>
    versioned(await renamePlace(command, { ...params, ...body, expectedVersion })),
  ),
  answerCommand(contract.movePlaceEndpoint, async (command, { params, body }, { expectedVersion }) =>
    versioned(await movePlace(command, { ...params, ...body, expectedVersion })),
  ),
  answerCommand(contract.closePlaceEndpoint, async (command, { params }, { expectedVersion }) =>
    versioned(await closePlace(command, { ...params, expectedVersion })),
  ),
  answerCommand(contract.reopenPlaceEndpoint, async (command, { params }, { expectedVersion }) =>
    versioned(await reopenPlace(command, { ...params, expectedVersion })),
  ),
];

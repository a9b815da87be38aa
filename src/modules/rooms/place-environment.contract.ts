/** What a single place of a storage room offers beside the room: a fridge, a safe, a dry cabinet. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';
import { ENVIRONMENT_KEYS } from './item-categories.ts';

const tag = 'rooms';
const params = z.strictObject({ placeId: uuid() });
const environment = z.array(z.enum(ENVIRONMENT_KEYS)).max(ENVIRONMENT_KEYS.length);

export const placeEnvironment = z.object({
  /** Of the place itself. */
  own: environment,
  /** With those of its room and of the places above. */
  all: environment,
});

export const readPlaceEnvironmentEndpoint = declareEndpoint({
  name: 'readPlaceEnvironment',
  kind: 'query',
  method: 'get',
  path: '/places/:placeId/environment',
  permission: 'room.read',
  tag,
  summary: { zh: '库位的保管条件', en: 'What a place offers to things that are kept there' },
  params,
  response: placeEnvironment,
  refusals: ['PLACE_OUTSIDE_ROOMS'],
});

export const setPlaceEnvironmentEndpoint = declareEndpoint({
  name: 'setPlaceEnvironment',
  kind: 'command',
  method: 'put',
  path: '/places/:placeId/environment',
  permission: 'room.manage',
  tag,
  summary: { zh: '登记库位的保管条件', en: 'Say what a place offers beside its room' },
  params,
  body: z.strictObject({ environment }),
  response: placeEnvironment,
  refusals: ['PLACE_OUTSIDE_ROOMS'],
});

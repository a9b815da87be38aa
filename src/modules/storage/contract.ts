/** Places where things are kept, as one tree a court. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  line,
  pageOf,
  pageQuery,
  paragraph,
  queryBoolean,
  queryInteger,
  uuid,
} from '../../platform/fields.ts';
import { labelEvent } from '../item-codes/label-events.contract.ts';
import { PLACE_ACTIONS, PLACE_KINDS, PLACE_NAME_MAX, type PlaceKind } from './rules.ts';

const tag = 'places';
const placeParams = z.strictObject({ placeId: uuid() });
// why: the keys of a literal object are its kinds, and there is at least one.
const PLACE_KIND_KEYS = Object.keys(PLACE_KINDS) as [PlaceKind, ...PlaceKind[]];
export const placeKind = () => z.enum(PLACE_KIND_KEYS);
/** Spaces around a name would make two names that look alike. */
const placeName = () => line(PLACE_NAME_MAX).transform((name) => name.trim());

export const place = z.object({
  courtId: z.int(),
  id: z.string(),
  parentId: z.string().nullable(),
  kind: placeKind(),
  name: z.string(),
  /** Names from the root, `1号楼 / 3层 / 301`. */
  path: z.string(),
  /** 0 at the top. */
  depth: z.int(),
  code: z.string().nullable(),
  version: z.int(),
  closedOn: z.string().nullable(),
  openPlacesBelow: z.int(),
  /** What is kept here and below, by kind of thing; absent when it was not asked for. */
  contents: z.record(z.string(), z.int()).optional(),
  availableActions: z.array(z.enum(PLACE_ACTIONS)),
});
export type PlaceAnswer = z.output<typeof place>;

export const listPlacesEndpoint = declareEndpoint({
  name: 'listPlaces',
  kind: 'query',
  method: 'get',
  path: '/places',
  permission: 'place.read',
  tag,
  summary: { zh: '库房与位置', en: 'Places in the order of the tree, or those that a search finds' },
  query: z.strictObject({
    ...pageQuery,
    limit: queryInteger(1, 1000).default(200),
    /** A place's id, or `root` for the top: only what lies directly below. */
    parentId: z.union([uuid(), z.literal('root')]).optional(),
    /** Words that must all stand in the path, or a place's code. */
    q: line(100).optional(),
    includeClosed: queryBoolean().default(false),
    withContents: queryBoolean().default(false),
    courtId: queryInteger(1, 2_147_483_647).optional(),
  }),
  response: pageOf(place),
});

export const readPlaceEndpoint = declareEndpoint({
  name: 'readPlace',
  kind: 'query',
  method: 'get',
  path: '/places/:placeId',
  permission: 'place.read',
  tag,
  summary: { zh: '一个位置', en: 'One place with what is kept there' },
  params: placeParams,
  response: place.extend({
    /** From the root to the place itself. */
    ancestorIds: z.array(z.string()),
  }),
  refusals: ['PLACE_NOT_FOUND'],
});

export const listPlaceLabelEventsEndpoint = declareEndpoint({
  name: 'listPlaceLabelEvents',
  kind: 'query',
  method: 'get',
  path: '/places/:placeId/label-events',
  permission: 'place.read',
  tag,
  summary: { zh: '位置的标签记录', en: 'What happened to the labels of a place, newest first' },
  params: placeParams,
  response: z.object({ items: z.array(labelEvent) }),
  refusals: ['PLACE_NOT_FOUND'],
});

const newPlace = { parentId: uuid().nullable().default(null), kind: placeKind() };

export const addPlaceEndpoint = declareEndpoint({
  name: 'addPlace',
  kind: 'command',
  method: 'post',
  path: '/places',
  permission: 'place.manage',
  tag,
  summary: { zh: '新增位置', en: 'Add a place' },
  body: z.strictObject({ ...newPlace, name: placeName() }),
  response: place,
  refusals: [
    'PLACE_PARENT_NOT_FOUND',
    'PLACE_PARENT_CLOSED',
    'PLACE_KIND_NOT_ALLOWED_HERE',
    'PLACE_NAME_TAKEN',
  ],
});

export const plannedPlace = z.object({
  name: z.string(),
  path: z.string(),
  /** null on a dry run. */
  id: z.string().nullable(),
  code: z.string().nullable(),
  /** Why this one cannot be added; null when it can. */
  problem: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
});

export const addPlacesEndpoint = declareEndpoint({
  name: 'addPlaces',
  kind: 'command',
  method: 'post',
  path: '/places/bulk',
  permission: 'place.manage',
  tag,
  summary: {
    zh: '批量新增位置（支持试算）',
    en: 'Add many places at once; with dryRun=true only say what would happen',
  },
  body: z.strictObject({
    ...newPlace,
    /** A name a line; `301～320` stands for twenty names. */
    names: paragraph(60_000),
  }),
  response: z.object({ written: z.boolean(), refusedCount: z.int(), items: z.array(plannedPlace) }),
  refusals: [
    'PLACE_PARENT_NOT_FOUND',
    'PLACE_PARENT_CLOSED',
    'PLACE_KIND_NOT_ALLOWED_HERE',
    'PLACE_NAMES_MISSING',
    'PLACE_NAMES_TOO_MANY',
    'PLACES_REFUSED',
  ],
});

function declareChange<B extends z.ZodType>(
  name: string,
  verb: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[],
) {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path: `/places/:placeId/${verb}`,
    permission: 'place.manage',
    tag,
    summary,
    params: placeParams,
    body,
    response: place,
    ifMatch: true,
    refusals: ['PLACE_NOT_FOUND', 'VERSION_STALE', ...refusals],
  });
}

export const renamePlaceEndpoint = declareChange(
  'renamePlace',
  'rename',
  { zh: '位置改名', en: 'Rename a place; the paths below follow' },
  z.strictObject({ name: placeName() }),
  ['PLACE_CLOSED', 'PLACE_NAME_UNCHANGED', 'PLACE_NAME_TAKEN'],
);

export const movePlaceEndpoint = declareChange(
  'movePlace',
  'move',
  {
    zh: '移动位置（有物品的只在本房间内移动）',
    en: 'Move a place with all that lies below it, within its room or empty',
  },
  z.strictObject({ parentId: uuid().nullable() }),
  [
    'PLACE_CLOSED',
    'PLACE_PARENT_NOT_FOUND',
    'PLACE_PARENT_CLOSED',
    'PLACE_BELOW_ITSELF',
    'PLACE_KIND_NOT_ALLOWED_HERE',
    'PLACE_ALREADY_THERE',
    'PLACE_HOLDS_THINGS',
    'PLACE_NAME_TAKEN',
    'PLACE_LACKS_NEEDS',
  ],
);

export const closePlaceEndpoint = declareChange(
  'closePlace',
  'close',
  { zh: '停用位置', en: 'Close a place that holds nothing' },
  z.strictObject({}),
  ['PLACE_CLOSED', 'PLACE_HAS_PLACES_BELOW', 'PLACE_NOT_EMPTY'],
);

export const reopenPlaceEndpoint = declareChange(
  'reopenPlace',
  'reopen',
  { zh: '恢复使用', en: 'Reopen a place' },
  z.strictObject({}),
  ['PLACE_NOT_CLOSED', 'PLACE_PARENT_CLOSED', 'PLACE_NAME_TAKEN'],
);

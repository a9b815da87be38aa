/** Where things fit, and what lies where it does not. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { queryBoolean, queryList, uuid } from '../../../platform/fields.ts';
import { ENVIRONMENT_KEYS, ITEM_CATEGORY_KEYS } from '../../rooms/item-categories.ts';
import { ITEM_CATEGORY_IDS } from '../item-categories.ts';
import { KEEPING_NEEDS, type KeepingNeed } from '../item-fields.ts';
import { choiceOf } from '../item-input.ts';
import { RETURN_PLACE_PROBLEMS, type ReturnPlaceProblem } from './return-place.rules.ts';

const tag = 'seized-items';

export const checkPlaceFitEndpoint = declareEndpoint({
  name: 'checkPlaceFit',
  kind: 'query',
  method: 'get',
  path: '/place-fit',
  permission: 'item.move',
  tag,
  summary: { zh: '库位是否符合保管要求', en: 'Whether a place has what things need, and where there is' },
  query: z.strictObject({
    placeId: uuid().optional(),
    /** Instead of a place: where this box stands. */
    inBoxId: uuid().optional(),
    itemIds: queryList(uuid(), 200).optional(),
    /** Everything in this box. */
    containerId: uuid().optional(),
    /** A thing that is not there yet: of this category, with these needs. */
    category: z.enum(ITEM_CATEGORY_IDS).optional(),
    keeping: queryList(choiceOf<KeepingNeed>(KEEPING_NEEDS)).optional(),
    /** What lies there already is not asked about. */
    skipsThere: queryBoolean().optional(),
  }),
  response: z.object({
    /** Keys of needs that the place does not meet; empty: it fits. */
    unmet: z.array(z.string()),
    /** Whether it may wait there for a stated reason. */
    mayWait: z.boolean(),
    /** Where all fits that lacks something there, places of the same room first. */
    places: z.array(z.object({ id: z.string(), path: z.string(), isSameRoom: z.boolean() })),
  }),
  refusals: ['ITEM_NOT_FOUND'],
});

const keptThing = {
  id: z.string(),
  code: z.string(),
  name: z.string(),
  caseNumber: z.string(),
  number: z.int(),
  place: z.string(),
  /** Needs that its place does not meet. */
  unmet: z.array(z.string()),
  /** The room does not keep things of its category. */
  isCategoryForeign: z.boolean(),
};

export const listReturnPlacesEndpoint = declareEndpoint({
  name: 'listReturnPlaces',
  kind: 'query',
  method: 'get',
  path: '/return-places',
  permission: 'item.move',
  tag,
  summary: {
    zh: '归还入库的库位：原库位及其他符合保管要求的库位',
    en: 'Where things that come back go: where they lay before, else where they fit',
  },
  query: z.strictObject({ itemIds: queryList(uuid(), 100) }),
  response: z.object({
    items: z.array(
      z.object({
        itemId: z.string(),
        /** Where it lay last, and why it does not go back there; null: it never lay anywhere. */
        former: z
          .object({
            id: z.string(),
            path: z.string(),
            problem: choiceOf<ReturnPlaceProblem>(RETURN_PLACE_PROBLEMS).nullable(),
          })
          .nullable(),
        /** Where it fits, the nearest first; empty where it goes back. */
        places: z.array(z.object({ id: z.string(), path: z.string() })),
      }),
    ),
  }),
  refusals: ['ITEM_NOT_FOUND'],
});

export const listKeptWronglyEndpoint = declareEndpoint({
  name: 'listKeptWrongly',
  kind: 'query',
  method: 'get',
  path: '/kept-wrongly',
  permission: 'item.read',
  tag,
  summary: { zh: '保管条件不符的物品', en: 'Items whose place lacks what they need' },
  response: z.object({
    items: z.array(
      z.object({
        ...keptThing,
        /** Since when, because the place or its room was described anew; null: it was put there so. */
        change: z
          .object({
            at: z.string(),
            byName: z.string(),
            place: z.string(),
            lost: z.array(z.enum(ENVIRONMENT_KEYS)),
            isCategoryGivenUp: z.boolean(),
          })
          .nullable(),
      }),
    ),
    /** There are more than are listed. */
    isCut: z.boolean(),
  }),
});

export const previewPlaceConditionsEndpoint = declareEndpoint({
  name: 'previewPlaceConditions',
  kind: 'query',
  method: 'get',
  path: '/places/:placeId/misfits',
  permission: 'room.manage',
  tag,
  summary: {
    zh: '试算：改变保管条件后哪些物品不再符合',
    en: 'What would not fit any more if a place or a room were described so',
  },
  params: z.strictObject({ placeId: uuid() }),
  query: z.strictObject({
    environment: queryList(z.enum(ENVIRONMENT_KEYS)).optional(),
    /** Of a room; none: every category. */
    allowedCategories: queryList(z.enum(ITEM_CATEGORY_KEYS)).optional(),
    /** Whether a room is described, or a single place in one. */
    isRoom: queryBoolean(),
  }),
  response: z.object({
    /** Those that the person may read. */
    items: z.array(z.object(keptThing)),
    /** All of them. */
    count: z.int(),
  }),
  refusals: ['PLACE_OUTSIDE_ROOMS'],
});

/** Where things fit, and what lies where it does not. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { uuid } from '../../../platform/fields.ts';

const tag = 'seized-items';

export const checkPlaceFitEndpoint = declareEndpoint({
  name: 'checkPlaceFit',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId/place-fit',
  permission: 'item.move',
  tag,
  summary: { zh: '库位是否符合保管要求', en: 'Whether a place has what the item needs, and where there is' },
  params: z.strictObject({ itemId: uuid() }),
  query: z.strictObject({ placeId: uuid() }),
  response: z.object({
    /** Keys of needs that the place does not meet; empty: it fits. */
    unmet: z.array(z.string()),
    /** Whether it may wait there for a stated reason. */
    mayWait: z.boolean(),
    places: z.array(z.object({ id: z.string(), path: z.string() })),
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
        id: z.string(),
        code: z.string(),
        name: z.string(),
        caseNumber: z.string(),
        number: z.int(),
        place: z.string(),
        unmet: z.array(z.string()),
      }),
    ),
    /** There are more than are listed. */
    isCut: z.boolean(),
  }),
});

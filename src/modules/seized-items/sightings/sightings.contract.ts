/** A label that was scanned where it cannot be is put on record. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { uuid } from '../../../platform/fields.ts';

export const recordSightingEndpoint = declareEndpoint({
  name: 'recordLabelSighting',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/sightings',
  permission: 'item.read',
  tag: 'seized-items',
  summary: {
    zh: '留痕：标签在不应出现的地方被扫到',
    en: 'Put on record that a label was scanned where it cannot be',
  },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({ labelVersion: z.string().regex(/^[1-9A-Z]$/) }),
  /** Nothing is recorded of a label that can be where it is. */
  response: z.object({ isRecorded: z.boolean() }),
  refusals: ['ITEM_NOT_FOUND'],
});

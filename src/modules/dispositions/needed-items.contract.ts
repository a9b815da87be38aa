/** 副账: things that a case needs and that stand in the ledger of another. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';

const neededItem = z.object({
  holdId: z.string(),
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  state: z.string(),
  onHand: z.string(),
  unit: z.string(),
  place: z.string().nullable(),
  /** In whose ledger it stands. */
  mainCaseId: z.string(),
  mainCaseNumber: z.string(),
  mainHandler: z.string(),
  document: z.string(),
  placedOn: z.string(),
  releasedOn: z.string().nullable(),
  mayRelease: z.boolean(),
});

export const listNeededItemsEndpoint = declareEndpoint({
  name: 'listNeededItems',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/needed-items',
  permission: 'item.read',
  tag: 'dispositions',
  summary: {
    zh: '副账：登记在他案、本案需用的物品',
    en: 'Things of other cases that this one needs, and that it alone lets go',
  },
  params: z.strictObject({ caseId: uuid() }),
  response: z.object({ items: z.array(neededItem) }),
  refusals: ['INTAKE_CASE_UNKNOWN'],
});

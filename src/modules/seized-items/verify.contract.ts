/** 存量核对 and the renewal of seizures. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, paragraph, uuid } from '../../platform/fields.ts';
import { exactQuantity, optional, secondPersonInput } from './item-input.ts';

const TAG = 'seized-items';

export const verifyItemsEndpoint = declareEndpoint({
  name: 'verifyItems',
  kind: 'command',
  method: 'post',
  path: '/seized-items/verify',
  permission: 'item.verify',
  tag: TAG,
  summary: {
    zh: '存量核对：首次清点作为基准',
    en: 'Count what was taken over from an older register; the first count is the baseline',
  },
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ itemId: uuid(), quantity: exactQuantity() }))
      .min(1)
      .max(500),
    secondPerson: secondPersonInput,
    note: optional(paragraph(1000)),
  }),
  response: z.object({ verified: z.int() }),
  refusals: ['LINES_REFUSED', 'ODOMETER_NOT_READ'],
});

export const renewSeizureEndpoint = declareEndpoint({
  name: 'renewSeizure',
  kind: 'command',
  method: 'post',
  path: '/seized-items/renew-seizure',
  permission: 'item.seizure.renew',
  tag: TAG,
  summary: {
    zh: '续行查封扣押：新的期限届满日与文书',
    en: 'Renew a seizure: the new day of its end and the paper',
  },
  body: z.strictObject({
    /** Of one case. */
    itemIds: z.array(uuid()).min(1).max(500),
    expiresOn: day(),
    document: line(200),
    reason: optional(paragraph(500)),
  }),
  response: z.object({ renewed: z.int() }),
  refusals: [
    'ITEM_NOT_FOUND',
    'ITEM_ENDED',
    'SEIZURE_NOT_YOURS',
    'SEIZURE_END_PAST',
    'OCCURRED_BEFORE_LAST_ENTRY',
  ],
});

/** A first count that differs from the older register: recorded, decided on, settled. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, pageOf, pageQuery, paragraph, uuid } from '../../../platform/fields.ts';
import { exactQuantity, optional, secondPersonInput } from '../item-input.ts';
import { transitionsAnswer } from '../transitions.contract.ts';

const TAG = 'seized-items';
const state = z.enum(['open', 'settled', 'recounted']);

export const countDifference = z.object({
  id: z.string(),
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  number: z.int(),
  place: z.string().nullable(),
  unit: z.string(),
  booked: z.string(),
  counted: z.string(),
  reason: z.string(),
  document: z.string().nullable(),
  countedAt: z.string(),
  countedByName: z.string(),
  secondPersonName: z.string(),
  state,
  /** The last request for its settlement; its state is that of an open request, null when it is over. */
  request: z
    .object({
      id: z.string(),
      number: z.string(),
      state: z.enum(['pending', 'returned', 'approved']).nullable(),
    })
    .nullable(),
  endedAt: z.string().nullable(),
  endedByName: z.string().nullable(),
  /** null of one that ended: a leader concluded on an incident. */
  endedWith: z.string().nullable(),
  /** What the reader may do with it now. */
  actions: z.array(z.enum(['request', 'settle'])),
});
export type CountDifference = z.output<typeof countDifference>;

export const recordCountDifferenceEndpoint = declareEndpoint({
  name: 'recordCountDifference',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/count-differences',
  permission: 'item.verify',
  tag: TAG,
  summary: {
    zh: '登记存量清点差异',
    en: 'Record that the first count differs from the older register',
  },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({
    counted: exactQuantity(),
    reason: paragraph(1000),
    document: optional(line(200)),
    secondPerson: secondPersonInput,
  }),
  /** null: a recount that agrees with the book; it is the baseline. */
  response: z.object({ id: z.string().nullable() }),
  refusals: [
    ...['ITEM_NOT_FOUND', 'ITEM_ENDED', 'ITEM_VERIFIED', 'COUNT_WHERE_KEPT', 'NOTHING_IS_AN_INCIDENT'],
    ...['QUANTITY_INVALID', 'COUNT_AS_BOOKED', 'COUNT_PHOTO_MISSING', 'NOT_CUSTODIAN_OF_ROOM'],
    'ODOMETER_NOT_READ',
  ],
});

export const listCountDifferencesEndpoint = declareEndpoint({
  name: 'listCountDifferences',
  kind: 'query',
  method: 'get',
  path: '/count-differences',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '存量清点差异', en: 'First counts that differ from the older register' },
  query: z.strictObject({ state: state.optional(), itemId: uuid().optional(), ...pageQuery }),
  response: pageOf(countDifference),
});

export const requestBaselineEndpoint = declareEndpoint({
  name: 'requestBaseline',
  kind: 'command',
  method: 'post',
  path: '/item-requests/baselines',
  permission: 'item.request',
  tag: TAG,
  summary: { zh: '申请认定存量差异', en: 'Ask that counted figures become the baseline' },
  body: z.strictObject({ differenceIds: z.array(uuid()).min(1).max(200), reason: paragraph(1000) }),
  response: z.object({ id: z.string(), number: z.string() }),
  refusals: [
    ...['COUNT_DIFFERENCE_NOT_FOUND', 'REQUEST_NOT_YOURS_TO_ASK', 'REQUEST_REFUSED', 'LINE_SUBJECT_TWICE'],
    ...['POLICY_WITHOUT_RULE', 'POLICY_PERSON_UNKNOWN'],
  ],
});

export const settleBaselineEndpoint = declareEndpoint({
  name: 'settleBaseline',
  kind: 'command',
  method: 'post',
  path: '/item-requests/:requestId/settle-baseline',
  permission: 'item.verify',
  tag: TAG,
  summary: {
    zh: '按批准认定存量基准',
    en: 'Enter what was approved: the counted figure becomes the baseline',
  },
  params: z.strictObject({ requestId: uuid() }),
  body: z.strictObject({ secondPerson: secondPersonInput }),
  response: transitionsAnswer,
  refusals: [
    ...['COUNT_DIFFERENCE_NOT_FOUND', 'BASELINE_BOOK_MOVED', 'APPROVAL_NOT_FOUND', 'APPROVAL_OF_OTHER_KIND'],
    ...['APPROVAL_USED', 'APPROVAL_EXPIRED', 'APPROVAL_NOT_GRANTED', 'EXECUTOR_HAS_DECIDED', 'LINES_REFUSED'],
    ...['APPROVAL_LINE_MISSING', 'APPROVAL_QUANTITY_EXCEEDED'],
  ],
});

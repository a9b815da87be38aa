/** Carrying dispositions out, each in its way. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { amountFen, day, instant, line, paragraph, uuid } from '../../platform/fields.ts';
import { DOCUMENT_KINDS } from '../cases/document-number.ts';
import {
  choiceOf,
  exactQuantity,
  optional,
  paper,
  secondPersonInput,
  signatureInput,
} from '../seized-items/item-input.ts';
import { transitionsAnswer } from '../seized-items/transitions.contract.ts';
import { TAKER_RELATIONS } from './judgment-orders.ts';

const TAG = 'dispositions';
/** Everything on hand when no quantity is said. */
const wanted = { itemId: uuid(), quantity: optional(exactQuantity()), lineId: optional(uuid()) };
const items = z.array(z.strictObject(wanted)).min(1).max(500);
const paidItems = z
  .array(
    z.strictObject({
      ...wanted,
      /** By the payment slip: of money in minor units of its currency, and all of it that leaves; of anything else in 分. */
      amountMinor: optional(amountFen()),
    }),
  )
  .min(1)
  .max(500);
const shared = { items, requestId: uuid(), secondPerson: secondPersonInput, ...paper };
const RULES = [
  'ITEM_NOT_FOUND',
  'ITEMS_OF_SEVERAL_CASES',
  'INTAKE_CASE_UNKNOWN',
  'DISPOSITION_REFUSED',
  'PHOTOS_MISSING',
  'ODOMETER_NOT_READ',
  'LINES_REFUSED',
];
const answer = z.object({
  ...transitionsAnswer.shape,
  dispositionIds: z.array(z.string()),
  /** The item of the proceeds or of the residue, when there is one. */
  newItem: z.object({ id: z.string(), code: z.string(), number: z.int() }).nullable(),
});

function declareDisposition<B extends z.ZodType>(
  name: string,
  path: string,
  permission: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[] = [],
) {
  return declareEndpoint({
    ...{ name, permission, summary, body },
    kind: 'command',
    method: 'post',
    path: `/dispositions/${path}`,
    tag: TAG,
    response: answer,
    refusals: [...RULES, ...refusals],
    bodyLimitBytes: 1024 * 1024,
  });
}

export const returnItemsEndpoint = declareDisposition(
  'returnItems',
  'return',
  'disposition.execute',
  { zh: '返还', en: 'Return items to their right holder' },
  z.strictObject({
    ...shared,
    taker: z.strictObject({
      name: line(100),
      relation: choiceOf(TAKER_RELATIONS),
      /** Delegation, inheritance, succession; not of the right holder. */
      proof: optional(line(200)),
      documentKind: choiceOf(DOCUMENT_KINDS),
      documentNumber: line(60),
      /** When the taker is a person of the court, who is refused. */
      personId: optional(uuid()),
      /** Bears the name of somebody of the court without being them. */
      isNamesake: z.boolean().default(false),
    }),
    hasCoOwners: z.boolean().default(false),
    coOwnersConsent: optional(line(200)),
    takerSignature: signatureInput,
    officerSignature: signatureInput,
  }),
  [
    'TAKER_PROOF_MISSING',
    'TAKER_NOT_RIGHT_HOLDER',
    'RIGHT_HOLDER_UNSAID',
    'RIGHT_UNPROVED',
    'TAKER_NUMBER_INVALID',
    'TAKER_IS_STAFF',
    'CO_OWNERS_CONSENT_MISSING',
    'SIGNATURE_INVALID',
  ],
);

export const payIntoTreasuryEndpoint = declareDisposition(
  'payIntoTreasury',
  'treasury',
  'disposition.pay',
  { zh: '上缴国库', en: 'Pay items into the treasury' },
  z.strictObject({
    ...shared,
    items: paidItems,
    way: z.enum(['treasury', 'forfeit', 'finance_takes_over']).default('treasury'),
    /** 缴款书, or the receipt of the finance department. */
    paymentSlip: line(100),
    receiver: optional(line(200)),
  }),
  ['NOTICE_RUNNING', 'NOTICE_NOT_FOUND', 'NOT_FAILED_TWICE'],
);

export const sellItemEndpoint = declareDisposition(
  'sellItem',
  'sale',
  'disposition.sell',
  { zh: '成交出库并入账', en: 'Hand a sold item over and book the proceeds' },
  z.strictObject({
    itemId: uuid(),
    /** null: on the approval of an early disposal. */
    requestId: optional(uuid()),
    secondPerson: secondPersonInput,
    paymentSlip: line(100),
    bank: line(100),
    ...paper,
  }),
  ['NOT_SOLD', 'REQUEST_NEEDED', 'VALUATION_EXPIRED'],
);

export const destroyItemsEndpoint = declareDisposition(
  'destroyItems',
  'destruction',
  'disposition.execute',
  { zh: '销毁', en: 'Destroy items' },
  z.strictObject({
    ...shared,
    supervisor: secondPersonInput,
    method: line(200),
    place: line(200),
    startedAt: instant(),
    endedAt: instant(),
    video: line(200),
    witness: optional(line(100)),
    residue: optional(z.strictObject({ name: line(200), quantity: exactQuantity(), unit: line(20) })),
  }),
  [
    'SUPERVISOR_UNFIT',
    'SUPERVISOR_ASKED_FOR_IT',
    'PHOTOS_MISSING',
    'DESTRUCTION_TIMES_WRONG',
    'QUANTITY_INVALID',
  ],
);

export const handOverItemsEndpoint = declareDisposition(
  'handOverItems',
  'hand-over',
  'disposition.execute',
  { zh: '移交', en: 'Hand items over to an organ' },
  z.strictObject({
    ...shared,
    organ: line(200),
    receiver: line(100),
    receiverDocument: line(100),
    list: line(200),
  }),
);

export const sendBackItemsEndpoint = declareDisposition(
  'sendBackItems',
  'send-back',
  'disposition.execute',
  { zh: '退回移送机关', en: 'Send items back to the organ that handed them over' },
  z.strictObject({
    ...shared,
    organ: line(200),
    receiver: line(100),
    receiverDocument: line(100),
    receipt: line(200),
  }),
);

export const confirmHandOversEndpoint = declareEndpoint({
  name: 'confirmHandOvers',
  kind: 'command',
  method: 'post',
  path: '/dispositions/receipts',
  permission: 'disposition.execute',
  tag: TAG,
  summary: {
    zh: '登记移交回执：一份移交清单的物品一次登记',
    en: 'Record the receipt of what was handed over on one list, all items or none',
  },
  body: z.strictObject({
    /** Hand-overs on their way, all of one list; what was not acknowledged is left out and stays on its way. */
    dispositionIds: z.array(uuid()).min(1).max(500),
    /** The number or title of the receipt. */
    document: line(200),
    receivedOn: day(),
  }),
  response: transitionsAnswer,
  refusals: [
    'DISPOSITION_NOT_FOUND',
    'RECEIPT_OF_SEVERAL_LISTS',
    'RECEIPT_BEFORE_HAND_OVER',
    'RECEIPT_REFUSED',
    'LINES_REFUSED',
    'NOTICE_IN_FUTURE',
  ],
});

const dispositionParams = z.strictObject({ dispositionId: uuid() });

export const revealTakerNumberEndpoint = declareEndpoint({
  name: 'revealTakerNumber',
  kind: 'command',
  method: 'post',
  path: '/dispositions/:dispositionId/taker-number',
  permission: 'case.identity.reveal',
  tag: TAG,
  summary: { zh: '查看领取人证件号码', en: 'See the document number of whoever collected' },
  params: dispositionParams,
  body: z.strictObject({ reason: paragraph(200) }),
  response: z.object({ number: z.string() }),
  refusals: ['DISPOSITION_NOT_FOUND'],
});

/** Every step of a release, from preparing to the last thing that is back. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { amountFen, day, instant, line, paragraph, uuid } from '../../../platform/fields.ts';
import {
  exactQuantity,
  optional,
  paper,
  placeReason,
  secondPersonInput,
  signatureInput,
} from '../item-input.ts';

const TAG = 'seized-items';
const BULK_BYTES = 4 * 1024 * 1024;
const secondPerson = secondPersonInput.nullable().default(null);
const releaseParams = z.strictObject({ releaseId: uuid() });
const requestParams = z.strictObject({ requestId: uuid() });
const itemIds = z.array(uuid()).min(1).max(500);
const done = z.object({ id: z.string() });

function declareStep<P extends z.ZodType, B extends z.ZodType>(
  name: string,
  path: string,
  summary: { zh: string; en: string },
  params: P,
  body: B,
  refusals: readonly string[] = [],
) {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path,
    permission: 'item.release',
    tag: TAG,
    summary,
    params,
    body,
    response: done,
    refusals: ['LINES_REFUSED', ...refusals],
    bodyLimitBytes: BULK_BYTES,
  });
}

const APPROVAL_REFUSALS = [
  'APPROVAL_NOT_FOUND',
  'APPROVAL_OF_OTHER_KIND',
  'APPROVAL_USED',
  'APPROVAL_EXPIRED',
  'APPROVAL_NOT_GRANTED',
  'EXECUTOR_HAS_DECIDED',
  'APPROVAL_LINE_MISSING',
  'APPROVAL_QUANTITY_EXCEEDED',
  'RELEASE_KIND_WRONG',
];
const STEP_REFUSALS = ['RELEASE_NOT_FOUND', 'RELEASE_STATE_WRONG', 'RELEASE_LINE_UNKNOWN'];
const HAND_REFUSALS = [...STEP_REFUSALS, 'PHOTOS_MISSING', 'ODOMETERS_REFUSED'];

export const prepareReleaseEndpoint = declareStep(
  'prepareItemRelease',
  '/item-requests/:requestId/prepare',
  { zh: '备货', en: 'Prepare what was approved' },
  requestParams,
  z.strictObject({ itemIds, ...paper }),
  APPROVAL_REFUSALS,
);

export const moveToKeeperEndpoint = declareStep(
  'moveItemsToKeeper',
  '/item-requests/:requestId/to-keeper',
  { zh: '交外部保管', en: 'Hand to an outside keeper' },
  requestParams,
  z.strictObject({
    lines: z
      .array(z.strictObject({ itemId: uuid(), condition: line(200), odometer: optional(line(20)) }))
      .min(1)
      .max(500),
    keeperPerson: line(100),
    keeperSignature: signatureInput,
    secondPerson: secondPersonInput,
    ...paper,
  }),
  [...APPROVAL_REFUSALS, 'PHOTOS_MISSING', 'ODOMETERS_REFUSED', 'SIGNATURE_INVALID'],
);

export const extendLoansEndpoint = declareStep(
  'extendItemLoans',
  '/item-requests/:requestId/extend',
  { zh: '登记延期', en: 'Record an approved extension' },
  requestParams,
  z.strictObject({ ...paper }),
  [...APPROVAL_REFUSALS, 'RELEASE_LINE_UNKNOWN', 'EXTENSION_NOT_LATER'],
);

const taker = {
  takerName: line(100),
  takerUnit: line(100),
  /** Kept masked. */
  takerDocument: line(40),
  /** When it is a person of the court. */
  takerId: optional(uuid()),
  takerSignature: signatureInput,
};

export const releaseItemsEndpoint = declareStep(
  'releaseItems',
  '/releases/:releaseId/release',
  { zh: '出库交付', en: 'Hand out' },
  releaseParams,
  z.strictObject({
    ...taker,
    custodianSignature: signatureInput,
    dueAt: instant(),
    /** Prepared items that are not listed go back to store. */
    lines: z
      .array(z.strictObject({ itemId: uuid(), condition: line(200), odometer: optional(line(20)) }))
      .min(1)
      .max(500),
    secondPerson,
    ...paper,
  }),
  [...HAND_REFUSALS, 'DUE_IN_PAST', 'DUE_BEYOND_APPROVAL', 'SIGNATURE_INVALID'],
);

export const dispatchItemsEndpoint = declareStep(
  'dispatchItems',
  '/releases/:releaseId/dispatch',
  { zh: '移送发出', en: 'Dispatch' },
  releaseParams,
  z.strictObject({
    ...taker,
    listNumber: line(60),
    carrier: optional(line(60)),
    trackingNumber: optional(line(60)),
    lines: z
      .array(z.strictObject({ itemId: uuid(), condition: line(200), odometer: optional(line(20)) }))
      .min(1)
      .max(500),
    secondPerson: secondPersonInput,
    ...paper,
  }),
  [...HAND_REFUSALS, 'SIGNATURE_INVALID'],
);

export const cancelReleaseEndpoint = declareStep(
  'cancelItemRelease',
  '/releases/:releaseId/cancel',
  { zh: '未领取退库', en: 'Back to store, not collected' },
  releaseParams,
  z.strictObject({ itemIds, reason: paragraph(500), ...paper }),
  STEP_REFUSALS,
);

/** How each thing came back, to be held against what left. */
export const returnedLine = z.strictObject({
  itemId: uuid(),
  quantity: exactQuantity(),
  seal: optional(line(60)),
  /** Why an examination opened it. */
  sealReason: optional(line(200)),
  isAsPictured: z.boolean(),
  isConditionSame: z.boolean(),
  condition: line(200),
  odometer: optional(line(20)),
  placeId: uuid(),
  placeReason,
  /** What differs, to be reported as an incident. */
  incident: optional(paragraph(1000)),
  /** After the incident was closed: what it was found to be. */
  explanation: optional(paragraph(500)),
});
export type ReturnedLine = z.output<typeof returnedLine>;

const returned = z.strictObject({
  lines: z.array(returnedLine).min(1).max(500),
  returnerName: line(100),
  returnerSignature: signatureInput,
  secondPerson,
  ...paper,
});
const RETURN_REFUSALS = [
  ...HAND_REFUSALS,
  'RETURN_DIFFERS',
  'SIGNATURE_INVALID',
  'SEAL_NUMBER_TAKEN',
  'TAKES_NO_SEAL',
  'PLACE_NOT_A_STORE',
  'CATEGORY_NOT_KEPT_THERE',
  'KEEPING_NEED_UNMET',
  'SECRET_PLACE_NEEDED',
];

export const giveBackItemsEndpoint = declareStep(
  'giveBackItems',
  '/releases/:releaseId/give-back',
  { zh: '归还入库', en: 'Take back what was out' },
  releaseParams,
  returned,
  RETURN_REFUSALS,
);

export const takeBackItemsEndpoint = declareStep(
  'takeBackFromTransit',
  '/releases/:releaseId/take-back',
  { zh: '移送退回入库', en: 'Take back what was dispatched' },
  releaseParams,
  returned,
  RETURN_REFUSALS,
);

export const takeFromKeeperEndpoint = declareStep(
  'takeItemsFromKeeper',
  '/releases/:releaseId/from-keeper',
  { zh: '外部保管收回', en: 'Take back from the keeper' },
  releaseParams,
  returned,
  RETURN_REFUSALS,
);

export const consumeOnLoanEndpoint = declareStep(
  'consumeItemOnLoan',
  '/releases/:releaseId/consume',
  { zh: '登记检验消耗', en: 'Record what a test consumed' },
  releaseParams,
  z.strictObject({
    itemId: uuid(),
    quantity: exactQuantity(),
    opinionNumber: line(100),
    secondPerson: secondPersonInput,
    ...paper,
  }),
  [...STEP_REFUSALS, 'CONSUMPTION_NEEDS_JUDGE'],
);

export const acknowledgeDispatchEndpoint = declareStep(
  'acknowledgeDispatch',
  '/releases/:releaseId/receipt',
  { zh: '登记回执', en: 'Record the receipt' },
  releaseParams,
  z.strictObject({
    receiptNumber: line(100),
    receiptOn: day(),
    receiptBy: line(100),
    /** Nothing comes back: handed over for good. */
    isFinal: z.boolean(),
    ...paper,
  }),
  [...STEP_REFUSALS, 'RECEIPT_BEFORE_DISPATCH'],
);

export const inspectKeptEndpoint = declareStep(
  'inspectKeptItems',
  '/releases/:releaseId/inspections',
  { zh: '登记巡查', en: 'Record an inspection at the keeper' },
  releaseParams,
  z.strictObject({
    lines: z
      .array(
        z.strictObject({
          itemId: uuid(),
          isInOrder: z.boolean(),
          condition: line(200),
          /** Of a vehicle it must be there. */
          odometer: optional(line(20)),
          /** Why it was driven: reported as an incident. */
          incident: optional(paragraph(1000)),
          feeFen: optional(amountFen()),
          note: optional(line(200)),
        }),
      )
      .min(1)
      .max(500),
    secondPerson,
  }),
  HAND_REFUSALS,
);

export const settleEndedLinesEndpoint = declareStep(
  'settleEndedReleaseLines',
  '/releases/:releaseId/settle-ended',
  { zh: '在外终结销单', en: 'Settle what ended while it was out' },
  releaseParams,
  z.strictObject({}),
  ['RELEASE_NOT_FOUND', 'RELEASE_LINE_UNKNOWN'],
);

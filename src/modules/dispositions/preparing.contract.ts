/** What leads to a disposition and what stands in its way: holds, grounds, notices, auctions. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { amountFen, day, instant, line, paragraph, uuid } from '../../platform/fields.ts';
import { choiceOf, exactQuantity, optional, paper } from '../seized-items/item-input.ts';
import { transitionsAnswer } from '../seized-items/transitions.contract.ts';
import {
  CONSENTS,
  CONTACT_MEANS,
  CONTACT_OUTCOMES,
  DISPOSITION_WAYS,
  EARLY_CAUSES,
  HOLD_KINDS,
} from './judgment-orders.ts';

const TAG = 'dispositions';
const itemIds = z.array(uuid()).min(1).max(500);
const done = z.object({ id: z.string() });

function declare<B extends z.ZodType, R extends z.ZodType>(
  name: string,
  path: string,
  permission: string,
  summary: { zh: string; en: string },
  body: B,
  response: R,
  refusals: readonly string[],
) {
  return declareEndpoint({
    ...{ name, path, permission, summary, body, response },
    kind: 'command',
    method: 'post',
    tag: TAG,
    refusals: [...refusals],
  });
}

export const placeHoldsEndpoint = declare(
  'placeHolds',
  '/item-holds',
  'disposition.prepare',
  { zh: '登记冻结处置', en: 'Place a legal hold on items' },
  z.strictObject({
    itemIds,
    kind: choiceOf(HOLD_KINDS),
    holder: line(200),
    document: line(200),
    placedOn: day(),
  }),
  z.object({ count: z.int() }),
  [
    'ITEM_NOT_FOUND',
    'ITEMS_OF_SEVERAL_CASES',
    'HOLD_TWICE',
    'HOLD_BY_ITS_OWN_CASE',
    'ITEM_ENDED',
    'NOTICE_IN_FUTURE',
  ],
);

export const releaseHoldEndpoint = declareEndpoint({
  name: 'releaseHold',
  kind: 'command',
  method: 'post',
  path: '/item-holds/:holdId/release',
  permission: 'disposition.prepare',
  tag: TAG,
  summary: { zh: '解除冻结处置', en: 'Release a legal hold' },
  params: z.strictObject({ holdId: uuid() }),
  body: z.strictObject({ document: line(200), releasedOn: day() }),
  response: z.object({ released: z.boolean() }),
  refusals: ['HOLD_NOT_FOUND', 'HOLD_OF_OTHER_CASE', 'HOLD_RELEASED', 'NOTICE_IN_FUTURE'],
});

export const findUnrelatedEndpoint = declare(
  'findUnrelated',
  '/disposition-grounds/unrelated',
  'disposition.prepare',
  { zh: '认定与本案无关', en: 'Find that an item is unrelated to the case' },
  z.strictObject({ itemId: uuid(), document: line(200), reason: paragraph(500), foundOn: day() }),
  done,
  ['ITEM_NOT_FOUND', 'GROUND_RUNNING', 'ITEM_ENDED', 'NOTICE_IN_FUTURE'],
);

export const findVictimsPropertyEndpoint = declare(
  'findVictimsProperty',
  '/disposition-grounds/victim',
  'disposition.prepare',
  { zh: '认定审判期间返还被害人', en: 'Find that an item goes back to the victim before judgment' },
  z.strictObject({
    itemId: uuid(),
    rightHolder: line(100),
    document: line(200),
    /** The appraisal or valuation on file. */
    valuationDocument: line(200),
    reason: paragraph(500),
    foundOn: day(),
    /** 不损害其他被害人或者利害关系人的利益，不影响审理. */
    harmsNobody: z.literal(true),
  }),
  done,
  [
    'ITEM_NOT_FOUND',
    'ITEM_ENDED',
    'GROUND_RUNNING',
    'NOTICE_IN_FUTURE',
    'VICTIM_TITLE_UNCLEAR',
    'VICTIM_PHOTO_MISSING',
  ],
);

export const proposeEarlyDisposalEndpoint = declare(
  'proposeEarlyDisposal',
  '/disposition-grounds/early',
  'item.request',
  { zh: '先行处置', en: 'Ask for disposal before judgment' },
  z.strictObject({
    itemId: uuid(),
    cause: choiceOf(EARLY_CAUSES),
    rightHolder: line(100),
    consent: choiceOf(CONSENTS),
    consentDocument: optional(line(200)),
    document: line(200),
    reason: paragraph(500),
  }),
  z.object({
    id: z.string(),
    state: z.string(),
    /** false: 条件不足, kept on record and referred to the panel at most. */
    isPermitted: z.boolean(),
    requestNumber: z.string().nullable(),
  }),
  ['ITEM_NOT_FOUND', 'GROUND_RUNNING', 'ITEM_ENDED', 'REQUEST_REFUSED', 'REQUEST_NOT_YOURS_TO_ASK'],
);

export const escalateGroundEndpoint = declareEndpoint({
  name: 'escalateGround',
  kind: 'command',
  method: 'post',
  path: '/disposition-grounds/:groundId/escalate',
  permission: 'disposition.prepare',
  tag: TAG,
  summary: { zh: '报请合议庭', en: 'Refer an early disposal without consent to the panel' },
  params: z.strictObject({ groundId: uuid() }),
  body: z.strictObject({ document: line(200) }),
  response: z.object({ escalated: z.boolean() }),
  refusals: ['GROUND_NOT_FOUND', 'GROUND_NOT_ESCALATABLE'],
});

export const awaitDispositionEndpoint = declare(
  'awaitDisposition',
  '/dispositions/await',
  'disposition.prepare',
  { zh: '转待处置', en: 'Let items wait for their disposition' },
  z.strictObject({ itemIds, ...paper }),
  transitionsAnswer,
  ['ITEM_NOT_FOUND', 'ITEMS_OF_SEVERAL_CASES', 'DISPOSITION_REFUSED', 'LINES_REFUSED'],
);

export const callOffDispositionEndpoint = declare(
  'callOffDisposition',
  '/dispositions/call-off',
  'disposition.prepare',
  { zh: '撤回处置', en: 'Call the disposition of items off' },
  z.strictObject({ itemIds, reason: paragraph(500), ...paper }),
  transitionsAnswer,
  ['ITEM_NOT_FOUND', 'ITEMS_OF_SEVERAL_CASES', 'LINES_REFUSED'],
);

export const publishNoticeEndpoint = declare(
  'publishClaimNotice',
  '/dispositions/notices',
  'disposition.prepare',
  { zh: '发布认领公告', en: 'Publish a notice for whoever the items belong to' },
  z.strictObject({ itemIds, document: line(200), medium: line(200), publishedOn: day(), ...paper }),
  transitionsAnswer,
  ['ITEM_NOT_FOUND', 'ITEMS_OF_SEVERAL_CASES', 'LINES_REFUSED', 'NOTICE_IN_FUTURE', 'NOTICE_BEFORE_ORDER'],
);

export const recordContactEndpoint = declare(
  'recordClaimantContact',
  '/dispositions/contacts',
  'disposition.prepare',
  { zh: '登记联系权利人情况', en: 'Record an attempt to reach the right holder' },
  z.strictObject({
    itemId: uuid(),
    contactedAt: instant(),
    means: choiceOf(CONTACT_MEANS),
    toWhom: line(100),
    outcome: choiceOf(CONTACT_OUTCOMES),
    note: optional(paragraph(500)),
  }),
  done,
  ['ITEM_NOT_FOUND', 'CONTACT_IN_FUTURE'],
);

export const announceAuctionEndpoint = declare(
  'announceAuction',
  '/auctions',
  'disposition.sell',
  { zh: '发布拍卖公告', en: 'Announce an auction' },
  z.strictObject({
    itemId: uuid(),
    method: z.enum(['online_auction', 'sale']).default('online_auction'),
    isImmovable: z.boolean().default(false),
    valuationNumber: line(100),
    valuationValueFen: amountFen(),
    valuationBaseOn: day(),
    valuationValidUntil: day(),
    reserveFen: amountFen(),
    announcedOn: day(),
    heldOn: day(),
  }),
  z.object({ id: z.string(), round: z.int() }),
  [
    'ITEM_NOT_FOUND',
    'WAY_NOT_ORDERED',
    'NOTHING_ORDERED',
    'LINE_NOT_EFFECTIVE',
    'QUANTITY_DIFFERS',
    'MORE_THAN_ORDERED',
    'AUCTION_RUNNING',
    'AUCTION_OVER',
    'VALUATION_DIFFERS',
    'VALUATION_EXPIRED',
    'AUCTION_FAILED_TWICE',
    'NOTICE_TOO_SHORT',
    'REPEAT_TOO_LATE',
    'RESERVE_TOO_LOW',
    'NOTICE_IN_FUTURE',
  ],
);

export const recordAuctionResultEndpoint = declareEndpoint({
  name: 'recordAuctionResult',
  kind: 'command',
  method: 'post',
  path: '/auctions/:auctionId/result',
  permission: 'disposition.sell',
  tag: TAG,
  summary: { zh: '登记拍卖结果', en: 'Record the result of an auction' },
  params: z.strictObject({ auctionId: uuid() }),
  body: z.strictObject({
    result: z.enum(['sold', 'failed', 'withdrawn']),
    priceFen: optional(amountFen()),
    buyer: optional(line(200)),
    document: line(200),
  }),
  response: z.object({ result: z.string() }),
  refusals: ['AUCTION_NOT_FOUND', 'AUCTION_RESULT_KNOWN', 'AUCTION_NOT_HELD', 'RESERVE_TOO_LOW', 'NOT_SOLD'],
});

export const requestDispositionEndpoint = declare(
  'requestDisposition',
  '/dispositions/requests',
  'item.request',
  { zh: '提交处置审批', en: 'Ask for the approval of a disposition' },
  z.strictObject({
    way: choiceOf(DISPOSITION_WAYS),
    items: z
      .array(z.strictObject({ itemId: uuid(), quantity: optional(exactQuantity()) }))
      .min(1)
      .max(500),
    reason: paragraph(1000),
    /** Of a destruction: how, where and when it is planned. */
    plan: optional(paragraph(1000)),
  }),
  z.object({ id: z.string(), number: z.string() }),
  [
    'ITEM_NOT_FOUND',
    'ITEMS_OF_SEVERAL_CASES',
    'DISPOSITION_REFUSED',
    'REQUEST_REFUSED',
    'REQUEST_NOT_YOURS_TO_ASK',
  ],
);

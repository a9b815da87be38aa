/** One item on its way from judgment to the end, and the work that waits for somebody. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { pageOf, pageQuery, uuid } from '../../platform/fields.ts';
import { choiceOf } from '../seized-items/item-input.ts';
import { DISPOSITION_WAYS, JUDGMENT_ORDER_IDS, type DispositionWay } from './judgment-orders.ts';
import { countedQuantity, LINE_STATES } from './judgments.contract.ts';
import { claimAnswer } from './claims.contract.ts';
import { ITEM_DISPOSITION_ACTIONS } from './item-actions.rules.ts';

const TAG = 'dispositions';
const way = choiceOf<DispositionWay>(DISPOSITION_WAYS);

export const readItemDispositionEndpoint = declareEndpoint({
  name: 'readItemDisposition',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId/disposition',
  permission: 'item.read',
  tag: TAG,
  summary: {
    zh: '物品的裁判、冻结与处置',
    en: 'What is ordered, held and done about an item on its way to the end',
  },
  params: z.strictObject({ itemId: uuid() }),
  response: z.object({
    itemId: z.string(),
    caseId: z.string(),
    state: z.string(),
    onHand: z.string(),
    unit: z.string(),
    /** `differs`: disposal is blocked until the judgment is corrected. */
    match: z.enum(['none', 'matches', 'differs', 'unit_differs', 'derived']),
    isForgotten: z.boolean(),
    /** 439: a thing that cannot be kept long, so that early disposal suggests itself. */
    isPerishable: z.boolean(),
    /** 查封将到期 or 已届满; nothing is deleted by it. */
    seizureExpiresOn: z.string().nullable(),
    isSeizureOver: z.boolean(),
    isOwnershipDisputed: z.boolean(),
    /** The court's to keep, and in no place, such as what came back by a reversal. */
    isUnplaced: z.boolean(),
    lines: z.array(
      z.object({
        id: z.string(),
        document: z.string(),
        lineNumber: z.int(),
        effectiveOn: z.string(),
        quantity: z.string(),
        unit: z.string(),
        counted: countedQuantity,
        order: z.enum(JUDGMENT_ORDER_IDS),
        beneficiary: z.string().nullable(),
        state: z.enum(LINE_STATES),
        carriedOut: z.string(),
      }),
    ),
    holds: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        holder: z.string(),
        document: z.string(),
        placedOn: z.string(),
        placedByName: z.string(),
        releasedOn: z.string().nullable(),
        releaseDocument: z.string().nullable(),
      }),
    ),
    grounds: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['early', 'unrelated', 'victim']),
        state: z.string(),
        cause: z.string().nullable(),
        consent: z.string().nullable(),
        rightHolder: z.string().nullable(),
        /** false: 条件不足. */
        isPermitted: z.boolean(),
        document: z.string(),
        reason: z.string(),
        foundOn: z.string(),
        approvalNumber: z.string().nullable(),
        escalationDocument: z.string().nullable(),
        /** Of the victim's property: the appraisal or valuation before it leaves. */
        valuationDocument: z.string().nullable(),
        enteredByName: z.string(),
      }),
    ),
    requests: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        kind: z.string(),
        state: z.string(),
        applicantName: z.string(),
      }),
    ),
    notices: z.array(
      z.object({
        id: z.string(),
        document: z.string(),
        medium: z.string(),
        publishedOn: z.string(),
        dueOn: z.string(),
        endedOn: z.string().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    contacts: z.array(
      z.object({
        id: z.string(),
        contactedAt: z.string(),
        means: z.string(),
        toWhom: z.string(),
        outcome: z.string(),
        note: z.string().nullable(),
        recordedByName: z.string(),
      }),
    ),
    auctions: z.array(
      z.object({
        id: z.string(),
        round: z.int(),
        valuationNumber: z.string(),
        valuationValueFen: z.int(),
        valuationBaseOn: z.string(),
        valuationValidUntil: z.string(),
        reserveFen: z.int(),
        announcedOn: z.string(),
        heldOn: z.string(),
        result: z.enum(['sold', 'failed', 'withdrawn']).nullable(),
        priceFen: z.int().nullable(),
        buyer: z.string().nullable(),
      }),
    ),
    dispositions: z.array(
      z.object({
        id: z.string(),
        way,
        quantity: z.string(),
        unit: z.string(),
        executedAt: z.string(),
        executorName: z.string(),
        secondPersonName: z.string().nullable(),
        supervisorName: z.string().nullable(),
        counterparty: z.string().nullable(),
        relation: z.string().nullable(),
        numberMasked: z.string().nullable(),
        mayReveal: z.boolean(),
        document: z.string().nullable(),
        method: z.string().nullable(),
        place: z.string().nullable(),
        video: z.string().nullable(),
        paymentSlip: z.string().nullable(),
        amountFen: z.int().nullable(),
        approvalNumber: z.string().nullable(),
        receiptDocument: z.string().nullable(),
        proceedsItemId: z.string().nullable(),
        residueItemId: z.string().nullable(),
        /** It was taken back by a contrary entry; null: it stands. */
        reversal: z
          .object({
            document: z.string(),
            reason: z.string(),
            approvalNumber: z.string(),
            reversedAt: z.string(),
            reversedByName: z.string(),
            secondPersonName: z.string(),
            entrySequence: z.int(),
            correctsSequence: z.int(),
          })
          .nullable(),
      }),
    ),
    claims: z.array(claimAnswer),
    waysOpen: z.array(way),
    availableActions: z.array(z.enum(ITEM_DISPOSITION_ACTIONS)),
  }),
  refusals: ['ITEM_NOT_FOUND'],
});

/** The lists of the work on dispositions; the first three of them do not go away by themselves. */
export const WORK_VIEWS = [
  'confirm',
  'await',
  'dispose',
  'unplaced',
  'transit',
  'notice',
  'hold',
  'claim',
  'forgotten',
  'unmatched',
  'differing',
] as const;
export type WorkView = (typeof WORK_VIEWS)[number];

export const workRow = z.object({
  /** Of the line, the item, the hold or the claim: unique in its list. */
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  item: z.object({ id: z.string(), code: z.string(), name: z.string(), state: z.string() }).nullable(),
  quantity: z.string(),
  unit: z.string(),
  /** What the judgment calls it, who holds, who claims. */
  words: z.string().nullable(),
  order: z.string().nullable(),
  document: z.string().nullable(),
  /** Effective, placed, published, opened. */
  day: z.string().nullable(),
  dueOn: z.string().nullable(),
  amountFen: z.int().nullable(),
  holders: z.array(z.string()),
});
export type WorkRow = z.output<typeof workRow>;

export const listDispositionWorkEndpoint = declareEndpoint({
  name: 'listDispositionWork',
  kind: 'query',
  method: 'get',
  path: '/dispositions/work',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '处置待办与例外', en: 'Work on dispositions, and what does not fit' },
  query: z.strictObject({ view: z.enum(WORK_VIEWS).default('dispose'), ...pageQuery }),
  response: pageOf(workRow),
});

export const countDispositionWorkEndpoint = declareEndpoint({
  name: 'countDispositionWork',
  kind: 'query',
  method: 'get',
  path: '/dispositions/counts',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '处置待办数', en: 'How much work on dispositions there is' },
  response: z.object({ counts: z.record(z.enum(WORK_VIEWS), z.int()) }),
});

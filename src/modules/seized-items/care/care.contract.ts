/** What is done to items in store beside moving them: split, merged, weighed, born, lost, settled. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, paragraph, uuid } from '../../../platform/fields.ts';
import { weightInput } from '../intake-count.ts';
import {
  descriptionFields,
  exactQuantity,
  optional,
  paper,
  placeReason,
  secondPersonInput,
} from '../item-input.ts';
import { transitionsAnswer } from '../transitions.contract.ts';
import { COMPARED_MARK_KEYS } from './compared-marks.rules.ts';

const TAG = 'seized-items';
const item = z.strictObject({ itemId: uuid() });
const MISFITS = ['KEEPING_NEED_UNMET', 'SECRET_PLACE_NEEDED'];
const added = z.object({ id: z.string(), code: z.string(), number: z.int() });
/** The parent or source, and what came out of it with codes of their own. */
const withParts = transitionsAnswer.extend({ parts: z.array(added) });

function declareCare<B extends z.ZodType, R extends z.ZodType>(
  name: string,
  path: string,
  permission: string,
  summary: { zh: string; en: string },
  { body, response, refusals }: { body: B; response: R; refusals: readonly string[] },
) {
  return declareEndpoint({
    ...{ name, kind: 'command', method: 'post', path: `/seized-items/:itemId/${path}`, permission, tag: TAG },
    ...{ summary, params: item, body, response },
    refusals: ['ITEM_NOT_FOUND', 'LINES_REFUSED', ...refusals],
  });
}

export const splitItemEndpoint = declareCare(
  'splitSeizedItem',
  'split',
  'item.move',
  { zh: '拆分', en: 'Split' },
  {
    body: z.strictObject({
      reason: paragraph(500),
      parts: z
        .array(
          z.strictObject({
            quantity: exactQuantity(),
            /** As the parent is called when nothing is said. */
            name: optional(line(200)),
            /** Where the parent lies when nothing is said. */
            placeId: optional(uuid()),
            /** Why it waits where there is not what it needs. */
            placeReason,
            sealNumber: optional(line(60)),
          }),
        )
        .min(1)
        .max(500),
      /** What was lost in splitting, within the tolerance. */
      lossQuantity: optional(exactQuantity()),
      secondPerson: secondPersonInput,
      ...paper,
    }),
    response: withParts,
    refusals: [
      ...['ITEM_SEALED', 'PARTS_EXCEED_ITEM', 'ONE_PART_IS_NO_SPLIT', 'JUDGE_CONFIRMS', 'QUANTITY_UNFIT'],
      ...[
        'LOSS_BEYOND_TOLERANCE',
        'NO_NATURAL_LOSS',
        'SEAL_NUMBER_TAKEN',
        'PLACE_NOT_A_STORE',
        'PARTS_ELSEWHERE',
      ],
      ...['CATEGORY_NOT_KEPT_THERE', 'ROOM_FULL', 'CONTAINER_SEALED', ...MISFITS],
    ],
  },
);

export const mergeItemsBackEndpoint = declareCare(
  'mergeSeizedItemsBack',
  'merge-back',
  'item.move',
  { zh: '并回子件', en: 'Merge parts back' },
  {
    body: z.strictObject({
      partIds: z.array(uuid()).min(1).max(500),
      placeReason,
      reason: paragraph(500),
      secondPerson: secondPersonInput,
      ...paper,
    }),
    response: transitionsAnswer,
    refusals: ['NOT_A_PART', 'PARTS_ELSEWHERE', 'ITEM_SEALED', ...MISFITS],
  },
);

export const weighItemEndpoint = declareCare(
  'weighSeizedItem',
  'weigh',
  'item.move',
  { zh: '复称', en: 'Weigh again' },
  {
    body: z.strictObject({ ...weightInput.shape, secondPerson: secondPersonInput, ...paper }),
    response: transitionsAnswer.extend({
      net: z.string().nullable(),
      /** The weight that it was held against, and whether it agrees; null: there was none. */
      expected: z.string().nullable(),
      isWithin: z.boolean(),
    }),
    refusals: ['WEIGHT_INVALID'],
  },
);

/** How much came or went, why, and with whom. */
const change = {
  body: z.strictObject({
    quantity: exactQuantity(),
    reason: paragraph(500),
    secondPerson: secondPersonInput,
    ...paper,
  }),
  response: transitionsAnswer,
};

export const recordBirthEndpoint = declareCare(
  'recordAnimalBirth',
  'births',
  'item.move',
  { zh: '登记增殖', en: 'Record a birth' },
  { ...change, body: change.body.extend({ placeReason }), refusals: ['NOT_ALIVE', ...MISFITS] },
);

export const recordDeathEndpoint = declareCare(
  'recordAnimalDeath',
  'deaths',
  'item.move',
  { zh: '登记死亡', en: 'Record a death' },
  { ...change, refusals: ['NOT_ALIVE'] },
);

export const recordNaturalLossEndpoint = declareCare(
  'recordNaturalLoss',
  'natural-losses',
  'item.move',
  { zh: '登记自然损耗', en: 'Record natural loss' },
  { ...change, refusals: ['NO_NATURAL_LOSS', 'LOSS_BEYOND_TOLERANCE'] },
);

export const settleDifferenceEndpoint = declareCare(
  'settleItemDifference',
  'settle-difference',
  'item.move',
  { zh: '差异补正', en: 'Settle a difference' },
  {
    body: z.strictObject({
      outcome: z.enum(['in_store', 'sent_back']),
      /** The number of the supplement, the stamped explanation, or the receipt of who took it back. */
      document: line(200),
      explanation: paragraph(1000),
      /** The case handler or the clerk. */
      secondPerson: secondPersonInput,
      ...paper,
    }),
    response: transitionsAnswer,
    refusals: ['JUDGE_CONFIRMS'],
  },
);

export const requestLossEndpoint = declareCare(
  'requestItemLoss',
  'request-loss',
  'item.request',
  { zh: '申请确认灭失', en: 'Ask for the confirmation of a loss' },
  {
    body: z.strictObject({
      /** What could not be found; all of it when nothing is said. */
      quantity: optional(exactQuantity()),
      reason: paragraph(1000),
    }),
    response: z.object({ id: z.string(), number: z.string() }),
    refusals: [
      ...['REQUEST_NOT_YOURS_TO_ASK', 'REQUEST_REFUSED'],
      ...['POLICY_WITHOUT_RULE', 'POLICY_PERSON_UNKNOWN'],
    ],
  },
);

export const confirmLossEndpoint = declareCare(
  'confirmItemLoss',
  'confirm-loss',
  'item.incident.conclude',
  { zh: '确认灭失', en: 'Confirm a loss' },
  {
    body: z.strictObject({
      requestId: uuid(),
      quantity: optional(exactQuantity()),
      /** What happened and who answers for it. */
      conclusion: paragraph(1000),
      ...paper,
    }),
    response: transitionsAnswer,
    refusals: [
      ...['APPROVAL_NOT_FOUND', 'APPROVAL_OF_OTHER_KIND', 'APPROVAL_USED', 'APPROVAL_EXPIRED'],
      ...[
        'APPROVAL_NOT_GRANTED',
        'EXECUTOR_HAS_DECIDED',
        'APPROVAL_LINE_MISSING',
        'APPROVAL_QUANTITY_EXCEEDED',
        'CONCLUDER_HAS_COUNTED',
      ],
    ],
  },
);

export const listFoundInsideEndpoint = declareCare(
  'listFoundInside',
  'found-inside',
  'item.move',
  { zh: '另列物品', en: 'List what was found inside' },
  {
    body: z.strictObject({
      ...descriptionFields,
      quantity: exactQuantity(),
      unit: line(10),
      /** Counterfeit notes found in money: their face value, by which the money gets less. */
      struckAmount: optional(exactQuantity()),
      opinionNumber: optional(line(100)),
      placeId: optional(uuid()),
      placeReason,
      sealNumber: optional(line(60)),
      reason: paragraph(500),
      secondPerson: secondPersonInput,
      ...paper,
    }),
    response: withParts,
    refusals: [
      ...['KEY_MATERIAL', 'ITEM_SEALED', 'COUNTERFEIT_IN_MONEY', 'OPINION_MISSING', 'PLACE_MISSING'],
      ...['FOUND_CLASS_PROHIBITED', 'QUANTITY_UNFIT', 'SEAL_NUMBER_TAKEN', 'PLACE_NOT_A_STORE'],
      ...['CATEGORY_NOT_KEPT_THERE', 'ROOM_FULL', ...MISFITS],
    ],
  },
);

export const listLossGrantsEndpoint = declareEndpoint({
  name: 'listLossGrants',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId/loss-grants',
  permission: 'item.incident.conclude',
  tag: TAG,
  summary: { zh: '可用的灭失审批', en: 'Approvals of the loss that may be carried out' },
  params: item,
  response: z.object({
    items: z.array(
      z.object({
        requestId: z.string(),
        number: z.string(),
        applicantName: z.string(),
        expiresAt: z.string(),
      }),
    ),
  }),
  refusals: ['ITEM_NOT_FOUND'],
});

export const identifyItemEndpoint = declareCare(
  'identifySeizedItem',
  'identify',
  'item.move',
  { zh: '核对身份换标', en: 'Identify an item before its label is replaced' },
  {
    body: z.strictObject({
      /** What the two compared; name and features always, the seal number where there is one. */
      compared: z.array(z.enum(COMPARED_MARK_KEYS)).min(1).max(COMPARED_MARK_KEYS.length),
      /** By what the two recognised it: photo, serial number, features. */
      recognisedBy: paragraph(500),
      secondPerson: secondPersonInput,
      ...paper,
    }),
    response: z.object({ itemId: z.string() }),
    refusals: ['ITEM_ENDED', 'MARKS_NOT_COMPARED'],
  },
);

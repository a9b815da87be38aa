/** 自然损耗与称量允差 as they ship and as the court set them. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { day, line, reason } from '../../../platform/fields.ts';
import { ITEM_CATEGORY_IDS } from '../item-categories.ts';

const tag = 'seized-items';
const kind = z.enum(['natural_loss', 'weighing']);
const category = z.enum(['usual', ...ITEM_CATEGORY_IDS]);

const ownTolerance = z.object({
  share: z.string(),
  effectiveFrom: z.string(),
  document: z.string(),
  reason: z.string(),
  setByName: z.string(),
  setAt: z.string(),
});

export const toleranceAnswer = z.object({
  kind,
  category,
  /** What ships, a part of one; null: that of every other category. */
  shipped: z.string().nullable(),
  basis: z.string(),
  isLaw: z.boolean(),
  /** The court only makes it stricter. */
  isCeiling: z.boolean(),
  /** What a court may allow at most, and why. */
  most: z.string(),
  mostReason: z.object({ zh: z.string(), en: z.string() }),
  /** The court's own of an earlier time allows more; the most counts in its place. */
  isCapped: z.boolean(),
  /** What counts today, when the court set it itself. */
  own: ownTolerance.nullable(),
  /** What the court set, that of today included, the latest first. */
  history: z.array(ownTolerance),
});
export type ToleranceAnswer = z.output<typeof toleranceAnswer>;

export const listTolerancesEndpoint = declareEndpoint({
  name: 'listItemTolerances',
  kind: 'query',
  method: 'get',
  path: '/item-tolerances',
  permission: 'item.read',
  tag,
  summary: { zh: '损耗与称量允差', en: 'What may be lost by nature and how far weighings may differ' },
  response: z.object({ items: z.array(toleranceAnswer) }),
});

export const setToleranceEndpoint = declareEndpoint({
  name: 'setItemTolerance',
  kind: 'command',
  method: 'post',
  path: '/item-tolerances',
  permission: 'custody-policy.manage',
  tag,
  summary: {
    zh: '设定本院损耗、称量允差（附文件，自某日起施行）',
    en: 'Set the court’s own tolerance by a paper, from a day on',
  },
  body: z.strictObject({
    kind,
    category,
    /** Of a hundred: 1.5. */
    percent: z.string().regex(/^(0|[1-9]\d?)(\.\d{1,4})?$/),
    effectiveFrom: day(),
    document: line(200),
    reason: reason(),
  }),
  response: toleranceAnswer,
  refusals: ['NO_NATURAL_LOSS_THERE', 'TOLERANCE_BACKDATED', 'TOLERANCE_TOO_LOOSE', 'TOLERANCE_BEYOND_BOUND'],
});

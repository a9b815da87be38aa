/** One asset: its page, its life, and finding it by whatever number is on the label. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { instant, line, pageOf, pageQuery, uuid } from '../../platform/fields.ts';
import { labelEvent } from '../item-codes/label-events.contract.ts';
import { ASSET_ACTION_KEYS } from './available-actions.ts';
import { CLASS_WARNINGS } from './class-warning.ts';
import { assetCard, assetStatus, cardField, entryKind, named, placed, position } from './asset-fields.ts';

const tag = 'fixed-assets';
const assetParams = z.strictObject({ assetId: uuid() });

const assetReference = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  status: assetStatus,
});

const storedFile = z.object({
  id: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
});

const classWarning = z.object({
  code: z.enum(CLASS_WARNINGS),
  /** The class that the name rather suggests. */
  suggestedClassCode: z.string().nullable(),
  suggestedClassName: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
});

export const assetPage = z.object({
  courtId: z.int(),
  courtName: z.string(),
  id: z.string(),
  code: z.string(),
  version: z.int(),
  card: assetCard,
  className: z.string(),
  /** false: the class is not checked against the official table yet, shown as 待核. */
  classSourced: z.boolean(),
  classEdition: z.string(),
  managingDepartment: named.nullable(),
  classWarning: classWarning.nullable(),
  status: assetStatus,
  department: named.nullable(),
  holder: named.nullable(),
  place: placed.nullable(),
  stateSince: z.string(),
  loanDueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  disposedOn: z.string().nullable(),
  pendingReceipt: z
    .object({
      id: z.string(),
      kind: z.enum(['issue', 'loan', 'transfer']),
      receiver: named,
      createdAt: z.string(),
    })
    .nullable(),
  parent: assetReference.nullable(),
  children: z.array(assetReference),
  photos: z.array(storedFile),
  attachments: z.array(storedFile),
  depreciation: z.object({
    /** null: the class is not depreciated. */
    usefulLifeMonths: z.int().nullable(),
    accumulatedFen: z.int(),
    netValueFen: z.int(),
    /** The last month posted, as its first day; null when only the opening value is known. */
    lastMonth: z.string().nullable(),
    lastAmountFen: z.int().nullable(),
  }),
  book: z.object({ id: z.string(), entryCount: z.int(), lastHashShort: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** What this person may do next, likeliest first. */
  availableActions: z.array(z.enum(ASSET_ACTION_KEYS)),
});
export type AssetPage = z.output<typeof assetPage>;

export const readAsset = declareEndpoint({
  name: 'readAsset',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/:assetId',
  permission: 'asset.read',
  tag,
  isByKey: true,
  summary: { zh: '资产详情', en: 'Read an asset' },
  params: assetParams,
  response: assetPage,
  refusals: ['ASSET_NOT_FOUND'],
});

export const assetCandidate = assetReference.extend({
  courtId: z.int(),
  specification: z.string().nullable(),
  model: z.string().nullable(),
  serialNumber: z.string().nullable(),
  department: z.string().nullable(),
  holder: z.string().nullable(),
  place: z.string().nullable(),
});
export type AssetCandidate = z.output<typeof assetCandidate>;

export const findAssetByCode = declareEndpoint({
  name: 'findAssetByCode',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/by-code/:code',
  permission: 'asset.read',
  tag,
  isByKey: true,
  summary: { zh: '按编码查找资产', en: 'Find an asset by code' },
  /** A code in any spacing or case, with a label's version, a link, a serial number, an old number. */
  params: z.strictObject({ code: line(200) }),
  response: z.object({
    /** What the number is: exact hits first; empty when nothing has it. */
    items: z.array(assetCandidate),
    /** The label's version, when the scanned text carries one. */
    labelVersion: z.string().nullable(),
    /** The text has the shape of a code but its check digits are wrong: a misread or mistyped label. */
    isMisread: z.boolean(),
  }),
});

const cardValue = z.union([z.string(), z.number(), z.null()]);

export const timelineEntry = z.object({
  id: z.string(),
  sequence: z.int(),
  kind: entryKind,
  occurredAt: z.string(),
  recordedAt: z.string(),
  late: z.boolean(),
  actorName: z.string(),
  actorDepartment: z.string().nullable(),
  secondPersonName: z.string().nullable(),
  counterparty: z.string().nullable(),
  basis: z.string().nullable(),
  note: z.string().nullable(),
  from: position,
  to: position,
  /** Which sides differ, so that a page need not compare. */
  changed: z.array(z.enum(['status', 'department', 'holder', 'place'])),
  quantity: z.string(),
  unit: z.string(),
  amountFen: z.int(),
  loanDueOn: z.string().nullable(),
  /**
   * What else the entry says: of idleness and corrections the reason, of repairs fault, outcome and cost, of another
   * code both.
   */
  facts: z.object({
    formerCode: z.string().nullable(),
    code: z.string().nullable(),
    reason: z.string().nullable(),
    fault: z.string().nullable(),
    expectedOn: z.string().nullable(),
    outcome: z.string().nullable(),
    costFen: z.int().nullable(),
    condition: z.string().nullable(),
  }),
  /** Fields of the card before and after, of a correction of the card. */
  cardChanges: z.array(z.object({ field: cardField, from: cardValue, to: cardValue })),
  /** The entry that this one corrects. */
  correctsSequence: z.int().nullable(),
  /** The newest entry that corrects this one. */
  correctedBySequence: z.int().nullable(),
  /** Whether the hand-over was signed for. */
  receipt: z
    .object({
      state: z.enum(['pending', 'signed', 'refused', 'void']),
      receiver: z.string(),
      settledAt: z.string().nullable(),
      method: z.enum(['pin', 'drawn', 'own_list']).nullable(),
    })
    .nullable(),
  hashShort: z.string(),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const readAssetTimeline = declareEndpoint({
  name: 'readAssetTimeline',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/:assetId/timeline',
  permission: 'asset.read',
  tag,
  summary: { zh: '资产全生命周期', en: 'The life of an asset, newest first' },
  params: assetParams,
  query: z.strictObject(pageQuery),
  response: pageOf(timelineEntry).extend({
    /** What happened to the asset's labels in the time of this page, newest first; on the last page, all before too. */
    labelEvents: z.array(labelEvent),
  }),
  refusals: ['ASSET_NOT_FOUND'],
});

export const readAssetAsOf = declareEndpoint({
  name: 'readAssetAsOf',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/:assetId/as-of',
  permission: 'asset.read',
  tag,
  summary: { zh: '资产某时点状态', en: 'An asset as it was' },
  params: assetParams,
  query: z.strictObject({ at: instant(), knownAt: instant().optional() }),
  response: z.object({
    /** null: the asset was not on the books then. */
    state: z
      .object({
        ...position.shape,
        since: z.string(),
        sequence: z.int(),
        /** The card rebuilt from the first entry and its corrections. */
        card: assetCard,
      })
      .nullable(),
  }),
  refusals: ['ASSET_NOT_FOUND'],
});

/** What changes fixed assets, as data: cards, moves, receipts, corrections. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { amountFen, day, line, month, paragraph, quantity, uuid } from '../../platform/fields.ts';
import { ACQUISITION_METHODS, VALUE_KINDS, type AcquisitionMethod, type ValueKind } from './asset-card.ts';
import { optional, paper } from './command-fields.ts';
import { ASSET_STATUSES, type AssetStatus } from './rules.ts';

const TAG = 'fixed-assets';

function keysOf<T extends string>(table: Record<T, unknown>): [T, ...T[]] {
  // why: every table of this module has at least one key, and its keys are its type.
  return Object.keys(table) as [T, ...T[]];
}

export const assetStatus = () => z.enum(keysOf<AssetStatus>(ASSET_STATUSES));
export const classCode = () => z.string().regex(/^A\d{8}$/);

/** The card as a person fills it in. Amounts in fen; months as `2026-11`. */
export const cardFields = {
  name: line(200),
  classCode: classCode(),
  specification: optional(line(500)),
  brand: optional(line(100)),
  model: optional(line(200)),
  manufacturer: optional(line(200)),
  serialNumber: optional(line(100)),
  oldNumber1: optional(line(100)),
  oldNumber2: optional(line(100)),
  unit: line(20).default('件'),
  quantity: quantity()
    .refine((value) => Number(value) > 0)
    .default('1'),
  acquisitionMethod: z.enum(keysOf<AcquisitionMethod>(ACQUISITION_METHODS)),
  acquiredOn: day(),
  inUseOn: optional(day()),
  bookedOn: optional(day()),
  valueKind: z.enum(keysOf<ValueKind>(VALUE_KINDS)).default('original'),
  originalValueFen: amountFen(),
  fiscalFundsFen: optional(amountFen()),
  nonFiscalFundsFen: optional(amountFen()),
  openingDepreciationFen: amountFen().default(0),
  openingDepreciationMonth: optional(month()),
  usefulLifeMonths: optional(z.int().min(1).max(1200)),
  voucherNumber: optional(line(100)),
  procurementForm: optional(line(100)),
  supplier: optional(line(200)),
  contractNumber: optional(line(100)),
  invoiceNumber: optional(line(100)),
  warrantyUntil: optional(day()),
  managingDepartmentId: optional(uuid()),
  parentAssetId: optional(uuid()),
  notes: optional(paragraph(2000)),
};
export const cardInput = z.strictObject(cardFields);

const assetParams = z.strictObject({ assetId: uuid() });
export const stockInAssetsEndpoint = declareEndpoint({
  name: 'stockInAssets',
  kind: 'command',
  method: 'post',
  path: '/fixed-assets',
  permission: 'asset.write',
  tag: TAG,
  summary: { zh: '资产入库建卡', en: 'Stock in: create asset cards' },
  body: z.strictObject({
    card: cardInput,
    /** That many alike, each with its own code; serial numbers are given in order. */
    copies: z.int().min(1).max(500).default(1),
    serialNumbers: z.array(line(100)).max(500).default([]),
    /** Codes of blank labels that are put on the things at once, in order; a thing without one gets a new code. */
    blankCodes: z.array(line(40)).max(500).default([]),
    placeId: optional(uuid()),
    departmentId: optional(uuid()),
    ...paper,
  }),
  response: z.object({ assets: z.array(z.object({ id: z.string(), code: z.string() })) }),
  refusals: [
    'CARD_REFUSED',
    'CLASS_UNKNOWN',
    'PLACE_UNKNOWN',
    'DEPARTMENT_UNKNOWN',
    'PARENT_UNKNOWN',
    'BLANK_CODES_TOO_MANY',
    'BINDINGS_REFUSED',
  ],
});

export const correctCardEndpoint = declareEndpoint({
  name: 'correctAssetCard',
  kind: 'command',
  method: 'patch',
  path: '/fixed-assets/:assetId',
  permission: 'asset.write',
  tag: TAG,
  summary: { zh: '更正资产卡片（原值新值均留痕）', en: 'Correct a card; old and new values are kept' },
  params: assetParams,
  body: z.strictObject({ card: cardInput, reason: paragraph(500) }),
  response: z.object({ id: z.string(), version: z.int(), changedFields: z.array(z.string()) }),
  ifMatch: true,
  refusals: [
    'ASSET_NOT_FOUND',
    'VERSION_STALE',
    'ASSET_DISPOSED',
    'CORRECTION_CHANGES_NOTHING',
    'CLASS_UNKNOWN',
    'PARENT_UNKNOWN',
  ],
});

export const correctEntryEndpoint = declareEndpoint({
  name: 'correctLedgerEntry',
  kind: 'command',
  method: 'post',
  path: '/fixed-assets/:assetId/entries/:sequence/correct',
  permission: 'ledger.correct',
  tag: TAG,
  summary: {
    zh: '更正台账（以更正记录冲正，原记录不动）',
    en: 'Correct a ledger entry by a correcting entry',
  },
  params: z.strictObject({ assetId: uuid(), sequence: z.coerce.number().int().min(1).max(2_147_483_647) }),
  body: z.strictObject({
    reason: paragraph(500),
    basis: line(200).nullable().optional(),
    note: paragraph(1000).nullable().optional(),
    /** The destination, only while no later move stands on it. */
    departmentId: uuid().nullable().optional(),
    holderId: uuid().nullable().optional(),
    placeId: uuid().nullable().optional(),
  }),
  response: z.object({ sequence: z.int() }),
  refusals: [
    'ASSET_NOT_FOUND',
    'ENTRY_UNKNOWN',
    'ENTRY_NOT_CORRECTABLE',
    'ENTRY_CORRECTED_ALREADY',
    'LATER_MOVE_EXISTS',
  ],
});

const pendingReceipt = z.object({
  id: z.string(),
  kind: z.enum(['issue', 'loan', 'transfer']),
  assetId: z.string(),
  code: z.string(),
  name: z.string(),
  specification: z.string().nullable(),
  handedOutAt: z.string(),
  handedOutBy: z.string(),
  loanDueOn: z.string().nullable(),
});

export const listPendingReceiptsEndpoint = declareEndpoint({
  name: 'listPendingReceipts',
  kind: 'query',
  method: 'get',
  path: '/my/receipts',
  permission: 'asset.receive',
  tag: TAG,
  summary: { zh: '我的待签收', en: 'What waits for my signature' },
  response: z.object({ items: z.array(pendingReceipt) }),
});

export const signReceiptsEndpoint = declareEndpoint({
  name: 'signReceipts',
  kind: 'command',
  method: 'post',
  path: '/my/receipts/sign',
  permission: 'asset.receive',
  tag: TAG,
  summary: { zh: '签收', en: 'Sign for what one was given' },
  body: z.strictObject({ receiptIds: z.array(uuid()).min(1).max(200) }),
  response: z.object({ signedCount: z.int() }),
  refusals: ['RECEIPT_UNKNOWN', 'RECEIPT_NOT_YOURS'],
});

export const refuseReceiptEndpoint = declareEndpoint({
  name: 'refuseReceipt',
  kind: 'command',
  method: 'post',
  path: '/my/receipts/:receiptId/refuse',
  permission: 'asset.receive',
  tag: TAG,
  summary: { zh: '拒绝签收', en: 'Refuse what one was given' },
  params: z.strictObject({ receiptId: uuid() }),
  body: z.strictObject({ reason: paragraph(500) }),
  response: z.object({ assetId: z.string() }),
  refusals: ['RECEIPT_UNKNOWN', 'RECEIPT_NOT_YOURS'],
});

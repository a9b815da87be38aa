/** What changes fixed assets, as data: cards, moves, receipts, corrections. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { amountFen, day, instant, line, month, paragraph, quantity, uuid } from '../../platform/fields.ts';
import { ACQUISITION_METHODS, VALUE_KINDS, type AcquisitionMethod, type ValueKind } from './asset-card.ts';
import { ASSET_STATUSES, type AssetStatus } from './rules.ts';

const TAG = 'fixed-assets';
/** How many assets one bulk command takes. */
export const BULK_ASSETS_MAX = 1000;

function keysOf<T extends string>(table: Record<T, unknown>): [T, ...T[]] {
  // why: every table of this module has at least one key, and its keys are its type.
  return Object.keys(table) as [T, ...T[]];
}

export const assetStatus = () => z.enum(keysOf<AssetStatus>(ASSET_STATUSES));
export const classCode = () => z.string().regex(/^A\d{8}$/);
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

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
const moveLine = z.object({
  assetId: z.string(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  verdict: z.string(),
  zh: z.string(),
  en: z.string(),
  fromStatus: z.string().nullable(),
  toStatus: z.string().nullable(),
});
/** A line an asset; on a dry run refused lines are answered, otherwise one of them refuses all. */
export const movesAnswer = z.object({
  written: z.boolean(),
  refusedCount: z.int(),
  lines: z.array(moveLine),
});
export type MovesAnswer = z.output<typeof movesAnswer>;

/** How the receiver signs: now by PIN, now by drawing, or later from their own list. */
export const receiptInput = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('later') }),
  z.strictObject({ method: z.literal('pin'), pin: z.string().regex(/^\d{6}$/) }),
  z.strictObject({
    method: z.literal('drawn'),
    imageDataUrl: z.string().max(400_000).startsWith('data:image/png;base64,'),
  }),
]);
export type ReceiptInput = z.output<typeof receiptInput>;

const assetIds = z.array(uuid()).min(1).max(BULK_ASSETS_MAX);
const paper = {
  occurredAt: instant().optional(),
  basis: optional(line(200)),
  note: optional(paragraph(1000)),
};

const MOVE_REFUSALS = ['LINES_REFUSED', 'DEPARTMENT_UNKNOWN', 'PERSON_UNKNOWN', 'PLACE_UNKNOWN'] as const;
const BULK_BYTES = 1024 * 1024;

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
    placeId: optional(uuid()),
    departmentId: optional(uuid()),
    ...paper,
  }),
  response: z.object({ assets: z.array(z.object({ id: z.string(), code: z.string() })) }),
  refusals: ['CARD_REFUSED', 'CLASS_UNKNOWN', 'PLACE_UNKNOWN', 'DEPARTMENT_UNKNOWN', 'PARENT_UNKNOWN'],
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
    'NOTHING_CHANGES',
    'CLASS_UNKNOWN',
    'PARENT_UNKNOWN',
  ],
});

function declareMove<B extends z.ZodType>(name: string, path: string, zh: string, en: string, body: B) {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path: `/fixed-assets/${path}`,
    permission: 'asset.move',
    tag: TAG,
    summary: { zh, en },
    body,
    response: movesAnswer,
    refusals: MOVE_REFUSALS,
    bodyLimitBytes: BULK_BYTES,
  });
}

export const issueAssetsEndpoint = declareMove(
  'issueAssets',
  'issue',
  '领用',
  'Issue to a person or department',
  z
    .strictObject({
      assetIds,
      departmentId: optional(uuid()),
      holderId: optional(uuid()),
      placeId: uuid().optional(),
      receipt: receiptInput.default({ method: 'later' }),
      ...paper,
    })
    .refine((body) => body.departmentId !== null || body.holderId !== null, { path: ['departmentId'] }),
);

export const returnAssetsEndpoint = declareMove(
  'returnAssets',
  'return',
  '退库',
  'Return to stock',
  z.strictObject({ assetIds, placeId: optional(uuid()), departmentId: uuid().optional(), ...paper }),
);

export const transferAssetsEndpoint = declareMove(
  'transferAssets',
  'transfer',
  '部门间调拨',
  'Transfer between departments or people',
  z.strictObject({
    assetIds,
    departmentId: uuid(),
    holderId: optional(uuid()),
    placeId: uuid().optional(),
    receipt: receiptInput.default({ method: 'later' }),
    ...paper,
  }),
);

export const relocateAssetsEndpoint = declareMove(
  'relocateAssets',
  'relocate',
  '移位',
  'Move to another place',
  z.strictObject({ assetIds, placeId: uuid(), ...paper }),
);

export const lendAssetsEndpoint = declareMove(
  'lendAssets',
  'loan',
  '借用',
  'Lend with a due date',
  z.strictObject({
    assetIds,
    holderId: uuid(),
    dueOn: day(),
    receipt: receiptInput.default({ method: 'later' }),
    ...paper,
  }),
);

export const giveBackAssetsEndpoint = declareMove(
  'giveBackAssets',
  'give-back',
  '归还',
  'Take a loan back',
  z.strictObject({ assetIds, placeId: uuid().optional(), condition: optional(line(200)), ...paper }),
);

export const sendToRepairEndpoint = declareMove(
  'sendAssetsToRepair',
  'send-to-repair',
  '送修',
  'Send to repair',
  z.strictObject({
    assetIds,
    repairer: line(200),
    fault: paragraph(500),
    expectedOn: optional(day()),
    ...paper,
  }),
);

export const takeBackFromRepairEndpoint = declareMove(
  'takeAssetsBackFromRepair',
  'take-back',
  '修复取回',
  'Take back from repair',
  z.strictObject({ assetIds, outcome: paragraph(500), costFen: amountFen().default(0), ...paper }),
);

export const markIdleEndpoint = declareMove(
  'markAssetsIdle',
  'mark-idle',
  '标记闲置',
  'Mark idle, open to reuse',
  z.strictObject({ assetIds, reason: paragraph(500), ...paper }),
);

export const endIdleEndpoint = declareMove(
  'endAssetsIdle',
  'end-idle',
  '解除闲置',
  'End idle',
  z.strictObject({ assetIds, ...paper }),
);

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

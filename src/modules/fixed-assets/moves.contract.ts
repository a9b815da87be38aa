/** Every move of fixed assets, as data: one asset or up to a thousand, all or none. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { amountFen, day, line, paragraph, uuid } from '../../platform/fields.ts';
import { optional, paper } from './command-fields.ts';

const TAG = 'fixed-assets';
/** How many assets one bulk command takes. */
export const BULK_ASSETS_MAX = 1000;

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

const MOVE_REFUSALS = ['LINES_REFUSED', 'DEPARTMENT_UNKNOWN', 'PERSON_UNKNOWN', 'PLACE_UNKNOWN'] as const;
const BULK_BYTES = 1024 * 1024;

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
    isByKey: true,
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

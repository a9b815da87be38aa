/** 裁判处理项: what judgments order about the items of a case. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, paragraph, uuid } from '../../platform/fields.ts';
import { choiceOf, exactQuantity, optional } from '../seized-items/item-input.ts';
import { JUDGMENT_ORDER_IDS, NOTICE_KINDS } from './judgment-orders.ts';

const TAG = 'dispositions';
const caseParams = z.strictObject({ caseId: uuid() });
export const JUDGMENT_LINES_MAX = 500;

/** `waiting`: entered and not confirmed. `in_force`: confirmed; `ahead`: confirmed, and effective on a later day. */
export const LINE_STATES = [
  'waiting',
  'refused',
  'replaced',
  'ahead',
  'in_force',
  'part_done',
  'done',
] as const;

export const countedQuantity = z.object({ quantity: z.string(), unit: z.string() });

export const judgmentLineAnswer = z.object({
  id: z.string(),
  document: z.string(),
  effectiveOn: z.string(),
  lineNumber: z.int(),
  item: z
    .object({
      id: z.string(),
      code: z.string(),
      number: z.int(),
      name: z.string(),
      state: z.string(),
      onHand: z.string(),
      unit: z.string(),
    })
    .nullable(),
  description: z.string(),
  quantity: z.string(),
  unit: z.string(),
  /** As the books count it now: in yuan, where a bank changed the money that the line names. */
  counted: countedQuantity,
  order: z.enum(JUDGMENT_ORDER_IDS),
  beneficiary: z.string().nullable(),
  correctsLineId: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(LINE_STATES),
  carriedOut: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  confirmedByName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  refusalReason: z.string().nullable(),
  carriedOutDocument: z.string().nullable(),
  availableActions: z.array(z.enum(['confirm', 'refuse', 'correct', 'carry_out'])),
});
export type JudgmentLineAnswer = z.output<typeof judgmentLineAnswer>;

const brief = z.object({
  id: z.string(),
  code: z.string(),
  number: z.int(),
  name: z.string(),
  state: z.string(),
  onHand: z.string(),
  unit: z.string(),
});

export const readCaseJudgmentsEndpoint = declareEndpoint({
  name: 'readCaseJudgments',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/judgments',
  permission: 'item.read',
  tag: TAG,
  summary: {
    zh: '本案裁判处理项与例外',
    en: 'Lines of judgments of a case, and what does not fit the stock',
  },
  params: caseParams,
  response: z.object({
    caseId: z.string(),
    lines: z.array(judgmentLineAnswer),
    /** Items that have not ended, for entering lines. */
    items: z.array(brief),
    parties: z.array(z.object({ id: z.string(), name: z.string() })),
    exceptions: z.object({
      forgotten: z.array(brief),
      unmatchedLineIds: z.array(z.string()),
      differing: z.array(brief.extend({ ordered: z.string(), there: z.string() })),
    }),
    notices: z.array(
      z.object({
        id: z.string(),
        document: z.string(),
        organ: z.string(),
        kind: choiceOf(NOTICE_KINDS),
        sentOn: z.string(),
        sentByName: z.string(),
        receiptDocument: z.string().nullable(),
        receivedOn: z.string().nullable(),
      }),
    ),
    availableActions: z.array(z.enum(['enter', 'confirm', 'await', 'send'])),
  }),
  refusals: ['INTAKE_CASE_UNKNOWN'],
});

export const judgmentLineInput = z.strictObject({
  lineNumber: z.int().min(1).max(9999),
  /** null: nothing in the case matches what the judgment names. */
  itemId: optional(uuid()),
  description: line(300),
  quantity: exactQuantity(),
  unit: line(20),
  order: z.enum(JUDGMENT_ORDER_IDS),
  beneficiaryId: optional(uuid()),
  /** An organ, or somebody who is no party. */
  beneficiary: optional(line(200)),
  correctsLineId: optional(uuid()),
  note: optional(paragraph(500)),
});

export const enterJudgmentLinesEndpoint = declareEndpoint({
  name: 'enterJudgmentLines',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/judgment-lines',
  permission: 'judgment.enter',
  tag: TAG,
  summary: { zh: '登记裁判处理项', en: 'Enter lines of a judgment' },
  params: caseParams,
  body: z.strictObject({
    document: line(100),
    effectiveOn: day(),
    lines: z.array(judgmentLineInput).min(1).max(JUDGMENT_LINES_MAX),
  }),
  response: z.object({ lineIds: z.array(z.string()) }),
  refusals: [
    'INTAKE_CASE_UNKNOWN',
    'LEDGER_CLOSED',
    'LINE_NUMBER_TAKEN',
    'LINE_ITEM_UNKNOWN',
    'LINE_UNIT_DIFFERS',
    'BENEFICIARY_MISSING',
    'BENEFICIARY_UNKNOWN',
    'LINE_NOT_FOUND',
    'LINE_ALREADY_DECIDED',
    'LINE_CARRIED_OUT',
    'LINE_ITEM_UNNEEDED',
    'QUANTITY_INVALID',
  ],
});

const lineIds = z.array(uuid()).min(1).max(JUDGMENT_LINES_MAX);

export const confirmJudgmentLinesEndpoint = declareEndpoint({
  name: 'confirmJudgmentLines',
  kind: 'command',
  method: 'post',
  path: '/judgment-lines/confirm',
  permission: 'judgment.confirm',
  tag: TAG,
  summary: { zh: '确认裁判处理项', en: 'Confirm lines of a judgment' },
  body: z.strictObject({ lineIds }),
  response: z.object({ confirmedCount: z.int() }),
  refusals: [
    'LINE_NOT_FOUND',
    'LINE_ALREADY_DECIDED',
    'LINE_CARRIED_OUT',
    'CONFIRMED_BY_ENTERER',
    'CONFIRMED_BY_CUSTODIAN',
  ],
});

export const refuseJudgmentLinesEndpoint = declareEndpoint({
  name: 'refuseJudgmentLines',
  kind: 'command',
  method: 'post',
  path: '/judgment-lines/refuse',
  permission: 'judgment.confirm',
  tag: TAG,
  summary: { zh: '退回裁判处理项', en: 'Return lines of a judgment' },
  body: z.strictObject({ lineIds, reason: paragraph(500) }),
  response: z.object({ refusedCount: z.int() }),
  refusals: ['LINE_NOT_FOUND', 'LINE_ALREADY_DECIDED'],
});

export const carryOutJudgmentLineEndpoint = declareEndpoint({
  name: 'carryOutJudgmentLine',
  kind: 'command',
  method: 'post',
  path: '/judgment-lines/:lineId/carry-out',
  permission: 'judgment.confirm',
  tag: TAG,
  summary: {
    zh: '办结不涉在管物品的处理项',
    en: 'Say that a line about nothing that is kept was carried out',
  },
  params: z.strictObject({ lineId: uuid() }),
  body: z.strictObject({ document: line(200) }),
  response: z.object({ carriedOut: z.boolean() }),
  refusals: ['LINE_NOT_FOUND', 'LINE_ALREADY_DECIDED', 'LINE_CONCERNS_A_THING'],
});

export const sendJudgmentEndpoint = declareEndpoint({
  name: 'sendJudgment',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/judgment-notices',
  permission: 'disposition.prepare',
  tag: TAG,
  summary: {
    zh: '登记判决已送扣押机关、金融机构',
    en: 'Say that the judgment was sent to the seizing organ or to a bank',
  },
  params: caseParams,
  body: z.strictObject({
    document: line(100),
    organ: line(200),
    kind: choiceOf(NOTICE_KINDS).default('seizing_organ'),
    sentOn: day(),
  }),
  response: z.object({ id: z.string() }),
  refusals: ['INTAKE_CASE_UNKNOWN', 'NOTICE_IN_FUTURE'],
});

export const receiveJudgmentReceiptEndpoint = declareEndpoint({
  name: 'receiveJudgmentReceipt',
  kind: 'command',
  method: 'post',
  path: '/judgment-notices/:judgmentNoticeId/receipt',
  permission: 'disposition.prepare',
  tag: TAG,
  summary: { zh: '登记执行回单', en: 'Record the receipt of the seizing organ' },
  params: z.strictObject({ judgmentNoticeId: uuid() }),
  body: z.strictObject({ document: line(200), receivedOn: day() }),
  response: z.object({ received: z.boolean() }),
  refusals: ['DISPOSITION_NOT_FOUND', 'RECEIPT_KNOWN', 'NOTICE_IN_FUTURE'],
});

/** Blank labels (空白标签): codes issued before their things are known, in batches. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  line,
  pageOf,
  pageQuery,
  paragraph,
  queryInteger,
  queryList,
  reason,
  uuid,
} from '../../platform/fields.ts';
import { CODE_STATE_KEYS } from './code-states.ts';
import { itemCodeKind } from './scan.contract.ts';

const tag = 'item-codes';
export const BATCH_CODES_MAX = 20_000;
const codeState = z.enum(CODE_STATE_KEYS);
const batchParams = z.strictObject({ batchId: uuid() });

export const codeBatch = z.object({
  id: z.string(),
  kind: itemCodeKind,
  codeCount: z.int(),
  firstCode: z.string(),
  lastCode: z.string(),
  note: z.string().nullable(),
  createdByName: z.string(),
  createdAt: z.string(),
  /** How many of its codes are in each state now. */
  counts: z.object({ issued: z.int(), printed: z.int(), bound: z.int(), void: z.int() }),
  /** What this person may do with the batch as it stands. */
  availableActions: z.array(z.enum(['print', 'download', 'bind', 'void'])),
});
export type CodeBatch = z.output<typeof codeBatch>;

export const issueCodeBatchEndpoint = declareEndpoint({
  name: 'issueCodeBatch',
  kind: 'command',
  method: 'post',
  path: '/code-batches',
  permission: 'label.print',
  tag,
  summary: { zh: '发放一批空白标签编码', en: 'Issue a batch of codes for blank labels' },
  body: z.strictObject({
    kind: itemCodeKind,
    count: z.int().min(1).max(BATCH_CODES_MAX),
    /** What the batch is for. */
    note: line(200).nullable().default(null),
  }),
  response: codeBatch,
});

export const listCodeBatchesEndpoint = declareEndpoint({
  name: 'listCodeBatches',
  kind: 'query',
  method: 'get',
  path: '/code-batches',
  permission: 'label.read',
  tag,
  summary: { zh: '空白标签批次', en: 'Batches of blank labels, newest first' },
  query: z.strictObject({ ...pageQuery, limit: queryInteger(1, 50).default(20) }),
  response: pageOf(codeBatch),
});

export const readCodeBatchEndpoint = declareEndpoint({
  name: 'readCodeBatch',
  kind: 'query',
  method: 'get',
  path: '/code-batches/:batchId',
  permission: 'label.read',
  tag,
  summary: { zh: '一批空白标签', en: 'One batch of blank labels' },
  params: batchParams,
  response: codeBatch,
  refusals: ['BATCH_NOT_FOUND'],
});

export const batchCode = z.object({
  code: z.string(),
  state: codeState,
  labelVersion: z.string().nullable(),
  boundAt: z.string().nullable(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  /** What it is bound to; null also when this person may not read the thing. */
  thing: z
    .object({
      id: z.string(),
      title: z.string(),
      subtitle: z.object({ zh: z.string(), en: z.string() }).nullable(),
    })
    .nullable(),
});
export type BatchCode = z.output<typeof batchCode>;

export const listBatchCodesEndpoint = declareEndpoint({
  name: 'listBatchCodes',
  kind: 'query',
  method: 'get',
  path: '/code-batches/:batchId/codes',
  permission: 'label.read',
  tag,
  summary: { zh: '一批空白标签的编码', en: 'The codes of a batch, in the order of issue' },
  params: batchParams,
  query: z.strictObject({ ...pageQuery, state: queryList(codeState, 4).optional() }),
  response: pageOf(batchCode),
  refusals: ['BATCH_NOT_FOUND'],
});

export const exportCodeBatchEndpoint = declareEndpoint({
  name: 'exportCodeBatch',
  kind: 'download',
  method: 'get',
  path: '/code-batches/:batchId/codes/export',
  permission: 'label.print',
  tag,
  summary: {
    zh: '导出可用编码，供印刷厂印制',
    en: 'The codes that can still be used, as a file for a print shop',
  },
  params: batchParams,
  query: z.strictObject({
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  response: z.unknown(),
  refusals: ['BATCH_NOT_FOUND'],
});

/** In any spacing or case, with or without the label's version. */
const typedCode = () => line(40);

export const voidBatchCodesEndpoint = declareEndpoint({
  name: 'voidBatchCodes',
  kind: 'command',
  method: 'post',
  path: '/code-batches/:batchId/void',
  permission: 'label.bind',
  tag,
  summary: { zh: '作废空白标签（支持试算）', en: 'Void blank labels; with dryRun=true only count them' },
  params: batchParams,
  body: z.strictObject({
    /** Single codes, a range with both ends, or whatever of the batch is not bound yet. */
    what: z.discriminatedUnion('which', [
      z.strictObject({ which: z.literal('codes'), codes: z.array(typedCode()).min(1).max(1000) }),
      z.strictObject({ which: z.literal('range'), from: typedCode(), to: typedCode() }),
      z.strictObject({ which: z.literal('rest') }),
    ]),
    reason: reason(),
  }),
  response: z.object({ written: z.boolean(), voidedCount: z.int() }),
  refusals: ['BATCH_NOT_FOUND', 'CODES_REFUSED', 'CODE_RANGE_BACKWARDS', 'NOTHING_TO_VOID'],
});

/** How many pairs one command binds. */
export const BINDINGS_MAX = 1000;

const bindingLine = z.object({
  /** The folded code, or the text as given when it is none. */
  code: z.string(),
  subjectKind: itemCodeKind,
  subjectId: z.string(),
  title: z.string().nullable(),
  /** The code that the thing carries until then and that gives way. */
  formerCode: z.string().nullable(),
  verdict: z.string(),
  zh: z.string(),
  en: z.string(),
});
export const bindingsAnswer = z.object({
  written: z.boolean(),
  refusedCount: z.int(),
  lines: z.array(bindingLine),
});
export type BindingsAnswer = z.output<typeof bindingsAnswer>;

export const bindLabelsEndpoint = declareEndpoint({
  name: 'bindLabels',
  kind: 'command',
  method: 'post',
  path: '/label-bindings',
  permission: 'label.bind',
  tag,
  summary: {
    zh: '绑定标签与实物（支持试算，全部或全不）',
    en: 'Bind blank labels to things, all or none; with dryRun=true only the verdicts',
  },
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          code: typedCode(),
          subjectKind: itemCodeKind,
          subjectId: uuid(),
          /** Asked for when the thing carries a label already. */
          reason: paragraph(500).nullable().default(null),
        }),
      )
      .min(1)
      .max(BINDINGS_MAX),
  }),
  response: bindingsAnswer,
  refusals: ['BINDINGS_REFUSED'],
});

/** Print jobs: what is printed, by whom and why, and how far it came. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, pageOf, pageQuery, queryList, reason, uuid } from '../../platform/fields.ts';
import { itemCodeKind } from '../item-codes/scan.contract.ts';
import { REPLACEMENT_REASON_KEYS } from '../item-codes/label-version.ts';
import {
  CODE_FORMS,
  COPIES_MAX,
  JOB_LABEL_STATES,
  JOB_LABELS_MAX,
  PRINT_JOB_ACTIONS,
  PRINT_JOB_STATES,
  PRINT_OUTPUTS,
  PRINT_PURPOSES,
  type JobLabelState,
  type PrintJobState,
  type PrintPurpose,
} from './print-job.rules.ts';
import { printerDpi } from './printers.contract.ts';

const tag = 'labels';
export const printJobParams = z.strictObject({ jobId: uuid() });
// why: the keys of a literal object are its states and purposes.
const JOB_STATES = Object.keys(PRINT_JOB_STATES) as [PrintJobState, ...PrintJobState[]];
const LABEL_STATES = Object.keys(JOB_LABEL_STATES) as [JobLabelState, ...JobLabelState[]];
const PURPOSES = Object.keys(PRINT_PURPOSES) as [PrintPurpose, ...PrintPurpose[]];
export const jobLabelState = z.enum(LABEL_STATES);
const BODY_BYTES = 2 * 1024 * 1024;

const sentence = { code: z.string(), zh: z.string(), en: z.string() };
/** A problem of one label; `path` names the element of the template, `elements.2`. */
const drawingProblem = z.object({ path: z.string(), ...sentence });

/** How it is printed; the same whatever is chosen. */
export const printChoices = {
  purpose: z.enum(PURPOSES),
  /** Why it is printed again; needed for a reprint, and for a replacement whose reason is `other`. */
  reason: reason().optional(),
  /** Needed for a replacement. */
  replacementReason: z.enum(REPLACEMENT_REASON_KEYS).optional(),
  templateKey: line(60),
  /** null: a file for whoever prints it. */
  printerId: uuid().nullable().default(null),
  /** Of the file; a printer has its own language. */
  output: z.enum(PRINT_OUTPUTS).default('pdf'),
  /** Of the file; a printer has its own head. */
  dpi: printerDpi.default(300),
  /** Cells of the first sheet that are used already. */
  skipCells: z.int().min(0).max(1000).default(0),
  copies: z.int().min(1).max(COPIES_MAX).default(1),
  /** What two-dimensional codes hold: as the template says, the code, or the link that any phone's camera opens. */
  codeForm: z.enum(CODE_FORMS).default('template'),
  /** Leaves out things that cannot be labelled, instead of refusing all. */
  skipRefused: z.boolean().default(false),
};

export const printJob = z.object({
  id: z.string(),
  state: z.enum(JOB_STATES),
  purpose: z.enum(PURPOSES),
  reason: z.string().nullable(),
  replacementReason: z.enum(REPLACEMENT_REASON_KEYS).nullable(),
  kind: itemCodeKind,
  batchId: z.string().nullable(),
  printer: z.object({ id: z.string(), name: z.string() }).nullable(),
  output: z.enum(PRINT_OUTPUTS),
  template: z.object({
    key: z.string(),
    version: z.int(),
    name: z.object({ zh: z.string(), en: z.string() }),
    sizeMm: z.object({ width: z.number(), height: z.number() }),
  }),
  copies: z.int(),
  skipCells: z.int(),
  codeForm: z.enum(CODE_FORMS),
  labelCount: z.int(),
  /** How many labels stand how. */
  counts: z.record(jobLabelState, z.int()),
  /** Why the sending broke off; of a job that was sent, what is to be known about it. */
  failure: z.object(sentence).nullable(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  version: z.int(),
  availableActions: z.array(z.enum(PRINT_JOB_ACTIONS)),
});
export type PrintJobAnswer = z.output<typeof printJob>;

/** How many of a list the answer shows. */
export const PLAN_ITEMS_MAX = 200;

export const printPlan = z.object({
  labelCount: z.int(),
  /** Sheets of the file; null when it has none. */
  sheetCount: z.int().nullable(),
  /** In walking order: building, floor, room, then name; the first 200. */
  labels: z.array(
    z.object({
      position: z.int(),
      /** null: a blank label. */
      thingId: z.string().nullable(),
      code: z.string(),
      version: z.string(),
      title: z.string().nullable(),
      place: z.string().nullable(),
    }),
  ),
  /** Things that get no label, and why; the first 200. */
  refusedCount: z.int(),
  refused: z.array(
    z.object({ thingId: z.string().nullable(), itemCode: z.string().nullable(), ...sentence }),
  ),
  /** Labels that cannot be drawn, and why; the first 200. */
  undrawableCount: z.int(),
  undrawable: z.array(
    z.object({ thingId: z.string().nullable(), itemCode: z.string(), problems: z.array(drawingProblem) }),
  ),
  /** Labels that are drawn with something shortened; the first 200. */
  warningCount: z.int(),
  warnings: z.array(
    z.object({ thingId: z.string().nullable(), itemCode: z.string(), problems: z.array(drawingProblem) }),
  ),
});
export type PrintPlan = z.output<typeof printPlan>;

/** The job, or null on a dry run; and what it comes to. */
export const createdPrintJob = z.object({ job: printJob.nullable(), plan: printPlan });
export type CreatedPrintJob = z.output<typeof createdPrintJob>;

export const CREATE_REFUSALS = [
  'PRINT_PURPOSE_DIFFERS',
  'PRINT_REASON_MISSING',
  'PRINT_ONE_COPY',
  'TEMPLATE_NOT_FOUND',
  'TEMPLATE_NOT_FOR_KIND',
  'PRINTER_NOT_FOUND',
  'PRINTER_CLOSED',
  'PRINTER_ADDRESS_NOT_ALLOWED',
  'PRINTER_PORT_NOT_ALLOWED',
  'TEMPLATE_NOT_OF_PRINTER',
  'TEMPLATE_IS_SHEET',
  'PRINT_SKIPS_SHEET',
  'PRINT_NOTHING_CHOSEN',
  'PRINT_TOO_MANY',
  'PRINT_THINGS_REFUSED',
];

export const createPrintJobEndpoint = declareEndpoint({
  name: 'createPrintJob',
  kind: 'command',
  method: 'post',
  path: '/print-jobs',
  permission: 'label.print',
  tag,
  summary: {
    zh: '打印标签（支持试算）',
    en: 'Print labels of things or of a batch of blank labels; with dryRun=true only say what would be printed',
  },
  body: z.strictObject({
    selection: z.union([
      z.strictObject({ kind: itemCodeKind, ids: z.array(uuid()).min(1).max(JOB_LABELS_MAX) }),
      z.strictObject({ batchId: uuid() }),
    ]),
    ...printChoices,
  }),
  response: createdPrintJob,
  refusals: CREATE_REFUSALS,
  bodyLimitBytes: BODY_BYTES,
});

export const listPrintJobsEndpoint = declareEndpoint({
  name: 'listPrintJobs',
  kind: 'query',
  method: 'get',
  path: '/print-jobs',
  permission: 'label.read',
  tag,
  summary: { zh: '打印记录', en: 'Print jobs of the court, newest first' },
  query: z.strictObject({ ...pageQuery, state: queryList(z.enum(JOB_STATES), 7).optional() }),
  response: pageOf(printJob),
});

export const countPrintJobsEndpoint = declareEndpoint({
  name: 'countPrintJobs',
  kind: 'query',
  method: 'get',
  path: '/print-jobs/counts',
  permission: 'label.read',
  tag,
  summary: { zh: '待办打印任务数', en: 'How many print jobs wait for a person' },
  response: z.object({
    /** Sent; somebody has to say what came out. */
    toConfirm: z.int(),
    interrupted: z.int(),
    /** Files that nobody has confirmed, and jobs that were never sent. */
    ready: z.int(),
    atWork: z.int(),
  }),
});

export const readPrintJobEndpoint = declareEndpoint({
  name: 'readPrintJob',
  kind: 'query',
  method: 'get',
  path: '/print-jobs/:jobId',
  permission: 'label.read',
  tag,
  summary: { zh: '一次打印及其进度', en: 'One print job with its progress' },
  params: printJobParams,
  response: printJob,
  refusals: ['PRINT_JOB_NOT_FOUND'],
});

export const listPrintJobLabelsEndpoint = declareEndpoint({
  name: 'listPrintJobLabels',
  kind: 'query',
  method: 'get',
  path: '/print-jobs/:jobId/labels',
  permission: 'label.read',
  tag,
  summary: { zh: '打印任务中的标签', en: 'The labels of a job, in the order in which they come out' },
  params: printJobParams,
  query: z.strictObject({
    ...pageQuery,
    state: queryList(jobLabelState, 6).optional(),
    /** The label of this code, as scanned or typed. */
    code: line(400).optional(),
  }),
  response: pageOf(
    z.object({
      position: z.int(),
      code: z.string(),
      version: z.string(),
      state: jobLabelState,
      /** What stands on it, by field. */
      fields: z.record(z.string(), z.string()),
      failure: z.object({ problems: z.array(drawingProblem) }).nullable(),
    }),
  ),
  refusals: ['PRINT_JOB_NOT_FOUND'],
});

export const downloadPrintJobEndpoint = declareEndpoint({
  name: 'downloadPrintJob',
  kind: 'download',
  method: 'get',
  path: '/print-jobs/:jobId/file',
  permission: 'label.print',
  tag,
  summary: {
    zh: '下载打印文件（不视为已打印）',
    en: 'The file of the job; downloading marks nothing as printed',
  },
  params: printJobParams,
  response: z.unknown(),
  refusals: ['PRINT_JOB_NOT_FOUND', 'PRINT_NOTHING_WAITS'],
});

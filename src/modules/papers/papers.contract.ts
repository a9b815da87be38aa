/** Papers: what waits to be issued, issuing, printing, scans, voiding, the register. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { pageOf, pageQuery, paragraph, queryInteger, reason, uuid } from '../../platform/fields.ts';
import { PAPER_FORM_IDS } from './paper-forms.ts';

const tag = 'papers';
const MEBIBYTE = 1024 * 1024;
export const PAPER_SCAN_BYTES_MAX = 50 * MEBIBYTE;
/** After that a copy is recorded anew. */
export const PRINT_OPEN_MINUTES = 15;

const formId = () => z.enum(PAPER_FORM_IDS);
const paperParams = z.strictObject({ paperId: uuid() });
const year = () => queryInteger(2000, 2999);

export const paperSummary = z.object({
  id: z.string(),
  courtId: z.int(),
  form: z.string(),
  number: z.string(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  occurredAt: z.string(),
  itemCount: z.int(),
  isSensitive: z.boolean(),
  issuedAt: z.string(),
  issuedByName: z.string(),
  printCount: z.int(),
  scanCount: z.int(),
  voidedAt: z.string().nullable(),
  voidedByName: z.string().nullable(),
  voidReason: z.string().nullable(),
  /** Things on it whose disposition was reversed after it was issued: it is overtaken, and says what it said. */
  reversedCount: z.int(),
});
export type PaperSummary = z.output<typeof paperSummary>;

/** An event, approval or count of which a paper can be made and none valid is. */
const paperOffer = z.object({
  form: z.string(),
  subject: z.object({ sequence: z.int().optional(), requestId: z.string().optional() }),
  occurredAt: z.string(),
  itemIds: z.array(z.string()),
  firstItem: z.string(),
  itemCount: z.int(),
  /** The paper that was voided and waits to be made anew. */
  replacesId: z.string().nullable(),
});
export type PaperOffer = z.output<typeof paperOffer>;

export const listCasePapersEndpoint = declareEndpoint({
  name: 'listCasePapers',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/papers',
  permission: 'paper.read',
  tag,
  summary: { zh: '案件的文书与待出具的文书', en: 'Papers of a case, and those that wait to be issued' },
  params: z.strictObject({ caseId: uuid() }),
  query: z.strictObject({
    /** Only what concerns the item. */
    itemId: uuid().optional(),
  }),
  response: z.object({
    papers: z.array(paperSummary),
    offers: z.array(paperOffer),
    mayIssue: z.boolean(),
    mayPrint: z.boolean(),
    isSensitive: z.boolean(),
  }),
  refusals: ['PAPER_CASE_UNKNOWN'],
});

const texts = z
  .strictObject({
    recipient: paragraph(200).optional(),
    demand: paragraph(1000).optional(),
    opinion: paragraph(1000).optional(),
    body: paragraph(8000).optional(),
    note: paragraph(1000).optional(),
  })
  .default({});

export const issuePaperEndpoint = declareEndpoint({
  name: 'issuePaper',
  kind: 'command',
  method: 'post',
  path: '/papers',
  permission: 'paper.issue',
  tag,
  summary: { zh: '出具文书', en: 'Issue a paper' },
  body: z.strictObject({
    form: formId(),
    /** Left out for papers of a room. */
    caseId: uuid().optional(),
    /** One entry of the event. */
    sequence: z.int().min(1).max(2_147_483_647).optional(),
    requestId: uuid().optional(),
    handoverId: uuid().optional(),
    itemIds: z.array(uuid()).max(500).default([]),
    texts,
    /** The voided paper that this one stands in for. */
    replacesId: uuid().optional(),
  }),
  response: z.object({ id: z.string(), number: z.string() }),
  refusals: [
    ...[
      'PAPER_CASE_UNKNOWN',
      'PAPER_NAMES_HIDDEN',
      'PAPER_SUBJECT_UNKNOWN',
      'PAPER_SUBJECT_REVERSED',
      'PAPER_SUBJECT_WRONG',
    ],
    ...[
      'PAPER_ITEMS_UNKNOWN',
      'PAPER_ITEM_ONE',
      'PAPER_ITEM_UNSEALED',
      'PAPER_ITEMS_NONE',
      'PAPER_COUNT_OPEN',
    ],
    ...['PAPER_HANDOVER_OPEN', 'PAPER_TEXT_MISSING', 'PAPER_ALREADY_ISSUED'],
  ],
});

export const readPaperEndpoint = declareEndpoint({
  name: 'readPaper',
  kind: 'query',
  method: 'get',
  path: '/papers/:paperId',
  permission: 'paper.read',
  tag,
  summary: { zh: '一份文书', en: 'One paper with its copies and scans' },
  params: paperParams,
  response: z.object({
    ...paperSummary.shape,
    contentSha256: z.string(),
    /** What is kept is still what was issued. */
    isIntact: z.boolean(),
    replaces: z.object({ id: z.string(), number: z.string() }).nullable(),
    replacedBy: z.object({ id: z.string(), number: z.string() }).nullable(),
    prints: z.array(
      z.object({
        id: z.string(),
        copyNumber: z.int(),
        printedAt: z.string(),
        printedByName: z.string(),
        reason: z.string(),
        /** The person may still open it. */
        isOpen: z.boolean(),
      }),
    ),
    scans: z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        sizeBytes: z.int(),
        sha256: z.string(),
        uploadedAt: z.string(),
      }),
    ),
    availableActions: z.array(z.enum(['print', 'scan', 'void'])),
  }),
  refusals: ['PAPER_NOT_FOUND'],
});

export const printPaperEndpoint = declareEndpoint({
  name: 'printPaper',
  kind: 'command',
  method: 'post',
  path: '/papers/:paperId/prints',
  permission: 'paper.print',
  tag,
  summary: { zh: '登记打印一份文书', en: 'Record a printed copy of a paper' },
  params: paperParams,
  body: z.strictObject({ reason: reason() }),
  response: z.object({ printId: z.string(), copyNumber: z.int() }),
  refusals: ['PAPER_NOT_FOUND', 'PAPER_NAMES_HIDDEN', 'PAPER_VOIDED', 'PAPER_CONTENT_DAMAGED'],
});

export const downloadPrintEndpoint = declareEndpoint({
  name: 'downloadPaperPrint',
  kind: 'download',
  method: 'get',
  path: '/papers/:paperId/prints/:printId',
  permission: 'paper.print',
  tag,
  summary: { zh: '打开登记的打印件（PDF）', en: 'The recorded copy as PDF' },
  params: z.strictObject({ paperId: uuid(), printId: uuid() }),
  response: z.unknown(),
  refusals: [...['PAPER_NOT_FOUND', 'PAPER_NAMES_HIDDEN', 'PAPER_PRINT_NOT_YOURS', 'PAPER_CONTENT_DAMAGED']],
});

export const voidPaperEndpoint = declareEndpoint({
  name: 'voidPaper',
  kind: 'command',
  method: 'post',
  path: '/papers/:paperId/void',
  permission: 'paper.issue',
  tag,
  summary: { zh: '作废文书', en: 'Void a paper' },
  params: paperParams,
  body: z.strictObject({ reason: reason() }),
  response: z.object({ id: z.string() }),
  refusals: ['PAPER_NOT_FOUND', 'PAPER_VOIDED'],
});

export const uploadScanEndpoint = declareEndpoint({
  name: 'uploadPaperScan',
  kind: 'upload',
  method: 'post',
  path: '/papers/:paperId/scans',
  permission: 'paper.issue',
  tag,
  summary: { zh: '上传签字扫描件（50 MB 以内）', en: 'Upload the scan of a signed paper (50 MB)' },
  params: paperParams,
  response: z.object({ id: z.string(), sha256: z.string() }),
  refusals: ['PAPER_NOT_FOUND', 'PAPER_VOIDED', 'PAPER_SCAN_REFUSED', 'BODY_TOO_LARGE'],
  bodyLimitBytes: PAPER_SCAN_BYTES_MAX,
});

export const downloadScanEndpoint = declareEndpoint({
  name: 'downloadPaperScan',
  kind: 'download',
  method: 'get',
  path: '/papers/:paperId/scans/:fileId',
  permission: 'paper.print',
  tag,
  summary: { zh: '下载签字扫描件', en: 'Download the scan of a signed paper' },
  params: z.strictObject({ paperId: uuid(), fileId: uuid() }),
  response: z.unknown(),
  refusals: ['PAPER_NOT_FOUND', 'PAPER_NAMES_HIDDEN', 'PAPER_SCAN_NOT_FOUND'],
});

export const listPapersEndpoint = declareEndpoint({
  name: 'listPapers',
  kind: 'query',
  method: 'get',
  path: '/papers',
  permission: 'paper.read',
  tag,
  summary: { zh: '文书登记簿', en: 'The register of papers, the latest first' },
  query: z.strictObject({ year: year(), form: formId().optional(), ...pageQuery }),
  response: pageOf(paperSummary),
});

export const readRegisterEndpoint = declareEndpoint({
  name: 'readPaperRegister',
  kind: 'query',
  method: 'get',
  path: '/papers/register',
  permission: 'paper.read',
  tag,
  summary: { zh: '文书编号连续性', en: 'Numbers of papers by form, and whether any is missing' },
  query: z.strictObject({ year: year() }),
  response: z.object({
    year: z.int(),
    forms: z.array(
      z.object({
        form: z.string(),
        lastSerial: z.int(),
        issuedCount: z.int(),
        voidedCount: z.int(),
        missingSerials: z.array(z.int()),
      }),
    ),
  }),
});

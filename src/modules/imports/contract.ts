/** Importing files: upload, map, check, import, reconcile. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, pageOf, pageQuery, queryInteger, uuid } from '../../platform/fields.ts';
import { importRun, nameFinding, rowProblem, runSummary } from './answers.contract.ts';
import { IMPORT_TARGET_IDS } from './import-fields.ts';
import { IMPORT_SETTINGS, READING_CHOICES } from './import-settings.ts';
import { MAPPING } from './mapping.ts';

const tag = 'imports';
const permission = 'import.use';
const importParams = z.strictObject({ importId: uuid() });
/** Largest file. */
export const IMPORT_FILE_BYTES_MAX = 50 * 1024 * 1024;
const CHECK_BODY_BYTES = 4 * 1024 * 1024;

export const receiveImportEndpoint = declareEndpoint({
  name: 'receiveImport',
  kind: 'upload',
  method: 'post',
  path: '/imports',
  permission,
  tag,
  summary: {
    zh: '上传要导入的文件（xlsx、csv），随即读取并检查',
    en: 'Upload a file to import; it is read and, where its layout is known, checked',
  },
  query: z.strictObject({ target: z.enum(IMPORT_TARGET_IDS).default('fixed_assets') }),
  response: importRun,
  refusals: ['BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED', 'IMPORT_TARGET_NOT_YOURS'],
  bodyLimitBytes: IMPORT_FILE_BYTES_MAX,
});

export const listImportsEndpoint = declareEndpoint({
  name: 'listImports',
  kind: 'query',
  method: 'get',
  path: '/imports',
  permission,
  tag,
  summary: { zh: '历次导入', en: 'Imports of the court, newest first' },
  query: z.strictObject(pageQuery),
  response: pageOf(runSummary),
});

export const findImportEndpoint = declareEndpoint({
  name: 'findImport',
  kind: 'query',
  method: 'get',
  path: '/imports/:importId',
  permission,
  tag,
  summary: { zh: '一次导入及其进度', en: 'One import with its progress' },
  params: importParams,
  response: importRun,
  refusals: ['IMPORT_NOT_FOUND'],
});

const STEP_REFUSALS = ['IMPORT_NOT_FOUND', 'IMPORT_BUSY', 'IMPORT_FINISHED', 'IMPORT_FILE_GONE'];

export const readImportEndpoint = declareEndpoint({
  name: 'readImport',
  kind: 'command',
  method: 'post',
  path: '/imports/:importId/read',
  permission,
  tag,
  summary: {
    zh: '重新读取：指定工作表、表头行、编码或分隔符',
    en: 'Read again with another sheet, header row, encoding or separator',
  },
  params: importParams,
  body: READING_CHOICES,
  response: importRun,
  refusals: STEP_REFUSALS,
});

export const checkImportEndpoint = declareEndpoint({
  name: 'checkImport',
  kind: 'command',
  method: 'post',
  path: '/imports/:importId/check',
  permission,
  tag,
  summary: {
    zh: '检查（试运行）：逐行列出问题，不写入',
    en: 'Check: the same way as the import, nothing is written, every problem of every row is listed',
  },
  params: importParams,
  body: z.strictObject({
    /** Otherwise as recognised, kept or chosen before. */
    columns: MAPPING.shape.columns.optional(),
    settings: IMPORT_SETTINGS.optional(),
  }),
  response: importRun,
  refusals: [...STEP_REFUSALS, 'IMPORT_NOT_READ', 'IMPORT_COLUMNS_MISSING', 'IMPORT_COLUMNS_DIFFER'],
  bodyLimitBytes: CHECK_BODY_BYTES,
});

export const runImportEndpoint = declareEndpoint({
  name: 'runImport',
  kind: 'command',
  method: 'post',
  path: '/imports/:importId/import',
  permission,
  tag,
  summary: {
    zh: '正式导入：默认全部写入或全部不写入',
    en: 'Import what was checked: all rows or none, or the good rows only',
  },
  params: importParams,
  body: z.strictObject({ goodRowsOnly: z.boolean().default(false) }),
  response: importRun,
  refusals: [...STEP_REFUSALS, 'IMPORT_NOT_CHECKED', 'IMPORT_ROWS_REFUSED', 'VERSION_STALE'],
  ifMatch: true,
});

export const cancelImportEndpoint = declareEndpoint({
  name: 'cancelImport',
  kind: 'command',
  method: 'post',
  path: '/imports/:importId/cancel',
  permission,
  tag,
  summary: { zh: '取消导入，未完成的写入全部撤回', en: 'Cancel; what was not finished is not written' },
  params: importParams,
  response: importRun,
  refusals: ['IMPORT_NOT_FOUND', 'IMPORT_FINISHED'],
});

export const listImportProblemsEndpoint = declareEndpoint({
  name: 'listImportProblems',
  kind: 'query',
  method: 'get',
  path: '/imports/:importId/problems',
  permission,
  tag,
  summary: { zh: '每一行的问题', en: 'Every problem of every row' },
  params: importParams,
  query: z.strictObject({
    ...pageQuery,
    code: line(60).optional(),
    severity: z.enum(['refused', 'notice']).optional(),
    /** Of one row of the file. */
    rowNumber: queryInteger(1, 10_000_000).optional(),
  }),
  response: pageOf(rowProblem),
  refusals: ['IMPORT_NOT_FOUND'],
});

export const listImportNamesEndpoint = declareEndpoint({
  name: 'listImportNames',
  kind: 'query',
  method: 'get',
  path: '/imports/:importId/names',
  permission,
  tag,
  summary: {
    zh: '待对应的部门、人员、位置、分类',
    en: 'Departments, people, places and classes of the file that need a decision or a look',
  },
  params: importParams,
  query: z.strictObject({ ...pageQuery, limit: queryInteger(1, 500).default(200) }),
  response: pageOf(nameFinding),
  refusals: ['IMPORT_NOT_FOUND'],
});

const languageQuery = z.strictObject({ language: z.enum(['zh', 'en']).default('zh') });

export const downloadRefusedRowsEndpoint = declareEndpoint({
  name: 'downloadRefusedRows',
  kind: 'download',
  method: 'get',
  path: '/imports/:importId/refused-rows',
  permission,
  tag,
  summary: {
    zh: '下载不能导入的行（原版式，附原因列）',
    en: 'The refused rows in the layout they came in, with a column of reasons',
  },
  params: importParams,
  query: languageQuery,
  response: z.unknown(),
  refusals: ['IMPORT_NOT_FOUND', 'IMPORT_FILE_GONE', 'IMPORT_NOTHING_REFUSED'],
});

export const downloadImportTemplateEndpoint = declareEndpoint({
  name: 'downloadImportTemplate',
  kind: 'download',
  method: 'get',
  path: '/import-template',
  permission,
  tag,
  summary: { zh: '下载导入模板', en: 'The template of an import' },
  query: languageQuery.extend({ target: z.enum(IMPORT_TARGET_IDS).default('fixed_assets') }),
  response: z.unknown(),
});

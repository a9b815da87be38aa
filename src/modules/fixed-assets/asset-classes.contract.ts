/** The table of asset classes: reading it, and importing the full official one. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, queryInteger } from '../../platform/fields.ts';

const tag = 'asset-classes';
const IMPORT_BYTES_MAX = 10 * 1024 * 1024;

export const assetClass = z.object({
  code: z.string(),
  name: z.string(),
  /** Names from the top, `设备 / 信息化设备 / 计算机`. */
  path: z.string(),
  parentCode: z.string().nullable(),
  hasClassesBelow: z.boolean(),
  edition: z.string(),
  /** false: not yet checked against the official text, shown as 待核. */
  sourced: z.boolean(),
  imported: z.boolean(),
  /** What the row itself says. */
  depreciationYears: z.int().nullable(),
  /** What holds, from the nearest class above that says it; null: not depreciated. */
  usefulLifeMonths: z.int().nullable(),
});

export const listAssetClassesEndpoint = declareEndpoint({
  name: 'listAssetClasses',
  kind: 'query',
  method: 'get',
  path: '/asset-classes',
  permission: 'asset.read',
  tag,
  summary: { zh: '资产分类（GB/T 14885）', en: 'Asset classes of GB/T 14885, in the order of their codes' },
  query: z.strictObject({
    /** The start of a code, or part of a name. */
    q: line(100).optional(),
    /** A code: only what stands directly below it; `root` for the top. */
    parentCode: z.union([z.string().regex(/^A\d{8}$/), z.literal('root')]).optional(),
    limit: queryInteger(1, 10_000).default(10_000),
  }),
  response: z.object({
    items: z.array(assetClass),
    total: z.int(),
    /** The editions that the whole table was taken from, and how much of each is not checked yet. */
    editions: z.array(z.object({ edition: z.string(), count: z.int(), unsourcedCount: z.int() })),
    availableActions: z.array(z.enum(['import'])),
  }),
});

const importProblem = z.object({
  rowNumber: z.int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  zh: z.string(),
  en: z.string(),
});

export const importAssetClassesEndpoint = declareEndpoint({
  name: 'importAssetClasses',
  kind: 'upload',
  method: 'post',
  path: '/asset-classes/import',
  permission: 'asset-class.manage',
  tag,
  summary: {
    zh: '导入资产分类表（dryRun=true 为试算）',
    en: 'Import the table of classes from xlsx or csv; with dryRun=true only say what would happen',
  },
  query: z.strictObject({
    /** As it stands on the title page, for instance `GB/T 14885-2022`. */
    edition: line(60),
  }),
  response: z.object({
    written: z.boolean(),
    rowCount: z.int(),
    addedCount: z.int(),
    changedCount: z.int(),
    unchangedCount: z.int(),
    /** On a dry run everything that is wrong; otherwise one problem refuses all. */
    problems: z.array(importProblem),
  }),
  refusals: ['CLASS_TABLE_REFUSED', 'CLASS_TABLE_NOT_YOURS', 'CLASS_COLUMNS_MISSING'],
  bodyLimitBytes: IMPORT_BYTES_MAX,
});

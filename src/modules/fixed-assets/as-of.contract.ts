/** Where everything was at a moment of the past, out of the ledger. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { instant, pageOf, pageQuery, queryInteger, queryList, uuid } from '../../platform/fields.ts';
import { assetStatus, fileFormat, fileLanguage, position } from './asset-fields.ts';

const tag = 'fixed-assets';
const permission = 'asset.read';

export const asOfFilters = {
  /** The moment asked about: what had happened by then. */
  at: instant(),
  /** What had been recorded by this moment; now when left out. */
  knownAt: instant().optional(),
  /** The department and all below it. */
  departmentId: uuid().optional(),
  /** The place and everything in it. */
  placeId: uuid().optional(),
  holderId: uuid().optional(),
  assetId: uuid().optional(),
  status: queryList(assetStatus, 6).optional(),
  courtId: queryInteger(1, 2_147_483_647).optional(),
};
export const asOfFilterQuery = z.strictObject(asOfFilters);
export type AsOfFilters = z.output<typeof asOfFilterQuery>;

export const asOfItem = z.object({
  courtId: z.int(),
  assetId: z.string(),
  code: z.string(),
  /** As the card said then, the class by today's name of its code. */
  name: z.string(),
  classCode: z.string(),
  className: z.string(),
  specification: z.string().nullable(),
  model: z.string().nullable(),
  unit: z.string(),
  quantity: z.string(),
  /** The original value as it was then. */
  amountFen: z.int(),
  ...position.shape,
  status: assetStatus,
  /** When the thing came into this state. */
  since: z.string(),
  sequence: z.int(),
});
export type AsOfItem = z.output<typeof asOfItem>;

export const listAssetsAsOf = declareEndpoint({
  name: 'listAssetsAsOf',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/as-of',
  permission,
  tag,
  summary: { zh: '某时点资产状态', en: 'Assets as they were' },
  query: z.strictObject({ ...asOfFilters, ...pageQuery }),
  response: pageOf(asOfItem),
});

export const readAsOfTotals = declareEndpoint({
  name: 'readAssetsAsOfTotals',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/as-of/totals',
  permission,
  tag,
  summary: { zh: '某时点资产合计', en: 'Totals of assets as they were' },
  query: asOfFilterQuery,
  response: z.object({ count: z.int(), amountFen: z.int() }),
});

export const exportAssetsAsOf = declareEndpoint({
  name: 'exportAssetsAsOf',
  kind: 'download',
  method: 'get',
  path: '/fixed-assets/as-of/export',
  permission: 'asset.export',
  tag,
  summary: { zh: '导出某时点资产状态', en: 'Export assets as they were' },
  query: z.strictObject({ ...asOfFilters, format: fileFormat, language: fileLanguage }),
  response: z.unknown(),
});

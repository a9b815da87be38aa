/** The asset list: filters by everything on the card, orders, keyset pages, totals, files. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  amountFen,
  day,
  line,
  pageOf,
  pageQuery,
  queryBoolean,
  queryInteger,
  queryList,
  uuid,
} from '../../platform/fields.ts';
import { ASSET_COLUMN_KEYS } from './asset-columns.ts';
import {
  acquisitionMethod,
  assetStatus,
  fileFormat,
  fileLanguage,
  named,
  placed,
  totals,
  valueKind,
} from './asset-fields.ts';

const tag = 'fixed-assets';

export const ASSET_SORTS = ['code', 'name', 'acquired', 'value', 'updated'] as const;
export const SORT_DIRECTIONS = ['asc', 'desc'] as const;
/** Codes to the length of a class of any level: `A02`, `A0201`, `A02010105`; a shorter one means all below it. */
const classPrefix = z.string().regex(/^A\d{0,8}$/);
const itemCode = z.string().regex(/^A\d{15}$/);
const queryAmountFen = () => z.coerce.number().pipe(amountFen());
const QUANTITY_MAX = 999_999_999_999;

/** How many chosen assets fit into an address. */
export const ASSETS_CHOSEN_MAX = 200;

/** Every filter. Several values of one filter are alternatives; several filters must all hold. */
export const assetFilters = {
  /** Words of the card, or a number in any writing: code, serial number, old number, its first or last digits. */
  q: line(100).optional(),
  /** Whole codes, both ends included: what one import or one stock-in made. */
  codeFrom: itemCode.optional(),
  codeTo: itemCode.optional(),
  status: queryList(assetStatus, 6).optional(),
  /** The departments and all below them. */
  departmentId: queryList(uuid()).optional(),
  managingDepartmentId: queryList(uuid()).optional(),
  holderId: queryList(uuid()).optional(),
  /** The places and everything in them. */
  placeId: queryList(uuid()).optional(),
  classCode: queryList(classPrefix).optional(),
  acquisitionMethod: queryList(acquisitionMethod, 7).optional(),
  valueKind: queryList(valueKind, 4).optional(),
  valueFromFen: queryAmountFen().optional(),
  valueToFen: queryAmountFen().optional(),
  fiscalFundsFromFen: queryAmountFen().optional(),
  fiscalFundsToFen: queryAmountFen().optional(),
  nonFiscalFundsFromFen: queryAmountFen().optional(),
  nonFiscalFundsToFen: queryAmountFen().optional(),
  openingDepreciationFromFen: queryAmountFen().optional(),
  openingDepreciationToFen: queryAmountFen().optional(),
  quantityFrom: queryInteger(0, QUANTITY_MAX).optional(),
  quantityTo: queryInteger(0, QUANTITY_MAX).optional(),
  /** As the card itself says; a card that leaves it to its class fits no range. */
  usefulLifeFromMonths: queryInteger(1, 1200).optional(),
  usefulLifeToMonths: queryInteger(1, 1200).optional(),
  acquiredFrom: day().optional(),
  acquiredTo: day().optional(),
  inUseFrom: day().optional(),
  inUseTo: day().optional(),
  bookedFrom: day().optional(),
  bookedTo: day().optional(),
  warrantyFrom: day().optional(),
  warrantyTo: day().optional(),
  loanDueFrom: day().optional(),
  loanDueTo: day().optional(),
  /** Whole years since acquisition, both ends included. */
  ageFromYears: queryInteger(0, 200).optional(),
  ageToYears: queryInteger(0, 200).optional(),
  /** Part of the text, whatever the case. */
  name: line(100).optional(),
  specification: line(100).optional(),
  unit: line(100).optional(),
  voucherNumber: line(100).optional(),
  procurementForm: line(100).optional(),
  notes: line(100).optional(),
  supplier: line(100).optional(),
  brand: line(100).optional(),
  model: line(100).optional(),
  manufacturer: line(100).optional(),
  contractNumber: line(100).optional(),
  invoiceNumber: line(100).optional(),
  parentAssetId: uuid().optional(),
  /** Exactly these assets: what was chosen on the screen. */
  assetId: queryList(uuid(), ASSETS_CHOSEN_MAX).optional(),
  hasDepartment: queryBoolean().optional(),
  hasHolder: queryBoolean().optional(),
  hasPlace: queryBoolean().optional(),
  hasPhoto: queryBoolean().optional(),
  hasSerialNumber: queryBoolean().optional(),
  /** Its newest label is known to be on it (已贴标). */
  isLabelled: queryBoolean().optional(),
  pendingReceipt: queryBoolean().optional(),
  /** On loan past the due day. */
  overdue: queryBoolean().optional(),
  /** Nothing left to depreciate: the accumulated depreciation has reached the value. */
  fullyDepreciated: queryBoolean().optional(),
  /** One of the courts that the person may read; the acting court when left out. */
  courtId: queryInteger(1, 2_147_483_647).optional(),
  /** All courts that the person oversees at once. */
  allCourts: queryBoolean().optional(),
};

const assetOrder = {
  sort: z.enum(ASSET_SORTS).default('code'),
  direction: z.enum(SORT_DIRECTIONS).default('asc'),
};

export const assetListItem = z.object({
  courtId: z.int(),
  court: z.string(),
  id: z.string(),
  code: z.string(),
  name: z.string(),
  classCode: z.string(),
  className: z.string(),
  specification: z.string().nullable(),
  brand: z.string().nullable(),
  model: z.string().nullable(),
  manufacturer: z.string().nullable(),
  serialNumber: z.string().nullable(),
  oldNumber1: z.string().nullable(),
  oldNumber2: z.string().nullable(),
  unit: z.string(),
  quantity: z.string(),
  acquisitionMethod,
  acquiredOn: z.string(),
  inUseOn: z.string().nullable(),
  bookedOn: z.string().nullable(),
  valueKind,
  originalValueFen: z.int(),
  accumulatedDepreciationFen: z.int(),
  netValueFen: z.int(),
  status: assetStatus,
  department: named.nullable(),
  managingDepartment: named.nullable(),
  holder: named.nullable(),
  place: placed.nullable(),
  stateSince: z.string(),
  /** When its newest label was known to be on it, and the version of that label; null: 未贴标. */
  labelledAt: z.string().nullable(),
  labelVersion: z.string().nullable(),
  loanDueOn: z.string().nullable(),
  warrantyUntil: z.string().nullable(),
  supplier: z.string().nullable(),
  contractNumber: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  voucherNumber: z.string().nullable(),
  notes: z.string().nullable(),
  /** The first photo, for the small picture in the list. */
  photoId: z.string().nullable(),
  /** Who still has to sign for the last hand-over. */
  pendingReceiver: z.string().nullable(),
  /** Why it was marked idle; null when it is not. */
  idleReason: z.string().nullable(),
  version: z.int(),
  updatedAt: z.string(),
});
export type AssetListItem = z.output<typeof assetListItem>;

export const assetFilterQuery = z.strictObject(assetFilters);
export type AssetFilters = z.output<typeof assetFilterQuery>;
export const assetOrderQuery = z.object(assetOrder);
export type AssetOrder = z.output<typeof assetOrderQuery>;

export const listAssets = declareEndpoint({
  name: 'listAssets',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets',
  permission: 'asset.read',
  tag,
  summary: { zh: '资产清单', en: 'List assets' },
  query: z.strictObject({ ...assetFilters, ...assetOrder, ...pageQuery }),
  response: pageOf(assetListItem),
});

export const readAssetTotals = declareEndpoint({
  name: 'readAssetTotals',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/totals',
  permission: 'asset.read',
  tag,
  summary: { zh: '资产清单合计', en: 'Totals of the asset list' },
  query: assetFilterQuery,
  response: totals,
});

export const exportAssets = declareEndpoint({
  name: 'exportAssets',
  kind: 'download',
  method: 'get',
  path: '/fixed-assets/export',
  permission: 'asset.export',
  tag,
  summary: { zh: '导出资产清单', en: 'Export the asset list' },
  query: z.strictObject({
    ...assetFilters,
    ...assetOrder,
    format: fileFormat,
    /** All of them, in the order of the card, when left out. */
    column: queryList(z.enum(ASSET_COLUMN_KEYS)).optional(),
    language: fileLanguage,
  }),
  response: z.unknown(),
});

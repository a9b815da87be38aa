/** Pieces that several contracts of fixed assets share. Plain data, runs in the browser too. */
import { z } from 'zod';
import {
  ACQUISITION_METHODS,
  CARD_FIELDS,
  VALUE_KINDS,
  type AssetCard,
  type CardField,
} from './asset-card.ts';
import { ASSET_ENTRY_KINDS, ASSET_STATUSES, type AssetEntryKind, type AssetStatus } from './rules.ts';

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] {
  // why: the tables handed in are literals with at least one key.
  return Object.keys(record) as [K, ...K[]];
}

export const assetStatus = z.enum(keysOf<AssetStatus>(ASSET_STATUSES));
export const entryKind = z.enum(keysOf<AssetEntryKind>(ASSET_ENTRY_KINDS));
export const acquisitionMethod = z.enum(keysOf(ACQUISITION_METHODS));
export const valueKind = z.enum(keysOf(VALUE_KINDS));
export const cardField = z.enum(keysOf<CardField>(CARD_FIELDS));

/** A department or a person, by today's name. */
export const named = z.object({ id: z.string(), name: z.string() });
/** A place with the names from the root, `1号楼 / 3层 / 301`. */
export const placed = z.object({ id: z.string(), path: z.string() });

/** Counts and sums in fen over a whole filtered list. */
export const totals = z.object({
  count: z.int(),
  originalValueFen: z.int(),
  netValueFen: z.int(),
});

/** The whole card. Amounts in fen, days `YYYY-MM-DD`, quantity a decimal string. */
export const assetCard = z.object({
  name: z.string(),
  classCode: z.string(),
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
  fiscalFundsFen: z.int().nullable(),
  nonFiscalFundsFen: z.int().nullable(),
  openingDepreciationFen: z.int(),
  openingDepreciationMonth: z.string().nullable(),
  usefulLifeMonths: z.int().nullable(),
  voucherNumber: z.string().nullable(),
  procurementForm: z.string().nullable(),
  supplier: z.string().nullable(),
  contractNumber: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  warrantyUntil: z.string().nullable(),
  managingDepartmentId: z.string().nullable(),
  parentAssetId: z.string().nullable(),
  notes: z.string().nullable(),
}) satisfies z.ZodType<AssetCard>;

/** One side of a movement, with the names as they were at that moment. */
export const position = z.object({
  status: assetStatus.nullable(),
  departmentId: z.string().nullable(),
  department: z.string().nullable(),
  holderId: z.string().nullable(),
  holder: z.string().nullable(),
  placeId: z.string().nullable(),
  place: z.string().nullable(),
});

export const fileFormat = z.enum(['xlsx', 'csv']);
/** Language of titles in files that the server writes. */
export const fileLanguage = z.enum(['zh', 'en']).default('zh');

/**
 * The fields of an asset card that an import can fill, and how a cell of each is read. Pure data, browser-safe.
 *
 * - `code`: the number under which the file knows the asset: an item code of ours, or the asset number (资产编号, asset
 *   tag) of the system it comes from; the target tells which by its check digits.
 * - `oldNumber1`, `oldNumber2`: earlier numbers (曾用编号).
 * - `parentCode`: the `code` or an old number of the parent.
 * - `placePath`: as typed; levels are separated by / or >.
 * - `…Fen`: money in fen; `quantity`: decimal string; `…On`, `warrantyUntil`: calendar days.
 */

export const TEXT_FIELDS = [
  'name',
  'className',
  'brand',
  'unit',
  'supplier',
  'manufacturer',
  'departmentName',
  'holderName',
  'placePath',
  'managingDepartmentName',
  'procurementForm',
] as const;
/** Texts made of digits and letters, which Excel likes to turn into numbers and dates. */
export const IDENTIFIER_FIELDS = [
  'code',
  'specification',
  'model',
  'serialNumber',
  'oldNumber1',
  'oldNumber2',
  'voucherNumber',
  'contractNumber',
  'invoiceNumber',
  'holderUsername',
  'parentCode',
] as const;
export const DATE_FIELDS = ['acquiredOn', 'inUseOn', 'bookedOn', 'warrantyUntil', 'loanDueOn'] as const;
export const AMOUNT_FIELDS = [
  'originalValueFen',
  'fiscalFundsFen',
  'nonFiscalFundsFen',
  'openingDepreciationFen',
] as const;

export type TextField = (typeof TEXT_FIELDS)[number];
export type IdentifierField = (typeof IDENTIFIER_FIELDS)[number];
export type DateField = (typeof DATE_FIELDS)[number];
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** In the order of the card. */
export const ASSET_FIELDS = [
  'code',
  'name',
  'classCode',
  'className',
  'specification',
  'brand',
  'model',
  'serialNumber',
  'oldNumber1',
  'oldNumber2',
  'unit',
  'quantity',
  'acquisitionMethod',
  'acquiredOn',
  'inUseOn',
  'bookedOn',
  'valueKind',
  'originalValueFen',
  'fiscalFundsFen',
  'nonFiscalFundsFen',
  'openingDepreciationFen',
  'usefulLifeMonths',
  'voucherNumber',
  'supplier',
  'contractNumber',
  'invoiceNumber',
  'warrantyUntil',
  'manufacturer',
  'status',
  'departmentName',
  'holderName',
  'holderUsername',
  'loanDueOn',
  'placePath',
  'managingDepartmentName',
  'procurementForm',
  'parentCode',
  'notes',
  'photoNames',
] as const;
export type AssetField = (typeof ASSET_FIELDS)[number];

/** Longest text of a field in characters; 200 where nothing is said. */
const TEXT_LIMITS: Partial<Record<AssetField, number>> = {
  unit: 20,
  specification: 500,
  brand: 100,
  serialNumber: 100,
  code: 100,
  oldNumber1: 100,
  oldNumber2: 100,
  parentCode: 100,
  voucherNumber: 100,
  procurementForm: 100,
  contractNumber: 100,
  invoiceNumber: 100,
  placePath: 500,
  notes: 2000,
};

export function textLimitOf(field: AssetField): number {
  return TEXT_LIMITS[field] ?? 200;
}

/** Warranties and loans end years ahead; everything else on a card has happened, give or take a year. */
export const YEARS_AHEAD: Partial<Record<DateField, number>> = { warrantyUntil: 50, loanDueOn: 10 };

/** The asset card (资产卡片) as it is kept: field names, and which of them are searched and which are numbers. Pure. */
import { foldAlias, searchGramsOf } from './search-grams.ts';

export const ACQUISITION_METHODS = {
  purchase: { zh: '购置', en: 'Purchase' },
  transfer_in: { zh: '调拨', en: 'Transfer in' },
  donation: { zh: '接受捐赠', en: 'Donation' },
  exchange: { zh: '置换', en: 'Exchange' },
  self_built: { zh: '自建', en: 'Self-built' },
  surplus: { zh: '盘盈', en: 'Stocktake surplus' },
  other: { zh: '其他', en: 'Other' },
} as const;
export type AcquisitionMethod = keyof typeof ACQUISITION_METHODS;

export const VALUE_KINDS = {
  original: { zh: '原值', en: 'Original value' },
  provisional: { zh: '暂估值', en: 'Provisional' },
  nominal: { zh: '名义金额', en: 'Nominal amount' },
  appraised: { zh: '评估值', en: 'Appraised' },
} as const;
export type ValueKind = keyof typeof VALUE_KINDS;

/** What the card says; amounts in fen, days as `YYYY-MM-DD`, months as their first day, quantity a decimal string. */
export interface AssetCard {
  readonly name: string;
  readonly classCode: string;
  readonly specification: string | null;
  readonly brand: string | null;
  readonly model: string | null;
  readonly manufacturer: string | null;
  readonly serialNumber: string | null;
  readonly oldNumber1: string | null;
  readonly oldNumber2: string | null;
  readonly unit: string;
  readonly quantity: string;
  readonly acquisitionMethod: AcquisitionMethod;
  readonly acquiredOn: string;
  readonly inUseOn: string | null;
  readonly bookedOn: string | null;
  readonly valueKind: ValueKind;
  readonly originalValueFen: number;
  readonly fiscalFundsFen: number | null;
  readonly nonFiscalFundsFen: number | null;
  readonly openingDepreciationFen: number;
  readonly openingDepreciationMonth: string | null;
  readonly usefulLifeMonths: number | null;
  readonly voucherNumber: string | null;
  readonly procurementForm: string | null;
  readonly supplier: string | null;
  readonly contractNumber: string | null;
  readonly invoiceNumber: string | null;
  readonly warrantyUntil: string | null;
  readonly managingDepartmentId: string | null;
  readonly parentAssetId: string | null;
  readonly notes: string | null;
}

export type CardField = keyof AssetCard;

/** The label of every field, in the order of the paper card. */
export const CARD_FIELDS: Record<CardField, { zh: string; en: string }> = {
  name: { zh: '资产名称', en: 'Name' },
  classCode: { zh: '资产分类', en: 'Class' },
  specification: { zh: '规格', en: 'Specification' },
  brand: { zh: '品牌', en: 'Brand' },
  model: { zh: '型号', en: 'Model' },
  manufacturer: { zh: '生产厂家', en: 'Manufacturer' },
  serialNumber: { zh: '序列号', en: 'Serial number' },
  oldNumber1: { zh: '曾用编号 1', en: 'Old number 1' },
  oldNumber2: { zh: '曾用编号 2', en: 'Old number 2' },
  unit: { zh: '计量单位', en: 'Unit' },
  quantity: { zh: '数量', en: 'Quantity' },
  acquisitionMethod: { zh: '取得方式', en: 'Acquisition' },
  acquiredOn: { zh: '取得日期', en: 'Acquired on' },
  inUseOn: { zh: '投入使用日期', en: 'In use on' },
  bookedOn: { zh: '入账日期', en: 'Booked on' },
  valueKind: { zh: '价值类型', en: 'Kind of value' },
  originalValueFen: { zh: '账面原值', en: 'Original value' },
  fiscalFundsFen: { zh: '财政性资金', en: 'Fiscal funds' },
  nonFiscalFundsFen: { zh: '非财政性资金', en: 'Other funds' },
  openingDepreciationFen: { zh: '期初累计折旧', en: 'Opening depreciation' },
  openingDepreciationMonth: { zh: '期初折旧截至月份', en: 'Opening depreciation up to' },
  usefulLifeMonths: { zh: '折旧年限（月）', en: 'Useful life (months)' },
  voucherNumber: { zh: '会计凭证号', en: 'Voucher number' },
  procurementForm: { zh: '采购组织形式', en: 'Form of procurement' },
  supplier: { zh: '供应商', en: 'Supplier' },
  contractNumber: { zh: '合同编号', en: 'Contract number' },
  invoiceNumber: { zh: '发票号', en: 'Invoice number' },
  warrantyUntil: { zh: '保修截止', en: 'Warranty until' },
  managingDepartmentId: { zh: '管理部门', en: 'Managing department' },
  parentAssetId: { zh: '上级资产', en: 'Parent asset' },
  notes: { zh: '备注', en: 'Notes' },
};

/** The fields under whose words a card is found. */
const FIELDS_WITH_WORDS = [
  'name',
  'specification',
  'brand',
  'model',
  'manufacturer',
  'supplier',
  'contractNumber',
  'invoiceNumber',
  'notes',
] as const;
export type FieldWithWords = (typeof FIELDS_WITH_WORDS)[number];

export function cardGramsOf(card: AssetCard): number[] {
  return searchGramsOf(FIELDS_WITH_WORDS.map((field) => card[field]));
}

export interface AssetAlias {
  readonly alias: string;
  readonly reversed: string;
  readonly kind: 'code' | 'former_code' | 'serial' | 'serial_number' | 'old_number';
}

function aliasOf(kind: AssetAlias['kind'], text: string | null): AssetAlias[] {
  const alias = text === null ? '' : foldAlias(text);
  return alias === '' ? [] : [{ alias, reversed: [...alias].reverse().join(''), kind }];
}

/** A code that the asset carried before; it calls the asset for ever. */
export function formerCodeAlias(code: string): AssetAlias[] {
  return aliasOf('former_code', code);
}

/** Every number of the card that resolves to the asset: its code, the code's serial without zeros, serial number, old numbers. */
export function aliasesOf(code: string, card: AssetCard): AssetAlias[] {
  return [
    ...aliasOf('code', code),
    ...aliasOf('serial', String(Number(code.slice(7, 14)))),
    ...aliasOf('serial_number', card.serialNumber),
    ...aliasOf('old_number', card.oldNumber1),
    ...(card.oldNumber2 === card.oldNumber1 ? [] : aliasOf('old_number', card.oldNumber2)),
  ];
}

export interface CardChange {
  readonly field: CardField;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** What differs between two cards, in the order of the card. */
export function cardChanges(before: AssetCard, after: AssetCard): CardChange[] {
  // why: CARD_FIELDS has exactly the keys of AssetCard.
  const fields = Object.keys(CARD_FIELDS) as CardField[];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
}

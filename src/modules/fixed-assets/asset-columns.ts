/** The columns that a person can choose for the list and its files, in their order; what the card says is called as there. Pure. */
import { CARD_FIELDS } from './asset-card.ts';

export const ASSET_COLUMNS = {
  code: { zh: '资产编码', en: 'Code' },
  name: CARD_FIELDS.name,
  classCode: { zh: '分类代码', en: 'Class code' },
  className: { zh: '分类名称', en: 'Class' },
  specification: CARD_FIELDS.specification,
  brand: CARD_FIELDS.brand,
  model: CARD_FIELDS.model,
  manufacturer: CARD_FIELDS.manufacturer,
  serialNumber: CARD_FIELDS.serialNumber,
  oldNumber1: CARD_FIELDS.oldNumber1,
  oldNumber2: CARD_FIELDS.oldNumber2,
  unit: CARD_FIELDS.unit,
  quantity: CARD_FIELDS.quantity,
  acquisitionMethod: CARD_FIELDS.acquisitionMethod,
  acquiredOn: CARD_FIELDS.acquiredOn,
  inUseOn: CARD_FIELDS.inUseOn,
  bookedOn: CARD_FIELDS.bookedOn,
  valueKind: CARD_FIELDS.valueKind,
  originalValueFen: { zh: '账面原值（元）', en: 'Original value (CNY)' },
  accumulatedDepreciationFen: { zh: '累计折旧（元）', en: 'Accumulated depreciation (CNY)' },
  netValueFen: { zh: '净值（元）', en: 'Net value (CNY)' },
  status: { zh: '状态', en: 'Status' },
  department: { zh: '使用部门', en: 'Department' },
  managingDepartment: CARD_FIELDS.managingDepartmentId,
  holder: { zh: '使用人', en: 'Holder' },
  place: { zh: '存放地点', en: 'Place' },
  stateSince: { zh: '现状起始', en: 'Since' },
  pendingReceiver: { zh: '待签收人', en: 'Waiting for' },
  labelledAt: { zh: '贴标时间', en: 'Labelled' },
  labelVersion: { zh: '标签版本', en: 'Label version' },
  loanDueOn: { zh: '应还日期', en: 'Loan due on' },
  warrantyUntil: CARD_FIELDS.warrantyUntil,
  supplier: CARD_FIELDS.supplier,
  contractNumber: CARD_FIELDS.contractNumber,
  invoiceNumber: CARD_FIELDS.invoiceNumber,
  voucherNumber: CARD_FIELDS.voucherNumber,
  notes: CARD_FIELDS.notes,
  updatedAt: { zh: '最近更新', en: 'Updated' },
  court: { zh: '法院', en: 'Court' },
} as const;

export type AssetColumnKey = keyof typeof ASSET_COLUMNS;

// why: the keys of a literal object are its columns, and there is at least one.
export const ASSET_COLUMN_KEYS = Object.keys(ASSET_COLUMNS) as [AssetColumnKey, ...AssetColumnKey[]];

/** The columns that a person can choose for the list and its files, in their order. Pure. */

export const ASSET_COLUMNS = {
  code: { zh: '资产编码', en: 'Code' },
  name: { zh: '资产名称', en: 'Name' },
  classCode: { zh: '分类代码', en: 'Class code' },
  className: { zh: '分类名称', en: 'Class' },
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
  originalValueFen: { zh: '账面原值（元）', en: 'Original value (CNY)' },
  accumulatedDepreciationFen: { zh: '累计折旧（元）', en: 'Accumulated depreciation (CNY)' },
  netValueFen: { zh: '净值（元）', en: 'Net value (CNY)' },
  status: { zh: '状态', en: 'Status' },
  department: { zh: '使用部门', en: 'Department' },
  managingDepartment: { zh: '管理部门', en: 'Managing department' },
  holder: { zh: '使用人', en: 'Holder' },
  place: { zh: '存放地点', en: 'Place' },
  stateSince: { zh: '现状起始', en: 'Since' },
  pendingReceiver: { zh: '待签收人', en: 'Waiting for' },
  labelledAt: { zh: '贴标时间', en: 'Labelled' },
  labelVersion: { zh: '标签版本', en: 'Label version' },
  loanDueOn: { zh: '应还日期', en: 'Loan due on' },
  warrantyUntil: { zh: '保修截止', en: 'Warranty until' },
  supplier: { zh: '供应商', en: 'Supplier' },
  contractNumber: { zh: '合同编号', en: 'Contract number' },
  invoiceNumber: { zh: '发票号', en: 'Invoice number' },
  voucherNumber: { zh: '会计凭证号', en: 'Voucher number' },
  notes: { zh: '备注', en: 'Notes' },
  updatedAt: { zh: '最近更新', en: 'Updated' },
  court: { zh: '法院', en: 'Court' },
} as const;

export type AssetColumnKey = keyof typeof ASSET_COLUMNS;

// why: the keys of a literal object are its columns, and there is at least one.
export const ASSET_COLUMN_KEYS = Object.keys(ASSET_COLUMNS) as [AssetColumnKey, ...AssetColumnKey[]];

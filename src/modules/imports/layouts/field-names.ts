/** What each field is called: in our own template, and by others. Pure data, browser-safe. */
import type { AssetField } from '../asset-fields.ts';

export interface FieldName {
  /** Header of our template. */
  readonly zh: string;
  readonly en: string;
  /** Other names that mean this field in any file. */
  readonly also: readonly string[];
}

export const FIELD_NAMES: Readonly<Record<AssetField, FieldName>> = {
  code: {
    zh: '资产编码',
    en: 'Asset code',
    also: [
      '资产编号',
      '资产卡片编号',
      '卡片编号',
      '固定资产编号',
      '固定资产编码',
      '资产条码',
      'asset tag',
      'asset number',
      'asset no',
    ],
  },
  name: {
    zh: '资产名称',
    en: 'Asset name',
    also: ['名称', '固定资产名称', '设备名称', '物品名称', 'name', 'item name'],
  },
  classCode: {
    zh: '分类代码',
    en: 'Class code',
    also: [
      '资产类别代码',
      '资产分类代码',
      '国标分类代码',
      '国标代码',
      '分类编码',
      '资产分类编码',
      '资产类别编码',
      '国标码',
      '资产国标大类代码',
    ],
  },
  className: {
    zh: '分类名称',
    en: 'Class name',
    also: [
      '资产分类',
      '资产类别',
      '资产分类名称',
      '资产类别名称',
      '国标分类',
      '国标分类名称',
      '资产分类国标',
      '类别',
      'category',
    ],
  },
  specification: {
    zh: '规格',
    en: 'Specification',
    also: ['规格型号', '型号规格', '规格及型号', '规格/型号', 'model no', 'model number'],
  },
  brand: { zh: '品牌', en: 'Brand', also: ['厂牌', '商标'] },
  model: { zh: '型号', en: 'Model', also: ['厂牌型号', '设备型号', 'model name'] },
  serialNumber: {
    zh: '序列号',
    en: 'Serial number',
    also: [
      '出厂编号',
      '机身号',
      '机器序列号',
      '设备序列号',
      'SN',
      'SN号',
      'S/N',
      '产品序列号',
      'serial',
      'serial no',
    ],
  },
  oldNumber1: {
    zh: '曾用编号1',
    en: 'Old number 1',
    also: ['曾用编号', '旧编号', '原编号', '原资产编号', '旧资产编号'],
  },
  oldNumber2: { zh: '曾用编号2', en: 'Old number 2', also: [] },
  unit: { zh: '计量单位', en: 'Unit', also: ['单位', '数量单位', 'unit of measure'] },
  quantity: { zh: '数量', en: 'Quantity', also: ['资产数量', '数量/面积', 'qty'] },
  acquisitionMethod: {
    zh: '取得方式',
    en: 'Acquisition method',
    also: ['购置方式', '增加方式', '资产来源', '来源'],
  },
  acquiredOn: {
    zh: '取得日期',
    en: 'Acquired on',
    also: [
      '购置日期',
      '购入日期',
      '采购日期',
      '购买日期',
      '购置时间',
      '取得时间',
      '购入时间',
      'purchase date',
      'acquisition date',
      'purchased',
    ],
  },
  inUseOn: {
    zh: '投入使用日期',
    en: 'In use from',
    also: ['启用日期', '开始使用日期', '使用日期', '投入使用时间', '启用时间'],
  },
  bookedOn: {
    zh: '入账日期',
    en: 'Booked on',
    also: ['财务入账日期', '记账日期', '入账时间', '财务入账时间'],
  },
  valueKind: { zh: '价值类型', en: 'Kind of value', also: ['计价方式', '价值种类'] },
  originalValueFen: {
    zh: '账面原值（元）',
    en: 'Original value (yuan)',
    also: [
      '原值',
      '资产原值',
      '账面价值',
      '价值',
      '总价',
      '金额',
      '固定资产原值',
      '资产价值',
      '入账价值',
      'purchase cost',
      'cost',
      'original cost',
    ],
  },
  fiscalFundsFen: {
    zh: '财政性资金（元）',
    en: 'Fiscal funds (yuan)',
    also: ['财政拨款', '财政资金', '财政拨款金额', '其中财政性资金'],
  },
  nonFiscalFundsFen: {
    zh: '非财政性资金（元）',
    en: 'Non-fiscal funds (yuan)',
    also: ['非财政拨款', '非财政资金', '非财政拨款金额', '其中非财政性资金'],
  },
  openingDepreciationFen: {
    zh: '期初累计折旧（元）',
    en: 'Opening accumulated depreciation (yuan)',
    also: ['累计折旧', '累计折旧额', '已提折旧', '累计折旧/摊销', '累计折旧摊销'],
  },
  usefulLifeMonths: {
    zh: '折旧年限（月）',
    en: 'Useful life (months)',
    also: [
      '折旧年限',
      '使用年限',
      '预计使用年限',
      '预计使用月份',
      '折旧月数',
      '使用月数',
      '折旧/摊销年限',
      '规定使用年限',
      '使用年限月',
    ],
  },
  voucherNumber: {
    zh: '会计凭证号',
    en: 'Voucher number',
    also: ['凭证号', '记账凭证号', '财务凭证号', '凭证编号'],
  },
  supplier: {
    zh: '供应商',
    en: 'Supplier',
    also: ['供货商', '供货单位', '供应商名称', '销售单位', '供货方', 'vendor'],
  },
  contractNumber: { zh: '合同编号', en: 'Contract number', also: ['合同号', '采购合同编号', 'order number'] },
  invoiceNumber: { zh: '发票号', en: 'Invoice number', also: ['发票号码', '发票编号'] },
  warrantyUntil: {
    zh: '保修截止日期',
    en: 'Warranty until',
    also: [
      '保修截止',
      '保修期至',
      '质保截止日期',
      '保修到期日',
      '质保到期日',
      '保修期限',
      'warranty expires',
    ],
  },
  manufacturer: {
    zh: '生产厂家',
    en: 'Manufacturer',
    also: ['制造商', '生产商', '厂家', '生产厂商', '制造厂商', '生产企业'],
  },
  status: {
    zh: '使用状况',
    en: 'Status',
    also: ['使用状态', '资产状态', '状态', '资产使用状况', '使用情况', '资产使用状态'],
  },
  departmentName: {
    zh: '使用部门',
    en: 'Department',
    also: ['部门', '使用科室', '领用部门', '使用处室', '使用单位部门', '科室'],
  },
  holderName: {
    zh: '使用人',
    en: 'User',
    also: ['使用者', '领用人', '责任人', '保管人', '使用人姓名', '使用责任人', 'holder', 'checked out to'],
  },
  holderUsername: { zh: '使用人账号', en: 'Username', also: ['账号', '用户名', '登录名'] },
  loanDueOn: {
    zh: '应还日期',
    en: 'Loan due on',
    also: ['应归还日期', '借用到期日', '归还期限', 'expected checkin date', 'due date'],
  },
  placePath: {
    zh: '存放地点',
    en: 'Place',
    also: ['存放位置', '地点', '位置', '所在地点', '存放处', '放置地点', '安放地点', 'location'],
  },
  managingDepartmentName: {
    zh: '管理部门',
    en: 'Managing department',
    also: ['资产管理部门', '归口管理部门'],
  },
  procurementForm: {
    zh: '采购组织形式',
    en: 'Procurement form',
    also: ['采购方式', '采购形式', '采购组织方式'],
  },
  parentCode: {
    zh: '上级资产编码',
    en: 'Parent asset code',
    also: ['主资产编号', '上级资产编号', '父资产编号', '所属主资产'],
  },
  notes: { zh: '备注', en: 'Notes', also: ['说明', '备注说明', '附注', 'note', 'remarks', 'comments'] },
  photoNames: { zh: '照片文件名', en: 'Photo file names', also: ['照片', '图片', '图片名称', '照片名称'] },
};

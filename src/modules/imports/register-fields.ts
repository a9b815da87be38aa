/**
 * The fields of a register of seized property (涉案财物台账) that an import can fill besides those that assets have too.
 * `quantityText` is as typed, because old registers write 3部, 两件 and 一批. Pure data, browser-safe.
 */
import type { FieldName } from './layouts/field-names.ts';

export const REGISTER_ONLY_FIELDS = [
  'caseNumber',
  'cause',
  'handlerName',
  'quantityText',
  'categoryName',
  'gradeName',
  'ownershipName',
  'evidenceText',
  'listNumber',
  'seizureDocument',
  'features',
  'keepingText',
  'itemSource',
  'defects',
  'colour',
  'plateNumber',
  'vin',
  'sealNumber',
  'receivedOn',
  'estimatedValueFen',
] as const;
export type RegisterOnlyField = (typeof REGISTER_ONLY_FIELDS)[number];

/** In the order of our template: those of a register, and those that assets have too. */
export const REGISTER_FIELDS = [
  'caseNumber',
  'cause',
  'handlerName',
  'oldNumber1',
  'name',
  'categoryName',
  'quantityText',
  'unit',
  'gradeName',
  'specification',
  'model',
  'serialNumber',
  'plateNumber',
  'vin',
  'colour',
  'features',
  'defects',
  'keepingText',
  'itemSource',
  'ownershipName',
  'evidenceText',
  'estimatedValueFen',
  'listNumber',
  'seizureDocument',
  'sealNumber',
  'receivedOn',
  'placePath',
  'notes',
] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

export function isRegisterOnlyField(field: string): field is RegisterOnlyField {
  return REGISTER_ONLY_FIELDS.some((each) => each === field);
}

const name = (zh: string, en: string, ...also: readonly string[]): FieldName => ({ zh, en, also });

/** Headers of our template, and what other registers call the same. */
export const REGISTER_FIELD_NAMES: Readonly<Record<RegisterField, FieldName>> = {
  caseNumber: name('案号', 'Case number', '案件编号', '案件号', '收案案号', '所属案号', '案件案号'),
  cause: name('案由', 'Cause', '案件名称', '罪名', '案由名称'),
  handlerName: name('承办人', 'Case handler', '承办法官', '主审法官', '经办法官', '承办人姓名'),
  oldNumber1: name(
    '原编号',
    'Old number',
    '物品编号',
    '涉案财物编号',
    '编号',
    '台账编号',
    '登记号',
    '入库编号',
  ),
  name: name(
    '物品名称',
    'Name',
    '名称',
    '财物名称',
    '涉案财物名称',
    '赃物名称',
    '赃证物名称',
    '品名',
    '物品',
  ),
  categoryName: name('类别', 'Category', '物品类别', '财物类别', '种类', '财物种类', '分类'),
  quantityText: name('数量', 'Quantity', '件数', '数额', '实收数量', '入库数量', '库存数量', '数量金额'),
  unit: name('计量单位', 'Unit', '单位', '数量单位'),
  gradeName: name('等级', 'Grade', '物品等级', '保管等级'),
  specification: name('规格', 'Specification', '规格型号'),
  model: name('型号', 'Model', '品牌型号'),
  serialNumber: name('序列号', 'Serial number', '机身号', '串号', 'IMEI'),
  plateNumber: name('号牌号码', 'Number plate', '车牌', '车牌号', '车牌号码'),
  vin: name('车架号', 'VIN', '车辆识别代号', '车辆识别代码'),
  colour: name('颜色', 'Colour'),
  features: name('特征', 'Features', '物品特征', '特征描述', '外观特征', '物品描述'),
  defects: name('缺损特征', 'Defects', '缺损情况', '瑕疵'),
  keepingText: name('保管要求', 'Keeping', '保管条件', '存放要求', '储存要求', '保存条件', '特殊要求'),
  itemSource: name('来源', 'Source', '物品来源', '移送单位', '移送机关', '扣押单位', '扣押机关', '送交单位'),
  ownershipName: name('权属', 'Ownership', '物品权属', '所有人', '权属情况'),
  evidenceText: name('是否作为证据', 'Evidence', '是否证据', '作为证据', '证据'),
  estimatedValueFen: name('估价', 'Estimated value', '估价金额', '评估价值', '价值', '估值', '参考价'),
  listNumber: name('移送清单号', 'List number', '清单号', '清单编号', '扣押清单号', '移送清单编号'),
  seizureDocument: name('扣押文书号', 'Seizure document', '扣押决定书', '扣押文书', '查封扣押文书号'),
  sealNumber: name('封条号', 'Seal number', '封条编号', '封签号'),
  receivedOn: name(
    '入库日期',
    'Received on',
    '入库时间',
    '接收日期',
    '接收时间',
    '收案日期',
    '登记日期',
    '移交日期',
  ),
  placePath: name('存放位置', 'Place', '存放地点', '库位', '位置', '保管地点', '存放库房', '所在库房'),
  notes: name('备注', 'Notes', '说明', '其他'),
};

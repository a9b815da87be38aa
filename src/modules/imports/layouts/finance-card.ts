import { ASSET_FIELDS } from '../asset-fields.ts';
import { FIELD_NAMES } from './field-names.ts';
import { column, ignored, type Layout } from './layout.ts';

/**
 * The card of the Ministry of Finance's asset information system (资产信息卡) and of systems built after it. Exports
 * differ from place to place in wording, so every Chinese name of a field is taken.
 */
export const FINANCE_CARD: Layout = {
  id: 'finance-card',
  title: { zh: '财政部资产信息卡导出', en: 'Ministry of Finance asset card export' },
  marks: [
    ['资产编号', '资产卡片编号', '卡片编号', '固定资产编号', '固定资产编码', '资产编码'],
    ['资产名称', '固定资产名称'],
    [
      '取得方式',
      '取得日期',
      '价值类型',
      '资产类别代码',
      '资产分类代码',
      '财政性资金',
      '会计凭证号',
      '入账日期',
    ],
  ],
  columns: [
    ...ASSET_FIELDS.map((field) => column([FIELD_NAMES[field].zh, ...FIELD_NAMES[field].also], field)),
    ...ignored(
      '序号',
      '经办人',
      '使用属性',
      '使用方式',
      '折旧',
      '折旧方法',
      '折旧状态',
      '净值',
      '账面净值',
      '月折旧额',
      '单价',
    ),
    ...ignored(
      '录入人',
      '录入日期',
      '制单人',
      '审核人',
      '库存号',
      '是否计入固定资产',
      '是否报废',
      '可领用',
      '可借用',
      '是否盘盈',
    ),
    ...ignored(
      '单位名称',
      '单位代码',
      '单位编码',
      '所属单位',
      '资产状态代码',
      '预算项目编号',
      '附件',
      '处置形式',
      '处置日期',
    ),
    ...ignored('处置批文', '处置收益', '卡片类型', '资产大类'),
  ],
};

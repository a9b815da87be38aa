import { ASSET_FIELDS, type AssetField } from '../asset-fields.ts';
import { FIELD_NAMES } from './field-names.ts';
import { column, ignored, type Layout } from './layout.ts';

/** Titles of our asset list's export that differ from those of the template. */
const LIST_TITLES: Partial<Record<AssetField, readonly string[]>> = {
  code: ['Code'],
  name: ['Name'],
  className: ['Class'],
  acquisitionMethod: ['Acquisition'],
  inUseOn: ['In use on'],
  originalValueFen: ['Original value (CNY)'],
  status: ['状态'],
  holderName: ['Holder'],
  warrantyUntil: ['保修截止'],
};

/**
 * Our own template, every field of the card in Chinese or English, and the export of our asset list. What the system
 * computes itself is not taken back: the accumulated depreciation of the list is not an opening balance.
 */
export const OWN_TEMPLATE: Layout = {
  id: 'own-template',
  title: { zh: '本系统资产导入模板', en: 'Our own asset template' },
  marks: [
    ['资产编码', 'Asset code', 'Code'],
    ['资产名称', 'Asset name', 'Name'],
    ['分类代码', 'Class code', '状态', 'Status', '现状起始', 'Since'],
  ],
  columns: [
    ...ASSET_FIELDS.map((field) =>
      column([FIELD_NAMES[field].zh, FIELD_NAMES[field].en, ...(LIST_TITLES[field] ?? [])], field),
    ),
    ...ignored(
      '累计折旧',
      'Accumulated depreciation (CNY)',
      '净值',
      'Net value (CNY)',
      '现状起始',
      'Since',
      '待签收人',
    ),
    ...ignored('Waiting for', '最近更新', 'Updated'),
  ],
};

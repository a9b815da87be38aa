import { REGISTER_FIELD_NAMES, REGISTER_FIELDS } from '../register-fields.ts';
import { column, ignored, type Layout } from './layout.ts';

/** 涉案财物（赃证物）台账 in the usual headers, and our own template for it. */
export const ITEM_REGISTER: Layout = {
  id: 'item-register',
  title: { zh: '涉案财物台账', en: 'Register of seized property' },
  marks: [
    ['案号', 'Case number', ...REGISTER_FIELD_NAMES.caseNumber.also],
    ['物品名称', 'Name', ...REGISTER_FIELD_NAMES.name.also],
  ],
  columns: [
    ...REGISTER_FIELDS.map((field) => {
      const { zh, en, also } = REGISTER_FIELD_NAMES[field];
      return column([zh, en, ...also], field);
    }),
    ...ignored('序号', 'No.', '保管员', '保管人', '经办人', '接收人', '移交人', '签名'),
  ],
};

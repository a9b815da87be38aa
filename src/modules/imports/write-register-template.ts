import { REGISTER_FIELD_NAMES, REGISTER_FIELDS, type RegisterField } from './register-fields.ts';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    sheet: '涉案财物',
    guide: '填写说明',
    notes: [
      '一行一件（或同种一批）；不要改动列名，不需要的列可以删除。',
      '案号、物品名称、数量必填；“一批”“若干”不能入账，请先清点。',
      '查不到的内容留空：系统记为“不详”，不会替您填写。',
      '导入的物品标记为“存量待核”，首次清点或保管交接后取消标记。',
      '保管要求写 冷藏、防磁、防潮、避光、涉密、防火 等，多项用顿号分开；所在库位不具备的照样入账，列入“保管条件不符”。',
      '存放位置填库房中已有的位置，如 一号库房/1架；只能导入本人保管的库房。',
    ],
  },
  en: {
    sheet: 'Seized property',
    guide: 'Instructions',
    notes: [
      'One thing, or one number of the same, a row; keep the column names. Columns you do not need may be deleted.',
      'Case number, name and quantity are needed; “a batch” is not booked: count it first.',
      'Leave blank what is not known: it is booked as 不详, and nothing is made up.',
      'What is imported is marked as not counted until its first count or the next handover of the room.',
      'Keeping says 冷藏 (cold), 防磁, 防潮 (dry), 避光 (dark), 涉密 (secret) and the like; what lies where that is not met is booked and listed as kept wrongly.',
      'The place is one that exists in a storage room, such as 一号库房/1架; only the room’s custodian imports.',
    ],
  },
} as const;

const EXAMPLE: Partial<Record<RegisterField, string>> = {
  caseNumber: '（2019）内0802刑初33号',
  cause: '盗窃罪',
  handlerName: '王某',
  oldNumber1: 'ZW-2019-018',
  name: '黑色手机',
  categoryName: '电子设备',
  quantityText: '1',
  unit: '部',
  itemSource: '临河区公安局',
  ownershipName: '被告人',
  receivedOn: '2019-05-06',
  placePath: '一号库房/1架',
};

/** Our template for an older register: an empty sheet, the instructions, and one row as an example beside them. */
export async function writeRegisterTemplate(language: Language): Promise<Uint8Array> {
  const words = WORDS[language];
  // why: loading it takes a tenth of a start, and few ask for a template.
  const { default: workbooks } = await import('exceljs');
  const workbook = new workbooks.Workbook();
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(REGISTER_FIELDS.map((field) => REGISTER_FIELD_NAMES[field][language])).font = { bold: true };
  REGISTER_FIELDS.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = field === 'caseNumber' || field === 'features' ? 28 : 16;
    column.numFmt = field === 'receivedOn' ? 'yyyy-mm-dd' : '@';
  });
  const guide = workbook.addWorksheet(words.guide);
  guide.columns = [{ width: 24 }, { width: 40 }];
  for (const note of words.notes) guide.addRow([note]);
  guide.addRow([]);
  for (const field of REGISTER_FIELDS)
    guide.addRow([REGISTER_FIELD_NAMES[field][language], EXAMPLE[field] ?? '']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

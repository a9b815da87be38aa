import type ExcelJS from 'exceljs';
import { AMOUNT_FIELDS, ASSET_FIELDS, DATE_FIELDS, textLimitOf, type AssetField } from './asset-fields.ts';
import {
  ACQUISITION_METHODS,
  choiceWord,
  IMPORTED_STATUSES,
  VALUE_KINDS,
  type ChoiceList,
} from './choices.ts';
import { FIELD_GUIDE } from './layouts/field-guide.ts';
import { FIELD_NAMES } from './layouts/field-names.ts';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    sheet: '资产',
    guide: '填写说明',
    examples: '示例',
    columns: ['列名', '新资产必填', '怎样填写'],
    required: '是',
    notes: [
      '请在“资产”表中填写，一行一件，不要改动列名；不需要的列可以删除。',
      '空白单元格不会清除系统中已有的内容。',
      '先试运行：系统列出每一行的问题，确认无误后再正式导入。',
    ],
    choose: '请从下拉列表中选择',
  },
  en: {
    sheet: 'Assets',
    guide: 'Instructions',
    examples: 'Examples',
    columns: ['Column', 'Needed for a new asset', 'How to fill it in'],
    required: 'yes',
    notes: [
      'Fill in the sheet “Assets”, one thing a row; keep the column names. Columns you do not need may be deleted.',
      'A blank cell never clears what the system already has.',
      'Try first: every problem of every row is listed before anything is written.',
    ],
    choose: 'Choose from the list',
  },
} as const;

const LAST_LISTED_ROW = 100_000;
const TEXT_FORMAT = '@';

/**
 * Our own template as an xlsx workbook: an empty sheet with every column (texts preset as text, so that Excel leaves
 * serial numbers alone; lists for closed choices), instructions, and three example rows on a sheet of their own, which
 * an import does not read.
 */
export async function writeTemplate(language: Language): Promise<Uint8Array> {
  // why: loading it takes a tenth of a start, and few ask for a template.
  const { default: workbooks } = await import('exceljs');
  const workbook = new workbooks.Workbook();
  addDataSheet(workbook, language);
  addGuideSheet(workbook, language);
  addExampleSheet(workbook, language);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addDataSheet(workbook: ExcelJS.Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(WORDS[language].sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  addHeader(sheet, language);
  if (!takesRanges(sheet)) throw new TypeError('exceljs no longer takes validations of ranges');
  for (const [field, list] of CHOICES) {
    const letter = sheet.getColumn(ASSET_FIELDS.indexOf(field) + 1).letter;
    sheet.dataValidations.add(`${letter}2:${letter}${LAST_LISTED_ROW}`, validation(list, language));
  }
}

interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

/** exceljs has it and does not declare it; validating cell by cell takes a second and writes thousands of empty rows. */
function takesRanges(sheet: ExcelJS.Worksheet): sheet is ExcelJS.Worksheet & RangeValidations {
  return 'dataValidations' in sheet;
}

const CHOICES: readonly (readonly [AssetField, readonly [string, string][]])[] = [
  ['acquisitionMethod', wordsOf(ACQUISITION_METHODS)],
  ['valueKind', wordsOf(VALUE_KINDS)],
  ['status', wordsOf(IMPORTED_STATUSES)],
];

function wordsOf<V extends string>(list: ChoiceList<V>): [string, string][] {
  return list.values.map((value) => [choiceWord(list, value, 'zh'), choiceWord(list, value, 'en')]);
}

function validation(words: readonly [string, string][], language: Language): ExcelJS.DataValidation {
  const list = words.map(([zh, en]) => (language === 'zh' ? zh : en)).join(',');
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: true,
    error: WORDS[language].choose,
  };
}

function addHeader(sheet: ExcelJS.Worksheet, language: Language): void {
  ASSET_FIELDS.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    column.numFmt = formatOf(field);
    column.width = Math.min(30, Math.max(12, textLimitOf(field) / 10));
  });
  const header = sheet.addRow(ASSET_FIELDS.map((field) => FIELD_NAMES[field][language]));
  header.font = { bold: true };
  header.eachCell((cell, position) => {
    const field = ASSET_FIELDS[position - 1];
    if (field === undefined || FIELD_GUIDE[field].required !== true) return;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } };
  });
}

function formatOf(field: AssetField): string {
  if (DATE_FIELDS.some((each) => each === field)) return 'yyyy-mm-dd';
  if (AMOUNT_FIELDS.some((each) => each === field)) return '#,##0.00';
  return field === 'quantity' || field === 'usefulLifeMonths' ? 'General' : TEXT_FORMAT;
}

function addGuideSheet(workbook: ExcelJS.Workbook, language: Language): void {
  const words = WORDS[language];
  const sheet = workbook.addWorksheet(words.guide);
  sheet.columns = [{ width: 28 }, { width: 22 }, { width: 90 }];
  for (const note of words.notes) sheet.addRow([note]);
  sheet.addRow([]);
  sheet.addRow([...words.columns]).font = { bold: true };
  for (const field of ASSET_FIELDS) {
    const guide = FIELD_GUIDE[field];
    sheet.addRow([
      FIELD_NAMES[field][language],
      guide.required === true ? words.required : '',
      guide[language],
    ]);
  }
}

function addExampleSheet(workbook: ExcelJS.Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(WORDS[language].examples);
  addHeader(sheet, language);
  for (const row of [0, 1, 2] as const) {
    sheet.addRow(
      ASSET_FIELDS.map((field) => {
        const { examples, examplesEn } = FIELD_GUIDE[field];
        return (language === 'en' ? (examplesEn ?? examples) : examples)[row];
      }),
    );
  }
}

/** Why a whole file is not read: nothing of it is taken. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

export const IMPORT_FILE_REFUSALS = defineRefusals({
  IMPORT_FILE_EMPTY: {
    status: 422,
    zh: '文件是空的。请选择有内容的文件。',
    en: 'The file is empty. Choose a file with content.',
  },
  IMPORT_FILE_TOO_LARGE: {
    status: 413,
    zh: '文件超过 {limitMegabytes} MB 的上限。请拆分后分次导入。',
    en: 'The file is larger than {limitMegabytes} MB. Split it and import the parts.',
  },
  IMPORT_FILE_ENCRYPTED: {
    status: 422,
    zh: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后另存为 xlsx。',
    en: 'The file is locked by a password. Remove the password in Excel or WPS and save it as xlsx.',
  },
  IMPORT_FILE_OLD_XLS: {
    status: 415,
    zh: '这是旧版 xls 文件。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。',
    en: 'This is an old xls file. Open it in Excel or WPS, save it as xlsx and import that.',
  },
  IMPORT_FILE_XLSB: {
    status: 415,
    zh: '这是二进制工作簿（xlsb）。请用 Excel 打开，另存为 xlsx 后再导入。',
    en: 'This is a binary workbook (xlsb). Open it in Excel, save it as xlsx and import that.',
  },
  IMPORT_FILE_ODS: {
    status: 415,
    zh: '这是 OpenDocument 文件（ods 等）。请打开后另存为 xlsx 或 csv 再导入。',
    en: 'This is an OpenDocument file (ods). Open it, save it as xlsx or csv and import that.',
  },
  IMPORT_FILE_HTML: {
    status: 415,
    zh: '这是网页，不是真正的表格（有些系统导出的“xls”其实是网页）。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。',
    en: 'This is a web page, not a real spreadsheet (some systems export one under the name xls). Open it in Excel or WPS, save it as xlsx and import that.',
  },
  IMPORT_FILE_XML: {
    status: 415,
    zh: '这是 XML 文件，不是 xlsx。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入。',
    en: 'This is an XML file, not xlsx. Open it in Excel or WPS, save it as xlsx and import that.',
  },
  IMPORT_FILE_NOT_A_TABLE: {
    status: 415,
    zh: '无法识别文件“{fileName}”。请导入 xlsx 或 csv 文件。',
    en: 'The file “{fileName}” is not a table we know. Import xlsx or csv.',
  },
  IMPORT_FILE_DAMAGED: {
    status: 422,
    zh: '文件已损坏，读到“{part}”时出错。请用 Excel 或 WPS 打开并另存一份再导入。',
    en: 'The file is damaged at “{part}”. Open it in Excel or WPS, save a copy and import that.',
  },
  IMPORT_FILE_UNPACKS_TOO_LARGE: {
    status: 413,
    zh: '文件解压后超过 {limitMegabytes} MB 的上限。请删除多余的工作表和格式，或拆分后导入。',
    en: 'Unpacked, the file is larger than {limitMegabytes} MB. Remove surplus sheets and formats, or split it.',
  },
  IMPORT_ENCODING_UNKNOWN: {
    status: 422,
    zh: '无法判断文件的文字编码（第 {line} 行起有不能识别的内容）。请指定编码，或另存为 UTF-8 格式的 csv。',
    en: 'The text encoding cannot be told (unknown bytes from line {line} on). Choose it, or save the file as csv in UTF-8.',
  },
  IMPORT_SHEET_NOT_FOUND: {
    status: 422,
    zh: '文件中没有工作表“{sheet}”。现有：{sheets}。',
    en: 'There is no sheet “{sheet}”. The file has: {sheets}.',
  },
  IMPORT_HEADER_NOT_FOUND: {
    status: 422,
    zh: '没有找到表头。请确认第一行（或前 20 行内）是列名，且所选工作表有内容。',
    en: 'No header row was found. Make sure that column names stand in one of the first 20 rows and the sheet has content.',
  },
  IMPORT_TOO_MANY_ROWS: {
    status: 413,
    zh: '表中超过 {limit} 行。请拆分后分次导入。',
    en: 'The table has more than {limit} rows. Split it and import the parts.',
  },
  IMPORT_TOO_MANY_COLUMNS: {
    status: 413,
    zh: '第 {row} 行超过 {limit} 列。请删除多余的列。',
    en: 'Row {row} has more than {limit} columns. Delete the surplus ones.',
  },
  IMPORT_TOO_MANY_CELLS: {
    status: 413,
    zh: '表中超过 {limit} 个有内容的单元格。请拆分后分次导入。',
    en: 'The table has more than {limit} filled cells. Split it and import the parts.',
  },
});

export type ImportFileRefusalCode = keyof typeof IMPORT_FILE_REFUSALS;

export function isImportFileRefusalCode(code: string): code is ImportFileRefusalCode {
  return Object.hasOwn(IMPORT_FILE_REFUSALS, code);
}

/** To be thrown. */
export function refuseFile(code: ImportFileRefusalCode, facts: Facts = {}): Refusal {
  return new Refusal(code, IMPORT_FILE_REFUSALS[code], facts);
}

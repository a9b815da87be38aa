/** The sentences of `problems.ts`, and nothing else. */

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

function sentences<const T extends Record<string, Sentence>>(table: T): Readonly<T> {
  return table;
}

export const CELL_SENTENCES = sentences({
  ROW_TOO_LONG: {
    zh: '本行有 {count} 列，多于表头的 {headers} 列，多出的内容是“{value}”。请检查是否多了分隔符，或给多出的列补上表头。',
    en: 'This row has {count} columns, the header {headers}; the surplus begins with “{value}”. Check for an extra separator, or name the column.',
  },
  QUOTE_UNBALANCED: {
    zh: '本行的双引号不成对：“{value}”。请补齐引号；内容中的双引号须写成两个。',
    en: 'The double quotes of this row do not pair: “{value}”. Close them; a quote inside a text is written twice.',
  },
  CELL_TOO_LONG: {
    zh: '单元格有 {count} 个字符，超过 {limit} 个的上限：“{value}”。请缩短。',
    en: 'The cell has {count} characters, more than {limit}: “{value}”. Shorten it.',
  },
  CELL_MERGED: {
    zh: '此行落在合并单元格 {range} 中，无法判断各行的值。请取消合并并逐行填写。',
    en: 'This row lies in the merged cells {range}, so its own value is unknown. Unmerge and fill in each row.',
  },
  CELL_HAS_EXCEL_ERROR: {
    zh: '单元格是公式错误“{value}”。请改正公式或直接填写结果。',
    en: 'The cell holds the formula error “{value}”. Correct the formula or type the result.',
  },
  FORMULA_NOT_CALCULATED: {
    zh: '单元格是尚未计算的公式。请用 Excel 或 WPS 打开并保存一次，或直接填写结果。',
    en: 'The cell is a formula that was never calculated. Open and save the file once in Excel or WPS, or type the result.',
  },
  TEXT_HAS_CONTROL_CHARACTERS: {
    zh: '“{value}”含有不可见的控制字符（以 □ 表示）。请删除后重新填写。',
    en: '“{value}” holds invisible control characters (shown as □). Delete them and type the text again.',
  },
  TEXT_DAMAGED: {
    zh: '“{value}”含有损坏的字符（乱码）。请核对原始文件的编码后重新填写。',
    en: '“{value}” holds damaged characters. Check the encoding of the original file and type the text again.',
  },
  TEXT_HAS_LINE_BREAKS: {
    zh: '“{value}”中间有换行，此项只能填写一行。请删除换行。',
    en: '“{value}” has line breaks; this field takes one line. Remove them.',
  },
  TEXT_TOO_LONG: {
    zh: '“{value}”有 {count} 个字符，超过 {limit} 个的上限。请缩短。',
    en: '“{value}” has {count} characters, more than {limit}. Shorten it.',
  },
  DATE_UNREADABLE: {
    zh: '“{value}”不是可识别的日期。请写成 2024-03-05、2024年3月5日或 20240305。',
    en: '“{value}” is not a date we can read. Write 2024-03-05.',
  },
  DATE_AMBIGUOUS: {
    zh: '“{value}”分不清月和日的先后。请写成 2024-03-05（年-月-日）。',
    en: '“{value}” does not tell day from month. Write 2024-03-05 (year-month-day).',
  },
  DATE_MONTH_AMBIGUOUS: {
    zh: '数字“{value}”可能是 1 月，也可能是丢了 0 的 10 月。请写成 {year}-01 或 {year}-10。',
    en: 'The number “{value}” may be January, or October that lost its 0. Write {year}-01 or {year}-10.',
  },
  DATE_YEAR_SHORT: {
    zh: '“{value}”的年份不足四位。请写成 2024-03-05。',
    en: '“{value}” has a year of less than four digits. Write 2024-03-05.',
  },
  DATE_YEAR_ONLY: {
    zh: '“{value}”只有年份。请补上月和日，如 2024-03-05。',
    en: '“{value}” is a year only. Add month and day, as in 2024-03-05.',
  },
  DATE_IMPOSSIBLE: {
    zh: '日历上没有“{value}”这一天。请核对。',
    en: 'There is no such day as “{value}”. Check it.',
  },
  DATE_OUT_OF_RANGE: {
    zh: '“{value}”（{date}）不在 {earliest} 至 {latest} 之间。请核对年份。',
    en: '“{value}” ({date}) is not between {earliest} and {latest}. Check the year.',
  },
  AMOUNT_UNREADABLE: {
    zh: '“{value}”不是可识别的金额。请写成 12345.67；没有金额请留空。',
    en: '“{value}” is not an amount we can read. Write 12345.67; leave it blank where there is none.',
  },
  AMOUNT_NEGATIVE: {
    zh: '金额“{value}”为负数。请填写零或正数。',
    en: 'The amount “{value}” is negative. Write zero or more.',
  },
  AMOUNT_TOO_PRECISE: {
    zh: '金额“{value}”不足一分的部分无法入账。请保留到分。',
    en: 'The amount “{value}” is finer than a fen (0.01). Round it to two decimals.',
  },
  AMOUNT_TOO_LARGE: {
    zh: '金额“{value}”过大。请核对小数点和单位。',
    en: 'The amount “{value}” is too large. Check the decimal point and the unit.',
  },
  AMOUNT_SEPARATORS_WRONG: {
    zh: '金额“{value}”的千位分隔符位置不对，可能多写或漏写了数字。请写成 12345.67。',
    en: 'The thousands separators of “{value}” are misplaced; a digit may be missing. Write 12345.67.',
  },
  INTEGER_UNREADABLE: {
    zh: '“{value}”不是整数。请只填写数字，如 6。',
    en: '“{value}” is not a whole number. Write digits only, as in 6.',
  },
  INTEGER_OUT_OF_RANGE: {
    zh: '“{value}”不在 {min} 至 {max} 之间。请核对。',
    en: '“{value}” is not between {min} and {max}. Check it.',
  },
  QUANTITY_UNREADABLE: {
    zh: '“{value}”不是可识别的数量。请只填写数字，如 1 或 2.5；单位填在“计量单位”。',
    en: '“{value}” is not a quantity we can read. Write digits only, as in 1 or 2.5; the unit has its own column.',
  },
  QUANTITY_NOT_POSITIVE: {
    zh: '数量“{value}”必须大于零。',
    en: 'The quantity “{value}” must be more than zero.',
  },
  QUANTITY_TOO_PRECISE: {
    zh: '数量“{value}”超过四位小数或十二位整数。请核对。',
    en: 'The quantity “{value}” has more than four decimals or twelve digits. Check it.',
  },
  LIFE_UNREADABLE: {
    zh: '“{value}”不是可识别的年限。请写成 6年 或 72个月。',
    en: '“{value}” is not a useful life we can read. Write 6 years or 72 months.',
  },
  LIFE_OUT_OF_RANGE: {
    zh: '年限“{value}”不在 1 个月至 100 年之间。请核对单位是年还是月；不折旧的资产请留空。',
    en: 'The useful life “{value}” is not between 1 month and 100 years. Check whether years or months are meant; leave it blank where nothing is depreciated.',
  },
  IDENTIFIER_SCIENTIFIC: {
    zh: '“{value}”是被 Excel 改成科学计数法的编号，原来的数字已丢失。请把该列设为文本格式，按实物或原始单据重新填写完整编号。',
    en: '“{value}” is a number that Excel turned into scientific notation; its digits are lost. Format the column as text and type the full number again from the thing or its papers.',
  },
  IDENTIFIER_DIGITS_LOST: {
    zh: '编号“{value}”以数值保存且达 16 位，Excel 只保留前 15 位，末尾数字可能已变成 0。请把该列设为文本格式后重新填写完整编号。',
    en: 'The number “{value}” is stored as a numeric value of 16 digits or more, of which Excel keeps 15; the last ones may have become 0. Format the column as text and type the full number again.',
  },
  IDENTIFIER_BECAME_DATE: {
    zh: '此处应为编号，但单元格是日期“{value}”，可能是 Excel 把“3-5”之类的编号改成了日期。请设为文本格式后重新填写。',
    en: 'An identifier belongs here, but the cell is the date “{value}”; Excel may have turned something like “3-5” into it. Format the cell as text and type it again.',
  },
  CLASS_CODE_UNREADABLE: {
    zh: '“{value}”不是资产分类代码。请按 GB/T 14885-2022 填写字母 A 加 8 位数字，如 A02010105。',
    en: '“{value}” is not a class code. Write A and 8 digits by GB/T 14885-2022, as in A02010105.',
  },
  CLASS_CODE_OF_2010: {
    zh: '“{value}”像是 GB/T 14885-2010 的 7 位旧代码，与现行代码不是一一对应。请按 GB/T 14885-2022 改为字母 A 加 8 位数字。',
    en: '“{value}” looks like an old 7-digit code of GB/T 14885-2010, which does not map one to one. Write the code of GB/T 14885-2022, A and 8 digits.',
  },
  CLASS_CODE_INCOMPLETE: {
    zh: '分类代码“{value}”不足 8 位数字。请核对后填写完整代码（大类末尾补 0，如 A02010100）。',
    en: 'The class code “{value}” has fewer than 8 digits. Check and write the whole code (a parent class ends in zeros, as in A02010100).',
  },
  ACQUISITION_METHOD_UNKNOWN: {
    zh: '取得方式“{value}”无法识别。请填写：购置、调拨、捐赠、置换、自建、盘盈、其他。',
    en: 'The acquisition method “{value}” is unknown. Write purchase, transfer in, donation, exchange, self-built, surplus or other.',
  },
  VALUE_KIND_UNKNOWN: {
    zh: '价值类型“{value}”无法识别。请填写：原值、暂估、名义金额、评估。',
    en: 'The kind of value “{value}” is unknown. Write original, provisional, nominal or appraised.',
  },
  STATUS_UNKNOWN: {
    zh: '状态“{value}”无法识别。请填写：在库、在用、出借、维修、闲置。',
    en: 'The status “{value}” is unknown. Write in stock, in use, on loan, in repair or idle.',
  },
  STATUS_IS_DISPOSAL: {
    zh: '状态“{value}”属于处置或盘点结果，不能经导入登记。请先以实际状态导入，再办理处置；已处置的资产请从文件中删除。',
    en: 'The status “{value}” is the outcome of a disposal or stocktake and cannot be imported. Import the asset as it stands and dispose of it here; take assets already disposed of out of the file.',
  },
});

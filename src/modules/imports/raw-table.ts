/**
 * A table as it stands in a file, before anyone knows what it means. Every value here is JSON, so that a table can
 * cross to another thread or rest in a staging row unchanged.
 */
import type { CellProblem } from './problems.ts';

/**
 * A cell that a workbook stores as something other than text.
 * - `number`: `value` is the number; `text` is what a person reads (all digits; leading zeros of a format like 00000)
 * - `date`: a number with a date format; `value` is the serial, `text` is `2024-03-05`
 * - `boolean`: `value` is 1 or 0; `text` is TRUE or FALSE
 * - `error`: `text` is the error, `#N/A`; a formula that was never calculated has `UNCALCULATED_FORMULA`; `value` is 0
 */
export interface TypedCell {
  readonly kind: 'number' | 'date' | 'boolean' | 'error';
  readonly text: string;
  readonly value: number;
  /** The workbook counts days from 1904-01-01 instead of 1900-01-00. */
  readonly date1904?: true;
}

export const UNCALCULATED_FORMULA = '#FORMULA';

/** Text is a plain string, a blank cell is `''`; everything in a csv file is text. */
export type RawCell = string | TypedCell;

export interface RawRow {
  /** As the person sees it: the row of the sheet; in csv the record, title, header and blank lines counted. */
  readonly rowNumber: number;
  /** By position. May be shorter than the headers; never longer, unless `problems` of the table says so. */
  readonly cells: readonly RawCell[];
}

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252' | 'macintosh';
export type Delimiter = ',' | ';' | '\t';
export type LineEnd = '\r\n' | '\n' | '\r';

export interface CsvFormat {
  readonly kind: 'csv';
  readonly encoding: TextEncodingName;
  readonly byteOrderMark: boolean;
  readonly delimiter: Delimiter;
  readonly lineEnd: LineEnd;
}

export interface XlsxFormat {
  readonly kind: 'xlsx';
  /** The sheet that was read. */
  readonly sheet: string;
  readonly date1904: boolean;
}

export interface TableHead {
  /** Names of all visible sheets, in their order; absent for csv. */
  readonly sheets?: readonly string[];
  readonly format: CsvFormat | XlsxFormat;
  /** Row number of the header row. */
  readonly headerRow: number;
  /** By position, as typed; blank and duplicate headers are kept. */
  readonly headers: readonly string[];
  /** What is wrong with the shape of single rows: too many columns, quotes, merged or oversized cells. */
  readonly problems: readonly CellProblem[];
}

export interface RawTable extends TableHead {
  /** Rows below the header that have at least one cell that is not blank. */
  readonly rows: readonly RawRow[];
}

/** What a person reads in the cell. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell : cell.text;
}

/** Blank means: nothing that can be seen. Full-width, no-break and zero-width spaces are blank too. */
export function isBlankCell(cell: RawCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && (cell === '' || trimOuter(cell) === ''));
}

const OUTER_SPACE = /^[\s\u00a0\u3000\u200b\ufeff]+|[\s\u00a0\u3000\u200b\ufeff]+$/g;

/** Without outer white space of any kind, for comparing; what is stored stays as typed. */
export function trimOuter(text: string): string {
  return text.replace(OUTER_SPACE, '');
}

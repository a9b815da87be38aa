/** One cell of a worksheet as XML (ECMA-376 part 1, 18.3.1.4). */
import { DAY_MS, SHANGHAI_OFFSET_MS } from '../days.ts';
import { displayWidth } from './display-width.ts';
import { fenToDecimal } from './money.ts';
import { escapeSheetText, fitCell } from './sheet-text.ts';
import type { TableColumn } from './table-column.ts';
import { dayNumber, isPlainDecimal } from './table-column.ts';
import { CELL_STYLES } from './workbook-xml.ts';

/** Excel counts days from 1899-12-30; before 1900-03-01 its calendar is wrong, so such days stay text. */
const EXCEL_EPOCH_DAYS = 25_569;
const FIRST_RIGHT_DAY = 61;
/** A spreadsheet number keeps 15 significant digits; what has more stays text. */
const SIGNIFICANT_DIGITS = 15;

/** A cell of a column that is not text; empty for null. RangeError for money that is not a safe integer. */
export function sheetCell<Row>(
  column: Exclude<TableColumn<Row>, { kind: 'text' }>,
  reference: string,
  row: Row,
): string {
  switch (column.kind) {
    case 'money-fen': {
      const fen = column.value(row);
      return fen === null ? '' : decimalCell(reference, fenToDecimal(fen), CELL_STYLES.money);
    }
    case 'integer': {
      const integer = column.value(row);
      return integer === null ? '' : decimalCell(reference, String(integer), CELL_STYLES.integer);
    }
    case 'quantity': {
      const quantity = column.value(row);
      return quantity === null ? '' : decimalCell(reference, quantity, CELL_STYLES.quantity);
    }
    case 'date': {
      const date = column.value(row);
      return date === null ? '' : dateCell(reference, date);
    }
    case 'instant': {
      const instant = column.value(row);
      if (instant === null) return '';
      const serial = (instant.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS + EXCEL_EPOCH_DAYS;
      if (!Number.isFinite(serial)) throw new RangeError('An invalid date cannot be written');
      return numberCell(reference, String(serial), CELL_STYLES.instant);
    }
  }
}

function dateCell(reference: string, date: string): string {
  const days = dayNumber(date);
  const serial = days === null ? 0 : days + EXCEL_EPOCH_DAYS;
  return serial < FIRST_RIGHT_DAY
    ? optionalText(reference, date)
    : numberCell(reference, String(serial), CELL_STYLES.date);
}

function decimalCell(reference: string, decimal: string, style: number): string {
  const digits = decimal.replace(/^-?0*\.?0*|\./g, '').length;
  return isPlainDecimal(decimal) && digits <= SIGNIFICANT_DIGITS
    ? numberCell(reference, decimal, style)
    : optionalText(reference, decimal);
}

function numberCell(reference: string, number: string, style: number): string {
  return `<c r="${reference}" s="${style}"><v>${number}</v></c>`;
}

function optionalText(reference: string, text: string): string {
  return text === '' ? '' : textCell(reference, text, CELL_STYLES.text);
}

/** A cell of text, never a formula. */
export function textCell(reference: string, text: string, style: number): string {
  const escaped = escapeSheetText(fitCell(text));
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** Lines that a text takes in a column of this width, its own line breaks included. */
export function textLineCount(text: string, width: number): number {
  if (text.length * 2 <= width && !/[\r\n]/.test(text)) return 1;
  let lines = 0;
  for (const line of text.split(/\r\n?|\n/)) lines += Math.max(1, Math.ceil(displayWidth(line) / width));
  return lines;
}

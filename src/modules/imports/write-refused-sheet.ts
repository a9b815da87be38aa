import { textCell } from '../../platform/spreadsheets/sheet-cell.ts';
import { sheetName } from '../../platform/spreadsheets/sheet-text.ts';
import {
  closeSheet,
  columnLetters,
  openSheet,
  type SheetHead,
} from '../../platform/spreadsheets/sheet-xml.ts';
import { CELL_STYLES, workbookParts } from '../../platform/spreadsheets/workbook-xml.ts';
import { zipStream, type ZipEntry } from '../../platform/spreadsheets/zip-stream.ts';
import { guardFormula } from './cells/formula-guard.ts';
import type { RawCell } from './raw-table.ts';

/** The rows of the file that goes back: as read, the reason in its column. */
export interface RefusedRows {
  readonly headers: readonly string[];
  readonly rows: Iterable<readonly RawCell[]>;
}

const CHUNK_CHARACTERS = 64 * 1024;
const COLUMN_WIDTH = 16;
const REASON_WIDTH = 60;
const DAYS_FROM_1900_TO_1904 = 1462;

/**
 * Refused rows as an xlsx workbook of one sheet: numbers, dates and booleans stay what they were (dates in the 1900
 * system), what only looks like a number stays text.
 */
export async function* writeRefusedSheet(
  refused: RefusedRows,
  sheet: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const lastColumn = refused.headers.length - 1;
  const head: SheetHead = {
    titles: refused.headers,
    widths: refused.headers.map((_, index) => (index === lastColumn ? REASON_WIDTH : COLUMN_WIDTH)),
    heading: null,
    notes: [],
  };
  const state = { lastRow: 1 };
  yield* zipStream(entries(refused, head, sheetName(sheet, 1), state));
}

async function* entries(
  refused: RefusedRows,
  head: SheetHead,
  name: string,
  state: { lastRow: number },
): AsyncGenerator<ZipEntry, void, undefined> {
  yield { name: 'xl/worksheets/sheet1.xml', content: sheetContent(refused, head, state) };
  const letters = columnLetters(refused.headers.length - 1);
  yield* workbookParts([{ name, filterRange: `$A$1:$${letters}$${state.lastRow}`, headerRows: '$1:$1' }]);
}

async function* sheetContent(refused: RefusedRows, head: SheetHead, state: { lastRow: number }) {
  let pending = openSheet(head);
  for (const row of refused.rows) {
    state.lastRow += 1;
    const at = state.lastRow;
    const cells = row.map((cell, column) => cellXml(`${columnLetters(column)}${at}`, cell)).join('');
    pending += `<row r="${at}">${cells}</row>`;
    if (pending.length < CHUNK_CHARACTERS) continue;
    yield pending;
    pending = '';
  }
  yield pending + closeSheet(refused.headers.length, head, state.lastRow);
}

function cellXml(reference: string, cell: RawCell): string {
  if (typeof cell === 'string')
    return cell === '' ? '' : textCell(reference, guardFormula(cell), CELL_STYLES.text);
  if (cell.kind === 'boolean') return `<c r="${reference}" t="b"><v>${cell.value}</v></c>`;
  if (cell.kind === 'error') return textCell(reference, cell.text, CELL_STYLES.text);
  // A number shown with leading zeros would lose them.
  if (cell.kind === 'number' && cell.text !== String(cell.value))
    return textCell(reference, cell.text, CELL_STYLES.text);
  if (cell.kind === 'number') return `<c r="${reference}"><v>${cell.value}</v></c>`;
  const serial = cell.value + (cell.date1904 === true ? DAYS_FROM_1900_TO_1904 : 0);
  return `<c r="${reference}" s="${CELL_STYLES.date}"><v>${serial}</v></c>`;
}

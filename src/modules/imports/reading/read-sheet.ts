import { UNCALCULATED_FORMULA, type RawCell, type RawRow } from '../raw-table.ts';
import { refuseFile } from '../refusals.ts';
import type { MergedRange } from './find-header.ts';
import { dayOfSerial, type NumberFormat } from './number-format.ts';
import { parseXml, type Attributes } from './parse-xml.ts';
import { isTrue, unescapeText } from './read-workbook.ts';

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
  readonly columnLimit: number;
  row(row: RawRow): void;
  progress(fraction: number): void;
}

interface OpenCell {
  position: number;
  type: string;
  style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

const UNCALCULATED: RawCell = { kind: 'error', text: UNCALCULATED_FORMULA, value: 0 };

/** Parses a worksheet and hands over its rows in order. Throws IMPORT_FILE_DAMAGED, IMPORT_TOO_MANY_COLUMNS. */
export function readSheetRows(xml: Uint8Array, part: string, context: SheetContext): void {
  let rowNumber = 0;
  let cells: RawCell[] = [];
  let cell: OpenCell | null = null;
  let collecting = false;
  let phonetic = 0;
  parseXml(xml, part, {
    open(name, attributes) {
      if (name === 'c') cell = openCell(attributes, cells.length, rowNumber, context.columnLimit);
      else if (name === 'row') {
        rowNumber = rowAfter(rowNumber, attributes['r']);
        cells = [];
      } else if (cell !== null) {
        if (name === 'rPh') phonetic += 1;
        else if (name === 'f') cell.hasFormula = true;
        collecting = name === 'v' || (name === 't' && phonetic === 0);
        if (collecting) cell.hasValue = true;
      }
    },
    text(piece) {
      if (collecting && cell !== null) cell.text += piece;
    },
    close(name) {
      collecting = false;
      if (name === 'rPh') phonetic -= 1;
      else if (name === 'c' && cell !== null) {
        while (cells.length < cell.position) cells.push('');
        cells[cell.position] = valueOf(cell, part, context);
        cell = null;
      } else if (name === 'row') context.row({ rowNumber, cells });
    },
    progress: (fraction) => {
      context.progress(fraction);
    },
  });
}

function rowAfter(before: number, reference: string | undefined): number {
  const row = Number(reference);
  return Number.isInteger(row) && row > before ? row : before + 1;
}

function openCell(attributes: Attributes, next: number, row: number, limit: number): OpenCell {
  const position = attributes['r'] === undefined ? next : columnOf(attributes['r']);
  if (position >= limit) throw refuseFile('IMPORT_TOO_MANY_COLUMNS', { row, limit });
  const style = Number(attributes['s'] ?? 0);
  return { position, type: attributes['t'] ?? 'n', style, hasFormula: false, hasValue: false, text: '' };
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function valueOf(cell: OpenCell, part: string, context: SheetContext): RawCell {
  if (!cell.hasValue || (cell.text === '' && cell.type !== 'str')) return cell.hasFormula ? UNCALCULATED : '';
  switch (cell.type) {
    case 's':
      return sharedString(cell, part, context);
    case 'inlineStr':
    case 'str':
    case 'd':
      return unescapeText(cell.text);
    case 'b':
      return {
        kind: 'boolean',
        text: isTrue(cell.text) ? 'TRUE' : 'FALSE',
        value: isTrue(cell.text) ? 1 : 0,
      };
    case 'e':
      return { kind: 'error', text: cell.text, value: 0 };
    default:
      return numberCell(cell, context);
  }
}

function sharedString(cell: OpenCell, part: string, context: SheetContext): string {
  const text = context.sharedStrings[Number(cell.text)];
  if (text === undefined) throw refuseFile('IMPORT_FILE_DAMAGED', { part });
  return text;
}

function numberCell(cell: OpenCell, context: SheetContext): RawCell {
  const value = Number(cell.text);
  if (!Number.isFinite(value)) return cell.text;
  const format = context.formats[cell.style];
  const epoch = context.date1904 ? ({ date1904: true } as const) : {};
  if (format?.kind === 'date') {
    const day = dayOfSerial(value, context.date1904);
    return { kind: 'date', text: day ?? String(value), value, ...epoch };
  }
  const digits = String(value);
  const text =
    format?.kind === 'padded' && /^\d+$/.test(digits) ? digits.padStart(format.digits, '0') : digits;
  return { kind: 'number', text, value, ...epoch };
}

const MERGE_LIMIT = 20_000;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/**
 * Merged cells of more than one cell. They stand behind the rows in the part but must be known before the first of
 * them, so their list is looked up from the end.
 */
export function mergedRanges(xml: Buffer): readonly MergedRange[] {
  const end = xml.lastIndexOf('mergeCells>');
  const start = end < 0 ? -1 : xml.lastIndexOf('mergeCells', end - 1);
  if (start < 0) return [];
  const ranges: MergedRange[] = [];
  for (const [, left = '', top = '', right = '', bottom = ''] of xml
    .toString('utf8', start, end)
    .matchAll(MERGE)) {
    ranges.push({
      name: `${left}${top}:${right}${bottom}`,
      firstRow: Number(top),
      lastRow: Number(bottom),
      firstColumn: columnOf(left),
      lastColumn: columnOf(right),
    });
    if (ranges.length === MERGE_LIMIT) break;
  }
  return ranges;
}

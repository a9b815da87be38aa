/** One worksheet as XML, in pieces that can be written while rows arrive (ECMA-376 part 1, 18.3). */
import { sheetCell, textCell, textLineCount } from './sheet-cell.ts';
import type { TableColumn } from './table-column.ts';
import { CELL_STYLES } from './workbook-xml.ts';

export type SheetColumn<Row> = {
  readonly column: TableColumn<Row>;
  readonly letters: string;
  /** In half-width characters. */
  readonly width: number;
};

export type SheetHead = {
  readonly titles: readonly string[];
  /** In half-width characters, one a column. */
  readonly widths: readonly number[];
  readonly heading: string | null;
  readonly notes: readonly string[];
};

/** In points; Excel refuses higher rows. */
const HIGHEST_ROW = 409;
const LINE_HEIGHT = 13;

/** `A`, `Z`, `AA` for a zero-based column. */
export function columnLetters(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetters((index - rest) / 26 - 1) + letter;
}

/** Rows above the first data row. */
export function headRowCount(head: SheetHead): number {
  return (head.heading === null ? 0 : 1) + head.notes.length + 1;
}

/** Everything before the first data row: frozen header, widths, heading, notes, column titles. */
export function openSheet(head: SheetHead): string {
  const headerRow = headRowCount(head);
  const lines: string[] = [];
  const above = [...(head.heading === null ? [] : [head.heading]), ...head.notes];
  above.forEach((text, index) => {
    const style = index === 0 && head.heading !== null ? CELL_STYLES.heading : CELL_STYLES.note;
    lines.push(`<row r="${index + 1}">${textCell(`A${index + 1}`, text, style)}</row>`);
  });
  const titles = head.titles.map((title, column) =>
    textCell(`${columnLetters(column)}${headerRow}`, title, CELL_STYLES.header),
  );
  lines.push(`<row r="${headerRow}">${titles.join('')}</row>`);
  const columns = head.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}`
  );
}

/** One data row, high enough for its lines. RangeError where money or an integer is not a safe integer. */
export function sheetRow<Row>(columns: readonly SheetColumn<Row>[], row: Row, at: number): string {
  let cells = '';
  let lines = 1;
  for (const { column, letters, width } of columns) {
    if (column.kind === 'text') {
      const text = column.value(row) ?? '';
      const ownLines = textLineCount(text, width);
      if (text !== '') {
        cells += textCell(`${letters}${at}`, text, ownLines > 1 ? CELL_STYLES.textLines : CELL_STYLES.text);
      }
      lines = Math.max(lines, ownLines);
    } else {
      cells += sheetCell(column, `${letters}${at}`, row);
    }
  }
  const height =
    lines === 1 ? '' : ` ht="${Math.min(HIGHEST_ROW, lines * LINE_HEIGHT + 2)}" customHeight="1"`;
  return `<row r="${at}"${height}>${cells}</row>`;
}

/** Everything after the last data row: the filter over the header and the rows, A4 landscape, as wide as the paper. */
export function closeSheet(columnCount: number, head: SheetHead, lastRow: number): string {
  const lastColumn = columnLetters(columnCount - 1);
  const headingMerge =
    head.heading !== null && columnCount > 1
      ? `<mergeCells count="1"><mergeCell ref="A1:${lastColumn}1"/></mergeCells>`
      : '';
  return (
    `</sheetData><autoFilter ref="A${headRowCount(head)}:${lastColumn}${lastRow}"/>${headingMerge}` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页 / 共 &amp;N 页</oddFooter></headerFooter></worksheet>'
  );
}

import { displayWidth } from './display-width.ts';
import { peekRows } from './peek-rows.ts';
import { sheetName } from './sheet-text.ts';
import type { SheetColumn, SheetHead } from './sheet-xml.ts';
import { closeSheet, columnLetters, headRowCount, openSheet, sheetRow } from './sheet-xml.ts';
import type { ColumnKind, TableColumn, TableRows } from './table-column.ts';
import type { SheetEntry } from './workbook-xml.ts';
import { workbookParts } from './workbook-xml.ts';
import type { ZipEntry } from './zip-stream.ts';
import { zipStream } from './zip-stream.ts';

export type XlsxOptions = {
  readonly sheetName: string;
  /** Stands above the table over its whole width. */
  readonly title?: string;
  /** Lines between the title and the table, for instance the filters the table was made with. */
  readonly notes?: readonly string[];
  /** Rows a sheet holds, its head included; Excel's limit where left out. */
  readonly sheetRowLimit?: number;
};

const EXCEL_ROW_LIMIT = 1_048_576;
const CHUNK_CHARACTERS = 64 * 1024;
const MEASURED_ROWS = 200;
const WIDEST = 48;

const WIDTH_BY_KIND: Record<ColumnKind, number> = {
  text: 10,
  'money-fen': 16,
  integer: 10,
  quantity: 12,
  date: 12,
  instant: 20,
};

/**
 * Writes a table as an xlsx workbook: money, quantities, integers, days and instants as real numbers with a format,
 * every text as text (a leading `=` is never a formula, codes and serial numbers keep their zeros), frozen and
 * filtered header, widths measured over the first rows. What does not fit a sheet goes on in `name (2)`, `name (3)`.
 *
 * It is streamed: rows are read as fast as the bytes are taken, and memory does not grow with them. The file can be
 * opened only with its last bytes, so an error of the row source, which is thrown on, never leaves a file that seems
 * complete. Throws a RangeError for money that is not a safe integer and for more than 4 GiB.
 */
export async function* writeXlsx<Row>(
  columns: readonly TableColumn<Row>[],
  rows: TableRows<Row>,
  options: XlsxOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const peeked = await peekRows(rows, MEASURED_ROWS);
  try {
    const sheetColumns = columns.map((column, index) => ({
      column,
      letters: columnLetters(index),
      width: sheetWidth(column, peeked.first),
    }));
    const head: SheetHead = {
      titles: columns.map(({ title }) => title),
      widths: sheetColumns.map(({ width }) => width),
      heading: options.title ?? null,
      notes: options.notes ?? [],
    };
    const limit = Math.max(headRowCount(head) + 1, options.sheetRowLimit ?? EXCEL_ROW_LIMIT);
    yield* zipStream(workbookEntries(sheetColumns, peeked.all, head, { name: options.sheetName, limit }));
  } finally {
    await peeked.close();
  }
}

function sheetWidth<Row>(column: TableColumn<Row>, rows: readonly Row[]): number {
  if (column.width !== undefined) return column.width;
  // Two places for the filter's arrow beside the title.
  const title = displayWidth(column.title) + 4;
  const content = column.kind === 'text' ? rows.map((row) => displayWidth(column.value(row) ?? '') + 2) : [];
  return Math.min(WIDEST, Math.max(title, WIDTH_BY_KIND[column.kind], ...content));
}

async function* workbookEntries<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row>,
  head: SheetHead,
  sheet: { name: string; limit: number },
): AsyncGenerator<ZipEntry, void, undefined> {
  const source = rows[Symbol.asyncIterator]();
  const written: SheetEntry[] = [];
  const state = { lastRow: 0, next: await source.next() };
  do {
    yield {
      name: `xl/worksheets/sheet${written.length + 1}.xml`,
      content: sheetContent(columns, head, sheet.limit, source, state),
    };
    const header = headRowCount(head);
    written.push({
      name: sheetName(sheet.name, written.length + 1),
      filterRange: `$A$${header}:$${columnLetters(columns.length - 1)}$${state.lastRow}`,
      headerRows: `$${header}:$${header}`,
    });
  } while (state.next.done !== true);
  yield* workbookParts(written);
}

async function* sheetContent<Row>(
  columns: readonly SheetColumn<Row>[],
  head: SheetHead,
  limit: number,
  source: AsyncIterator<Row>,
  state: { lastRow: number; next: IteratorResult<Row> },
): AsyncGenerator<string, void, undefined> {
  let pending = openSheet(head);
  state.lastRow = headRowCount(head);
  while (state.next.done !== true && state.lastRow < limit) {
    state.lastRow += 1;
    pending += sheetRow(columns, state.next.value, state.lastRow);
    if (pending.length >= CHUNK_CHARACTERS) {
      yield pending;
      pending = '';
    }
    state.next = await source.next();
  }
  yield pending + closeSheet(columns.length, head, state.lastRow);
}

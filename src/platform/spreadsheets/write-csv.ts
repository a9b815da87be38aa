import { fenToDecimal } from './money.ts';
import type { TableColumn, TableRows } from './table-column.ts';
import { dayNumber, isPlainDecimal } from './table-column.ts';
import { formatWallClock } from './wall-clock.ts';

const BYTE_ORDER_MARK = '\ufeff';
const CHUNK_CHARACTERS = 64 * 1024;

/** What a spreadsheet program may take for the start of a formula, full-width forms included (OWASP, CSV Injection). */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * Writes a table as csv: UTF-8 with byte order mark, commas, CRLF, quotes by RFC 4180, one header line. Money is a
 * plain decimal of yuan, an instant the wall clock of Asia/Shanghai. A text that a spreadsheet program would take for
 * a formula gets an apostrophe in front; numbers of numeric columns stay numbers, negative ones too.
 *
 * Chunks are about 64 kB; memory does not grow with the rows. An error of the row source ends the stream with that
 * error; whoever sends the stream must then break the connection off, as express's pipeline does.
 */
export async function* writeCsv<Row>(
  columns: readonly TableColumn<Row>[],
  rows: TableRows<Row>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let pending = BYTE_ORDER_MARK + csvLine(columns.map((column) => textField(column.title)));
  for await (const row of rows) {
    pending += csvLine(columns.map((column) => csvField(column, row)));
    if (pending.length >= CHUNK_CHARACTERS) {
      yield Buffer.from(pending, 'utf8');
      pending = '';
    }
  }
  if (pending !== '') yield Buffer.from(pending, 'utf8');
}

function csvLine(fields: readonly string[]): string {
  return `${fields.join(',')}\r\n`;
}

function csvField<Row>(column: TableColumn<Row>, row: Row): string {
  switch (column.kind) {
    case 'money-fen': {
      const fen = column.value(row);
      return fen === null ? '' : fenToDecimal(fen);
    }
    case 'integer': {
      const integer = column.value(row);
      return integer === null ? '' : textOrNumberField(String(integer), isPlainDecimal);
    }
    case 'instant': {
      const instant = column.value(row);
      return instant === null ? '' : formatWallClock(instant);
    }
    case 'quantity':
      return textOrNumberField(column.value(row) ?? '', isPlainDecimal);
    case 'date':
      return textOrNumberField(column.value(row) ?? '', (value) => dayNumber(value) !== null);
    case 'text':
      return textField(column.value(row) ?? '');
  }
}

function textOrNumberField(value: string, isHarmless: (value: string) => boolean): string {
  return isHarmless(value) ? value : textField(value);
}

function textField(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

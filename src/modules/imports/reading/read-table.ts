import type { RawRow, RawTable, TableHead } from '../raw-table.ts';
import { refuseFile } from '../refusals.ts';
import { openFile } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { READ_LIMITS, type ReadOptions, type RowSink } from './read-options.ts';
import { readXlsx } from './read-xlsx.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Reads an xlsx or csv file into a table: `headers` by position and `rows` below them, cells untouched. The kind is
 * told by the content; `fileName` is only quoted in refusals. Blank rows are left out, row numbers stay those of the
 * file. What is wrong with single rows is in `problems`; those rows are in `rows` all the same.
 *
 * Throws a `Refusal` of `IMPORT_FILE_REFUSALS` when nothing can be read: locked, xls, xlsb, ods, HTML, damaged, unknown
 * encoding, no header, or beyond `READ_LIMITS`.
 *
 * Blocks while it reads (13,365 × 40 cells of xlsx take about a second): the server uses `readTableInWorker`.
 */
export function readTable(file: Uint8Array, fileName: string, options: ReadOptions = {}): RawTable {
  const rows: RawRow[] = [];
  const head = streamTable(file, fileName, options, { row: (row) => rows.push(row) });
  return { ...head, rows };
}

/** `readTable` that hands each row to the sink instead of keeping it; the head is known at the end. */
export function streamTable(
  file: Uint8Array,
  fileName: string,
  options: ReadOptions,
  sink: RowSink,
): TableHead {
  const limits = { ...READ_LIMITS, ...options.limits };
  if (file.byteLength > limits.fileBytes) {
    throw refuseFile('IMPORT_FILE_TOO_LARGE', { limitMegabytes: Math.floor(limits.fileBytes / MEBIBYTE) });
  }
  const opened = openFile(file, fileName, limits.unpackedBytes);
  return opened.kind === 'xlsx' ? readXlsx(opened.archive, options, sink) : readCsv(file, options, sink);
}

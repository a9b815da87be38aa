import { guardFormula } from './cells/formula-guard.ts';
import { isReasonHeader, REASON_HEADER } from './header-names.ts';
import { cellText, type CsvFormat, type RawCell, type RawTable } from './raw-table.ts';
import { writeRefusedSheet, type RefusedRows } from './write-refused-sheet.ts';

/** What is said about a row; `CellProblem` is one, and so is whatever a target finds wrong. */
export interface RowProblem {
  readonly rowNumber: number;
  /** Header of the column that is meant; '' for the whole row. */
  readonly column: string;
  readonly zh: string;
  readonly en: string;
}

const CHUNK_CHARACTERS = 64 * 1024;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rows that have a problem, as a file in the layout they came in: same headers, order, separator and kind of file,
 * with one column 原因 / Reason at the end that lists every problem of the row. It can be corrected and imported again;
 * its reason column is then passed over and, should rows be refused once more, written anew.
 *
 * csv is UTF-8 with byte order mark, for Excel; xlsx keeps numbers and dates as such. Texts that a spreadsheet program
 * would take for a formula get an apostrophe, which an import takes off again. Streamed in chunks of about 64 kB.
 */
export function writeRefusedRows(
  table: RawTable,
  problems: readonly RowProblem[],
  language: 'zh' | 'en',
): AsyncGenerator<Uint8Array, void, undefined> {
  const refused = refusedRows(table, problems, language);
  return table.format.kind === 'csv'
    ? writeRefusedCsv(refused, table.format)
    : writeRefusedSheet(refused, table.format.sheet);
}

function refusedRows(table: RawTable, problems: readonly RowProblem[], language: 'zh' | 'en'): RefusedRows {
  const reasons = new Map<number, string>();
  for (const problem of problems) {
    const column = problem.column.trim();
    const where = column === '' ? '' : language === 'en' ? `[${column}] ` : `【${column}】`;
    const before = reasons.get(problem.rowNumber);
    const separator = before === undefined ? '' : language === 'en' ? `${before} ` : before;
    reasons.set(problem.rowNumber, `${separator}${where}${problem[language]}`);
  }
  const width = table.headers.length;
  const earlier = table.headers.findLastIndex(isReasonHeader);
  const position = earlier < 0 ? width : earlier;
  return { headers: withReason(table.headers, position, width, REASON_HEADER[language]), rows: rows() };

  function* rows() {
    for (const row of table.rows) {
      const reason = reasons.get(row.rowNumber);
      if (reason !== undefined) yield withReason(row.cells, position, width, reason);
    }
  }
}

/** Cells beyond the headers stay behind the reason, so that the row is still too long until someone looks at it. */
function withReason<C>(
  cells: readonly C[],
  position: number,
  width: number,
  reason: C | string,
): (C | string)[] {
  const all: (C | string)[] = cells.slice(0, width);
  while (all.length < width) all.push('');
  all[position] = reason;
  return [...all, ...cells.slice(width)];
}

async function* writeRefusedCsv(
  refused: RefusedRows,
  format: CsvFormat,
): AsyncGenerator<Uint8Array, void, undefined> {
  const line = (cells: readonly RawCell[]) =>
    cells.map((cell) => csvField(guardFormula(cellText(cell)), format.delimiter)).join(format.delimiter) +
    format.lineEnd;
  let pending = BYTE_ORDER_MARK + line(refused.headers);
  for (const row of refused.rows) {
    pending += line(row);
    if (pending.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(pending, 'utf8');
    pending = '';
  }
  yield Buffer.from(pending, 'utf8');
}

function csvField(text: string, delimiter: string): string {
  const needsQuotes = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

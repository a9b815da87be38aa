import { cellText, trimOuter, type RawCell, type RawRow } from '../raw-table.ts';
import { normaliseHeader } from '../header-names.ts';

/** Rows and columns from 1 and 0 as in `RawRow`; both ends included. */
export interface MergedRange {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface FoundHeader {
  /** The last row of the header; data starts below. */
  readonly rowNumber: number;
  readonly headers: readonly string[];
}

export const HEADER_SEARCH_ROWS = 20;
const LEAST_KNOWN = 2;
const NEARLY = 0.6;

/**
 * The header among the first rows: the first row that is nearly as rich in names as the richest; titles and notes above
 * it are passed over. A header of two rows (groups merged over their columns, others merged downwards) becomes one:
 * each column takes the lowest name above its data.
 *
 * `chosenRow` is what a person pointed at. Null where no row has a name.
 */
export function findHeader(
  rows: readonly RawRow[],
  merges: readonly MergedRange[],
  knownHeaders: ReadonlySet<string>,
  chosenRow?: number,
): FoundHeader | null {
  const best = chosenRow === undefined ? richestRow(rows, knownHeaders) : rowOf(rows, chosenRow);
  if (best === undefined) return null;
  const block = headerBlock(best.rowNumber, merges);
  const blockRows = rows.filter((row) => row.rowNumber >= block.first && row.rowNumber <= block.last);
  const width = Math.max(...blockRows.map((row) => row.cells.length));
  const headers = Array.from({ length: width }, (_, position) => nameOf(blockRows, merges, position));
  return { rowNumber: block.last, headers };
}

function rowOf(rows: readonly RawRow[], rowNumber: number): RawRow | undefined {
  return rows.find((row) => row.rowNumber === rowNumber);
}

/**
 * Known names decide where there are any. Otherwise a row of data may hold more texts than a header with blank names,
 * hence nearly; and one row may have too many cells, hence the second richest counts.
 */
function richestRow(rows: readonly RawRow[], known: ReadonlySet<string>): RawRow | undefined {
  const knownNames = rows.map(
    (row) => row.cells.filter((cell) => known.has(normaliseHeader(cellText(cell)))).length,
  );
  const mostKnown = Math.max(0, ...knownNames);
  if (mostKnown >= LEAST_KNOWN) return rows[knownNames.findIndex((count) => count >= mostKnown * NEARLY)];
  const names = rows.map((row) => row.cells.filter(looksLikeName).length);
  const [most = 0, second = most] = names.toSorted((one, other) => other - one);
  const least = Math.max(Math.min(2, most), second * NEARLY);
  return most === 0 ? undefined : rows[names.findIndex((count) => count >= least)];
}

/** Numbers, dates and codes are data, `单位：某某法院` is a note; a name has a letter and no long run of digits. */
function looksLikeName(cell: RawCell): boolean {
  return typeof cell === 'string' && /\p{L}/u.test(cell) && !/\d{4,}|：\s*\S/.test(cell);
}

/** A header reaches as far up and down as the cells merged vertically through it. */
function headerBlock(rowNumber: number, merges: readonly MergedRange[]): { first: number; last: number } {
  let first = rowNumber;
  let last = rowNumber;
  for (const merge of merges) {
    const vertical = merge.lastRow > merge.firstRow && merge.lastRow <= HEADER_SEARCH_ROWS;
    if (!vertical || merge.firstRow > rowNumber || merge.lastRow < rowNumber) continue;
    first = Math.min(first, merge.firstRow);
    last = Math.max(last, merge.lastRow);
  }
  return { first, last };
}

function nameOf(rows: readonly RawRow[], merges: readonly MergedRange[], position: number): string {
  for (const row of rows.toReversed()) {
    const text = cellText(row.cells[position]);
    if (trimOuter(text) !== '') return text;
    const group = merges.find(
      (merge) =>
        merge.firstRow === row.rowNumber && merge.firstColumn < position && merge.lastColumn >= position,
    );
    const groupName = group === undefined ? '' : cellText(row.cells[group.firstColumn]);
    if (trimOuter(groupName) !== '' && rows.length > 1) return groupName;
  }
  return '';
}

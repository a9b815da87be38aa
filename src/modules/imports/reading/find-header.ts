import { cellText, isBlankCell, trimOuter, type RawCell, type RawRow } from '../raw-table.ts';
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
const KNOWN_WEIGHT = 3;
const NEARLY = 0.6;

/**
 * The header among the first rows: the first row that is nearly as rich in names as the richest, where a known name
 * counts three times; titles and notes above it are passed over. A header of two rows (groups merged over their columns,
 * others merged downwards) becomes one: each column takes the lowest name above its data.
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

/** A row of data may hold more texts than a header with blank names, hence nearly. */
function richestRow(rows: readonly RawRow[], known: ReadonlySet<string>): RawRow | undefined {
  const scores = rows.map((row) => scoreOf(row, known));
  const best = Math.max(0, ...scores);
  return best === 0 ? undefined : rows[scores.findIndex((score) => score >= best * NEARLY)];
}

function scoreOf(row: RawRow, known: ReadonlySet<string>): number {
  let score = 0;
  for (const cell of row.cells) {
    if (isBlankCell(cell)) continue;
    if (known.has(normaliseHeader(cellText(cell)))) score += KNOWN_WEIGHT;
    else if (looksLikeName(cell)) score += 1;
  }
  return score;
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

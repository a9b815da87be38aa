import {
  describeProblem,
  visibleText,
  type CellProblem,
  type CellReason,
  type ReasonFacts,
} from '../problems.ts';
import { cellText, isBlankCell, type RawCell, type RawRow } from '../raw-table.ts';
import { refuseFile } from '../refusals.ts';
import { findHeader, HEADER_SEARCH_ROWS, type FoundHeader, type MergedRange } from './find-header.ts';
import { READ_LIMITS, type ReadLimits, type ReadOptions, type RowSink } from './read-options.ts';

const LOWEST_HEADER_ROW = 1000;
/** A name is that long at most; what is longer was never meant as one. */
const HEADER_CHARACTERS = 1000;

export interface AssembledHead {
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly problems: readonly CellProblem[];
}

/**
 * Makes a table of the physical rows of a file, which come in order: finds the header, passes every row below it that
 * is not blank to the sink, and keeps a problem for each row whose shape does not fit.
 * Throws IMPORT_HEADER_NOT_FOUND, IMPORT_TOO_MANY_ROWS, …_COLUMNS, …_CELLS.
 */
export class TableAssembler {
  private readonly limits: ReadLimits;
  private readonly known: ReadonlySet<string>;
  private readonly problems: CellProblem[] = [];
  private readonly waiting: { row: RawRow; unbalanced: boolean }[] = [];
  /** Those that reach over several rows, in order. */
  private readonly merges: readonly MergedRange[];
  private nextMerge = 0;
  private openMerges: MergedRange[] = [];
  private header: FoundHeader | null = null;
  private rowCount = 0;
  private cellCount = 0;

  constructor(
    private readonly options: ReadOptions,
    private readonly sink: RowSink,
    private readonly allMerges: readonly MergedRange[] = [],
  ) {
    this.limits = { ...READ_LIMITS, ...options.limits };
    this.merges = allMerges
      .filter((merge) => merge.lastRow > merge.firstRow)
      .sort((one, other) => one.firstRow - other.firstRow);
    this.known = new Set(options.knownHeaders ?? []);
  }

  /** `unbalanced`: the quotes of the row do not pair. */
  add(row: RawRow, unbalanced = false): void {
    if (this.header !== null) {
      this.take(this.header, row, unbalanced);
      return;
    }
    this.waiting.push({ row, unbalanced });
    if (
      row.rowNumber >= Math.max(HEADER_SEARCH_ROWS, Math.min(this.options.headerRow ?? 0, LOWEST_HEADER_ROW))
    )
      this.decideHeader();
  }

  finish(): AssembledHead {
    if (this.header === null) this.decideHeader();
    if (this.header === null) throw refuseFile('IMPORT_HEADER_NOT_FOUND');
    return { headerRow: this.header.rowNumber, headers: this.header.headers, problems: this.problems };
  }

  private decideHeader(): void {
    const rows = this.waiting.map(({ row }) => row);
    const read = findHeader(rows, this.allMerges, this.known, this.options.headerRow);
    if (read === null) throw refuseFile('IMPORT_HEADER_NOT_FOUND');
    this.refuseTooWide(read.rowNumber, read.headers.length);
    const headers = read.headers.map((header) => visibleText(header.slice(0, HEADER_CHARACTERS)));
    const found = { ...read, headers };
    this.header = found;
    this.sink.head?.(headers);
    for (const { row, unbalanced } of this.waiting) {
      if (row.rowNumber > found.rowNumber) this.take(found, row, unbalanced);
    }
    this.waiting.length = 0;
  }

  private take(header: FoundHeader, row: RawRow, unbalanced: boolean): void {
    const filled = filledCells(row.cells);
    if (filled.count === 0) return;
    this.refuseTooWide(row.rowNumber, filled.width);
    this.rowCount += 1;
    this.cellCount += filled.count;
    if (this.rowCount > this.limits.rows)
      throw refuseFile('IMPORT_TOO_MANY_ROWS', { limit: this.limits.rows });
    if (this.cellCount > this.limits.cells)
      throw refuseFile('IMPORT_TOO_MANY_CELLS', { limit: this.limits.cells });
    this.checkShape(header, row, filled.width, unbalanced);
    this.sink.row({
      rowNumber: row.rowNumber,
      cells: row.cells.slice(0, Math.max(header.headers.length, filled.width)),
    });
  }

  private checkShape(header: FoundHeader, row: RawRow, width: number, unbalanced: boolean): void {
    const columns = header.headers.length;
    if (unbalanced) this.report(row, null, row.cells.map(cellText).join(' '), 'QUOTE_UNBALANCED');
    else if (width > columns) {
      const facts = { count: width, headers: columns };
      this.report(
        row,
        null,
        cellText(row.cells.slice(columns).find((cell) => !isBlankCell(cell))),
        'ROW_TOO_LONG',
        facts,
      );
    }
    row.cells.forEach((cell, position) => {
      const count = cellText(cell).length;
      if (count <= this.limits.cellCharacters) return;
      this.report(row, position, cellText(cell), 'CELL_TOO_LONG', {
        count,
        limit: this.limits.cellCharacters,
      });
    });
    this.checkMerges(header, row);
  }

  /** A cell merged downwards has its value in its first row only; the rows below would silently lose it. */
  private checkMerges(header: FoundHeader, row: RawRow): void {
    for (let next = this.merges[this.nextMerge]; next !== undefined && next.firstRow <= row.rowNumber;) {
      const holdsValue = next.firstRow === row.rowNumber && !isBlankCell(row.cells[next.firstColumn]);
      if (holdsValue && next.firstColumn < header.headers.length) this.openMerges.push(next);
      this.nextMerge += 1;
      next = this.merges[this.nextMerge];
    }
    this.openMerges = this.openMerges.filter((merge) => merge.lastRow >= row.rowNumber);
    for (const merge of this.openMerges) {
      if (merge.firstRow < row.rowNumber)
        this.report(row, merge.firstColumn, '', 'CELL_MERGED', { range: merge.name });
    }
  }

  private report(
    row: RawRow,
    position: number | null,
    value: string,
    reason: CellReason,
    facts?: ReasonFacts,
  ): void {
    const column = position === null ? '' : (this.header?.headers[position] ?? '');
    this.problems.push(describeProblem({ rowNumber: row.rowNumber, position, column, value }, reason, facts));
  }

  private refuseTooWide(row: number, width: number): void {
    const limit = this.limits.columns;
    if (width > limit) throw refuseFile('IMPORT_TOO_MANY_COLUMNS', { row, limit });
  }
}

function filledCells(cells: readonly RawCell[]): { count: number; width: number } {
  let count = 0;
  let width = 0;
  for (let position = 0; position < cells.length; position += 1) {
    if (isBlankCell(cells[position])) continue;
    count += 1;
    width = position + 1;
  }
  return { count, width };
}

/** What a table paper shows in each cell: its text, its side, and the money it adds to the sums. */
import { formatFen } from '../spreadsheets/money.ts';
import type { TableColumn } from '../spreadsheets/table-column.ts';
import { formatWallClockMinute } from '../spreadsheets/wall-clock.ts';

export type CellAlign = 'left' | 'center' | 'right';

/** A column ready for paper; `rowNumber` counts from one. */
export type PaperColumn<Row> = {
  readonly title: string;
  readonly align: CellAlign;
  /** Only texts are broken into lines; everything else is set smaller where it does not fit. */
  readonly wraps: boolean;
  /** In half-width characters, where the caller set it. */
  readonly width: number | null;
  readonly isSummed: boolean;
  text(row: Row, rowNumber: number): string;
  /** Fen that the cell adds to the sums. */
  amountFen(row: Row): bigint;
};

/** Five digits. */
const ROW_NUMBER_WIDTH = 5.6;

/** Columns of the paper: a running number first where wanted; money columns are summed unless `totals` names some. */
export function paperColumns<Row>(
  columns: readonly TableColumn<Row>[],
  options: { rowNumberTitle: string | null; totals: readonly string[] | null },
): PaperColumn<Row>[] {
  const paper = columns.map((column) => paperColumn(column, options.totals));
  if (options.rowNumberTitle === null) return paper;
  const numbers: PaperColumn<Row> = {
    title: options.rowNumberTitle,
    align: 'center',
    wraps: false,
    width: ROW_NUMBER_WIDTH,
    isSummed: false,
    text: (_, rowNumber) => String(rowNumber),
    amountFen: () => 0n,
  };
  return [numbers, ...paper];
}

function paperColumn<Row>(column: TableColumn<Row>, totals: readonly string[] | null): PaperColumn<Row> {
  const head = { title: column.title, width: column.width ?? null, isSummed: false, amountFen: () => 0n };
  switch (column.kind) {
    case 'text':
      return { ...head, align: 'left', wraps: true, text: (row) => column.value(row) ?? '' };
    case 'money-fen':
      return {
        ...head,
        align: 'right',
        wraps: false,
        isSummed: totals === null || totals.includes(column.key),
        amountFen: (row) => BigInt(column.value(row) ?? 0),
        text: (row) => optional(column.value(row), formatFen),
      };
    case 'integer':
      return { ...head, align: 'right', wraps: false, text: (row) => optional(column.value(row), String) };
    case 'quantity':
      return { ...head, align: 'right', wraps: false, text: (row) => column.value(row) ?? '' };
    case 'date':
      return { ...head, align: 'center', wraps: false, text: (row) => column.value(row) ?? '' };
    case 'instant':
      return {
        ...head,
        align: 'center',
        wraps: true,
        text: (row) => optional(column.value(row), formatWallClockMinute),
      };
  }
}

function optional<Value>(value: Value | null, format: (value: Value) => string): string {
  return value === null ? '' : format(value);
}

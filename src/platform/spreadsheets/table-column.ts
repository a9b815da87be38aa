/**
 * The column model that every table writer (csv, xlsx, pdf) shares. A caller describes its columns once and hands the
 * same description to each of them.
 */

type ColumnHead = {
  readonly key: string;
  readonly title: string;
  /** Width in half-width characters, a Chinese character counts two; left out, it is measured. */
  readonly width?: number;
};

type Value<Row, Cell> = { value(row: Row): Cell | null };

/**
 * - `text`: as it is, never a formula
 * - `money-fen`: a safe integer of fen
 * - `integer`: a safe integer
 * - `quantity`: a decimal string, `12.5`
 * - `date`: a calendar day, `2026-11-23`
 * - `instant`: a moment, shown as the wall clock of Asia/Shanghai
 *
 * `null` is an empty cell.
 */
export type TableColumn<Row> = ColumnHead &
  (
    | ({ readonly kind: 'text' } & Value<Row, string>)
    | ({ readonly kind: 'money-fen' | 'integer' } & Value<Row, number>)
    | ({ readonly kind: 'quantity' | 'date' } & Value<Row, string>)
    | ({ readonly kind: 'instant' } & Value<Row, Date>)
  );

export type ColumnKind = TableColumn<unknown>['kind'];

/** Rows as they arrive from a cursor; an array does as well. */
export type TableRows<Row> = AsyncIterable<Row> | Iterable<Row>;

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;
const CALENDAR_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a decimal string that may stand in a file as a number: digits, one point, a leading minus. */
export function isPlainDecimal(value: string): boolean {
  return PLAIN_DECIMAL.test(value);
}

/** Days since 1970-01-01 of a calendar day, or null where the text is no day of the calendar. */
export function dayNumber(value: string): number | null {
  const match = CALENDAR_DAY.exec(value);
  if (!match) return null;
  const [, year, month, day] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().startsWith(value) ? date.getTime() / 86_400_000 : null;
}

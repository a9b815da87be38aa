/**
 * Thousands of rows as the arrays of their columns, which the database reads in half the time that it needs for the same
 * rows as JSON. A column that says the same in every row is sent once.
 */
import { sql, type RawBuilder } from 'kysely';

type Row = Readonly<Record<string, unknown>>;

const SPECIAL = /["\\]/;
const EVERY_SPECIAL = /["\\]/g;

function quoted(text: string): string {
  return SPECIAL.test(text) ? `"${text.replace(EVERY_SPECIAL, '\\$&')}"` : `"${text}"`;
}

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return quoted(value instanceof Date ? value.toISOString() : JSON.stringify(value));
  }
}

function scalarOf(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

/**
 * `(…) as name`, to be selected from: the rows with the columns that `types` names, each of the SQL type that it gives.
 * Objects become JSON; a byte string is its text form, `\x00ff`. Names and types are literals of the caller.
 */
export function rowSet(
  name: string,
  types: Readonly<Record<string, string>>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const columns = Object.keys(types);
  const [first] = rows;
  // One column at least says how many rows there are.
  const isSame = (column: string) =>
    column !== columns[0] && rows.every((row) => row[column] === first?.[column]);
  const same = columns.filter(isSame);
  const others = columns.filter((column) => !same.includes(column));
  const typed = (column: string, suffix = '') => sql.raw(`::${types[column] ?? 'text'}${suffix}`);
  const arrays = others.map(
    (column) => sql`${`{${rows.map((row) => elementOf(row[column])).join(',')}}`}${typed(column, '[]')}`,
  );
  const scalars = same.map(
    (column) => sql`, ${scalarOf(first?.[column])}${typed(column)} as ${sql.raw(column)}`,
  );
  return sql`(select given.*${sql.join(scalars, sql``)} from unnest(${sql.join(arrays)})
    as given(${sql.raw(others.join(', '))})) as ${sql.raw(name)}`;
}

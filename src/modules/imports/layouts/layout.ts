/** A known layout of a file, as data. */
import type { ImportField } from '../import-fields.ts';

export interface LayoutColumn {
  /** Names of the header, compared by `normaliseHeader`. */
  readonly names: readonly string[];
  /** Null: the column is known and not imported. */
  readonly field: ImportField | null;
  /** See `MappedColumn`. */
  readonly whenBlank?: ImportField;
}

export interface Layout {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** In each group at least one name must stand in the file. */
  readonly marks: readonly (readonly string[])[];
  /**
   * A name that stands in several columns is read by position: its first column in the file is the first one here, and
   * so on. Two names of one field: the first in the file fills it.
   */
  readonly columns: readonly LayoutColumn[];
  /** Headers that begin so are known and not imported, whatever follows. */
  readonly ignoredPrefixes?: readonly string[];
}

export function column(
  names: string | readonly string[],
  field: ImportField | null,
  whenBlank?: ImportField,
): LayoutColumn {
  const all = typeof names === 'string' ? [names] : names;
  return whenBlank === undefined ? { names: all, field } : { names: all, field, whenBlank };
}

export function ignored(...names: readonly string[]): readonly LayoutColumn[] {
  return names.map((name) => column(name, null));
}

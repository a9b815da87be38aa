/** Which column of a file fills which field: as recognised, or as mapped once by hand and kept. Browser-safe. */
import { z } from 'zod';
import { hasControlCharacters, isWellFormedText } from '../../platform/fields.ts';
import { IMPORT_FIELDS, type ImportField } from './import-fields.ts';
import { normaliseHeader } from './header-names.ts';
import type { TableHead } from './raw-table.ts';

export interface MappedColumn {
  /** From 0. */
  readonly position: number;
  /** As typed in the file. */
  readonly header: string;
  /** Null: the column is not imported. */
  readonly field: ImportField | null;
  /** This field too takes the cell where its own column is blank or missing, as a name takes the model. */
  readonly whenBlank?: ImportField;
}

const HEADER = z
  .string()
  .max(32_767)
  .refine(isWellFormedText, { params: { code: 'TEXT_NOT_WELL_FORMED' } })
  .refine((value) => !hasControlCharacters(value), { params: { code: 'TEXT_HAS_CONTROL_CHARACTERS' } });
const FIELD = z.enum(IMPORT_FIELDS);

/**
 * A mapping made by hand; plain JSON, to be kept with the layout of the file. Positions must be unique, and so must
 * fields: one field cannot be filled from two columns.
 */
export const MAPPING = z
  .strictObject({
    columns: z
      .array(
        z.strictObject({
          position: z.int().min(0).max(999),
          header: HEADER,
          field: FIELD.nullable(),
          whenBlank: FIELD.optional(),
        }),
      )
      .min(1)
      .max(1000),
  })
  .superRefine(({ columns }, context) => {
    const positions = new Set<number>();
    const fields = new Set<ImportField>();
    columns.forEach(({ position, field }, index) => {
      const repeated = positions.has(position) || (field !== null && fields.has(field));
      positions.add(position);
      if (field !== null) fields.add(field);
      if (!repeated) return;
      const path = ['columns', index, 'field'];
      context.addIssue({ code: 'custom', path, params: { code: 'MAPPING_FIELD_TWICE' } });
    });
  });
export type Mapping = z.output<typeof MAPPING>;

export type AppliedMapping =
  | { readonly ok: true; readonly columns: readonly MappedColumn[] }
  /** Headers of the mapping that the file lacks at their place, or has under another name. */
  | {
      readonly ok: false;
      readonly missing: readonly { position: number; header: string; found: string | null }[];
    };

/**
 * Lays a kept mapping over a table. Each mapped column must stand in the file under the same header (compared by
 * `normaliseHeader`), at its place or, where the header is unique, anywhere; otherwise nothing is applied and the
 * columns that do not fit are listed. Columns that the mapping does not know are not imported.
 */
export function applyMapping(table: Pick<TableHead, 'headers'>, mapping: Mapping): AppliedMapping {
  const keys = table.headers.map(normaliseHeader);
  const placed = mapping.columns.map((column) => ({ column, position: placeOf(column, keys) }));
  const missing = placed
    .filter(({ column, position }) => column.field !== null && position === null)
    .map(({ column: { position, header } }) => ({
      position,
      header,
      found: table.headers[position] ?? null,
    }));
  if (missing.length > 0) return { ok: false, missing };
  const columns = table.headers.map((header, position): MappedColumn => {
    const known = placed.find((each) => each.position === position)?.column;
    const whenBlank = known?.whenBlank === undefined ? {} : { whenBlank: known.whenBlank };
    return { position, header, field: known?.field ?? null, ...whenBlank };
  });
  return { ok: true, columns };
}

function placeOf(column: { position: number; header: string }, keys: readonly string[]): number | null {
  const key = normaliseHeader(column.header);
  if (keys[column.position] === key) return column.position;
  const isUnique = key !== '' && keys.indexOf(key) === keys.lastIndexOf(key);
  const elsewhere = keys.indexOf(key);
  return isUnique && elsewhere >= 0 ? elsewhere : null;
}

/** The mapping to keep for columns as they were recognised or chosen. */
export function mappingOf(columns: readonly MappedColumn[]): Mapping {
  return { columns: columns.map((column) => ({ ...column })) };
}

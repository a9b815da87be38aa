import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { upsertShippedClasses, type OwnerConnection } from './asset-class.sql.ts';

/** The edition of the standard that the shipped table was taken from. */
export const SHIPPED_EDITION = 'GB/T 14885-2022';
const SHIPPED_FILE = 'db/data/asset-classes.csv';

const shippedRow = z.object({
  code: z.string().regex(/^A\d{8}$/),
  name: z.string().min(1),
  sourced: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  depreciation_years: z.literal('').or(z.coerce.number().int().min(1).max(100)),
});

/**
 * Brings the shipped table of asset classes into the database, as the owner, at every start. Rows that an
 * administrator imported stay as they are; everything else becomes what the file says. Answers the number of rows
 * that were added or changed. Throws when the file is missing or damaged.
 */
export async function loadAssetClasses(
  owner: OwnerConnection,
  file: string = path.resolve(SHIPPED_FILE),
): Promise<number> {
  const records: unknown = parse(await readFile(file, 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  const rows = z.array(shippedRow).min(1).parse(records);
  return upsertShippedClasses(
    owner,
    SHIPPED_EDITION,
    rows.map((row) => ({
      code: row.code,
      name: row.name,
      sourced: row.sourced,
      depreciationYears: row.depreciation_years === '' ? null : row.depreciation_years,
    })),
  );
}

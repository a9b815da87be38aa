import type { Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import {
  findAccumulatedDifference,
  findLineDifference,
  findRunDifference,
  type DepreciationDifference,
} from './depreciation-verification.sql.ts';

/**
 * Adds up posted depreciation anew, as the owner, in every court: opening and lines against the card, lines against
 * each other, lines against their run. The first difference, or undefined.
 */
export async function verifyDepreciation(db: Kysely<DB>): Promise<DepreciationDifference | undefined> {
  return (
    (await findAccumulatedDifference(db)) ?? (await findLineDifference(db)) ?? (await findRunDifference(db))
  );
}

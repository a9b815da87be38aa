import type { TenantReader } from '../../platform/database.ts';
import { usefulLifeMonthsOf, type AssetClassTable } from './asset-classes.ts';
import { decideDepreciation, monthNumber, type DepreciableAsset, type MonthNumber } from './depreciation.ts';
import { listDepreciableRows, type DepreciableRow } from './depreciation.sql.ts';

/** What one asset is depreciated by in the month. */
export interface ComputedLine {
  readonly row: DepreciableRow;
  readonly amountFen: number;
  readonly monthlyFen: number;
  /** More than one: months that were missed are made up for. */
  readonly monthsDue: number;
  readonly lifeEnd: MonthNumber;
  readonly accumulatedAfterFen: number;
}

export interface ComputeDepreciationInput {
  readonly courtId: number;
  readonly month: MonthNumber;
  readonly classes: AssetClassTable;
  /** Keeps the assets from changing until the end of the transaction. */
  readonly lock: boolean;
  /** Goes on after this asset. */
  readonly afterId?: string | null;
  readonly chunkSize?: number;
}

const CHUNK_SIZE = 5000;

/** Opening depreciation without a month counts up to the month before the card was entered. */
function openingThrough(row: DepreciableRow): MonthNumber | null {
  if (row.openingMonth !== null) return monthNumber(row.openingMonth);
  return row.openingFen > 0 ? monthNumber(row.createdOn) - 1 : null;
}

function depreciableOf(row: DepreciableRow, classes: AssetClassTable): DepreciableAsset {
  const { lastMonth, lastMonthlyFen, lastValueFen, lastLifeEnd, lastAccumulatedFen } = row;
  const hasLast =
    lastMonth !== null && lastMonthlyFen !== null && lastValueFen !== null && lastLifeEnd !== null;
  return {
    originalValueFen: row.originalValueFen,
    valueKind: row.valueKind,
    acquiredIn: monthNumber(row.acquiredOn),
    disposedIn: row.disposedOn === null ? null : monthNumber(row.disposedOn),
    usefulLifeMonths: usefulLifeMonthsOf(row.classCode, classes, row.usefulLifeMonths),
    openingThrough: openingThrough(row),
    accumulatedFen: row.accumulatedFen,
    last: hasLast
      ? {
          month: monthNumber(lastMonth),
          monthlyFen: lastMonthlyFen,
          valueFen: lastValueFen,
          lifeEnd: monthNumber(lastLifeEnd),
          accumulatedAfterFen: lastAccumulatedFen ?? 0,
        }
      : null,
  };
}

/**
 * Every asset of the court that is depreciated in the month, in chunks by asset id, so that memory does not grow with
 * the register. `nextAfterId` of a chunk is where a page may go on; null at the end.
 */
export async function* computeDepreciation(
  reader: TenantReader,
  input: ComputeDepreciationInput,
): AsyncGenerator<{ readonly lines: ComputedLine[]; readonly nextAfterId: string | null }, void, undefined> {
  const limit = input.chunkSize ?? CHUNK_SIZE;
  const monthEnd = lastDayOf(input.month);
  let afterId = input.afterId ?? null;
  do {
    const scope = { courtId: input.courtId, monthEnd };
    const rows = await listDepreciableRows(reader, scope, { afterId, limit, lock: input.lock });
    afterId = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
    yield { lines: rows.flatMap((row) => lineOf(row, input)), nextAfterId: afterId };
  } while (afterId !== null);
}

function lineOf(row: DepreciableRow, input: ComputeDepreciationInput): ComputedLine[] {
  const verdict = decideDepreciation(depreciableOf(row, input.classes), input.month);
  return verdict.depreciates ? [{ row, ...verdict }] : [];
}

function lastDayOf(month: MonthNumber): string {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}

import { z } from 'zod';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { refuseDepreciation, VOUCHER_ACCOUNTS } from './depreciation-posting.ts';
import type { listDepreciationLinesEndpoint, postedMonthWithVoucher } from './depreciation.contract.ts';
import {
  findDepreciationRun,
  listPostedLines,
  type DepreciationRun,
  type VoucherRow,
} from './depreciation.sql.ts';
import { describeRun, readableCourt } from './list-depreciation-months.ts';

/** Lines are paged by the asset's id. */
export const cursorPosition = z.uuid();

export interface DepreciationMonthInput {
  /** `2026-11`. */
  readonly month: string;
  readonly courtId?: number | undefined;
}

export function describeRunWithVoucher(
  run: DepreciationRun & { readonly voucher: readonly VoucherRow[] },
): z.output<typeof postedMonthWithVoucher> {
  return { ...describeRun(run), accounts: VOUCHER_ACCOUNTS, voucher: [...run.voucher] };
}

/** A posted month of a court that the actor may read. Refusals: NOT_FOUND, MONTH_NOT_POSTED. */
export async function findPostedMonth(
  query: QueryContext,
  input: DepreciationMonthInput,
): Promise<DepreciationRun & { courtId: number; voucher: VoucherRow[] }> {
  const courtId = readableCourt(query, input);
  const run = await findDepreciationRun(query.reader, courtId, `${input.month}-01`);
  if (!run) throw refuseDepreciation('MONTH_NOT_POSTED', { month: input.month });
  return { ...run, courtId };
}

/** A page of the lines of a posted month. Refusals: NOT_FOUND, MONTH_NOT_POSTED. */
export async function listDepreciationLines(
  query: QueryContext,
  input: DepreciationMonthInput & { readonly after?: string | undefined; readonly limit: number },
): Promise<z.output<(typeof listDepreciationLinesEndpoint)['response']>> {
  const { courtId, month } = await findPostedMonth(query, input);
  const afterId = decodeCursor(input.after, cursorPosition);
  const rows = await listPostedLines(query.reader, { courtId, month }, { afterId, limit: input.limit + 1 });
  return pageOfRows(
    rows,
    input.limit,
    (row) => row,
    (row) => row.assetId,
  );
}

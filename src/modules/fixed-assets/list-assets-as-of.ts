import { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { AsOfFilters, AsOfItem } from './as-of.contract.ts';
import { sumAsOf, type AsOfSums } from './as-of.sql.ts';
import { listStatesAsOf, type StateAsOf } from './list-states-as-of.ts';
import { resolveAsOf } from './resolve-as-of.ts';

const position = z.strictObject({ bookId: z.uuid() });

function asOfItemOf({ bookId: _bookId, since, ...row }: StateAsOf): AsOfItem {
  return { ...row, since: shanghaiInstant(since) };
}

/**
 * Where things were at a moment, as known now or at another moment, in the order of registration.
 * Refusals: NOT_FOUND for another court, INPUT_INVALID for a foreign cursor.
 */
export async function listAssetsAsOf(
  context: QueryContext,
  request: AsOfFilters & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: AsOfItem[]; nextCursor: string | null }> {
  const { after, limit, ...filters } = request;
  const start = decodeCursor(after, position);
  const criteria = await resolveAsOf(context, filters);
  const rows = await listStatesAsOf(context.reader, criteria, {
    afterBookId: start?.bookId ?? null,
    rowCount: limit + 1,
  });
  return pageOfRows(rows, limit, asOfItemOf, ({ bookId }) => ({ bookId }));
}

/** Count and original values of the same list. Refusal: NOT_FOUND for another court. */
export async function totalAssetsAsOf(context: QueryContext, filters: AsOfFilters): Promise<AsOfSums> {
  return sumAsOf(context.reader, await resolveAsOf(context, filters));
}

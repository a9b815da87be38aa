import { z } from 'zod';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { searchOf } from './asset-criteria.ts';
import { entryPartsOf } from './entry-row.sql.ts';
import { listLedgerRows, type LedgerCriteria, type LedgerListRow } from './ledger-list.sql.ts';
import type { LedgerFilters, LedgerRow } from './ledger.contract.ts';
import { readScopeOf } from './read-scope.ts';
import { listDepartmentsBelow, listPlacesBelow } from './subtree.sql.ts';

const position = z.strictObject({
  direction: z.enum(['asc', 'desc']),
  at: z.iso.datetime({ offset: true }),
  id: z.uuid(),
});

/** Turns the filters of a request into what is asked of the ledger. Refusal: NOT_FOUND for another court. */
export async function resolveLedger(context: QueryContext, filters: LedgerFilters): Promise<LedgerCriteria> {
  const { reader, actor } = context;
  const scope = readScopeOf(actor, 'ledger.read', filters.courtId);
  const { courtId } = scope;
  const { departmentId, placeId } = filters;
  return {
    scope,
    from: filters.from === undefined ? null : startOfShanghaiDay(filters.from),
    before: filters.to === undefined ? null : endOfShanghaiDay(filters.to),
    kinds: filters.kind ?? null,
    departmentIds:
      departmentId === undefined ? null : await listDepartmentsBelow(reader, courtId, departmentId),
    placeIds: placeId === undefined ? null : await listPlacesBelow(reader, courtId, placeId),
    holderIds: filters.holderId ?? null,
    assetId: filters.assetId ?? null,
    actorId: filters.actorId ?? null,
    late: filters.late ?? null,
    corrections: filters.corrections ?? null,
    flows: filters.flow ?? null,
    search: searchOf(filters.q),
    text: filters.q ?? null,
  };
}

function ledgerRowOf(row: LedgerListRow): LedgerRow {
  const { assetId, code, name, specification, model, receiptState, receiver } = row;
  return {
    ...entryPartsOf(row),
    courtId: row.courtId,
    flow: row.flow,
    asset: { id: assetId, code, name, specification, model },
    receipt: receiptState === null ? null : { state: receiptState, receiver: receiver ?? '' },
  };
}

/** One keyset page of the ledger. Refusals: NOT_FOUND for another court, INPUT_INVALID for a foreign cursor. */
export async function listLedger(
  context: QueryContext,
  request: LedgerFilters & {
    readonly direction: 'asc' | 'desc';
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: LedgerRow[]; nextCursor: string | null }> {
  const { direction, after, limit, ...filters } = request;
  const start = decodeCursor(
    after,
    position.refine((value) => value.direction === direction),
  );
  const criteria = await resolveLedger(context, filters);
  const rows = await listLedgerRows(context.reader, criteria, {
    direction,
    position: start,
    rowCount: limit + 1,
  });
  return pageOfRows(rows, limit, ledgerRowOf, (row) => ({
    direction,
    at: row.occurredAt.toISOString(),
    id: row.id,
  }));
}

import type { QueryContext } from '../../platform/run-query.ts';
import { addFlows, NO_FLOW, openingOf, type FlowAmounts, type Flows } from './ledger-direction.ts';
import type { LedgerCriteria } from './ledger-list.sql.ts';
import { sumCardChanges, sumInside, sumLedger, type LedgerSumRow } from './ledger-sums.sql.ts';
import type { LedgerFilters, LedgerTotals } from './ledger.contract.ts';
import { resolveLedger } from './list-ledger.ts';

function sumOf(rows: readonly LedgerSumRow[], flow: LedgerSumRow['flow']): FlowAmounts {
  return addFlows(rows.filter((row) => row.flow === flow));
}

/** Filters that leave out some of what moved: what they leave has no opening and no closing. */
function hasWholeFlow({ kinds, actorId, late, corrections, flows, text }: LedgerCriteria): boolean {
  return [kinds, actorId, late, corrections, flows, text].every((filter) => filter === null);
}

async function flowsOf(
  { reader }: QueryContext,
  criteria: LedgerCriteria,
  sums: readonly LedgerSumRow[],
): Promise<Flows> {
  return {
    in: sumOf(sums, 'in'),
    out: sumOf(sums, 'out'),
    corrected: await sumCardChanges(reader, criteria),
  };
}

/** What went on from the end of the period until now. */
async function flowsSince(context: QueryContext, criteria: LedgerCriteria): Promise<Flows> {
  const { before } = criteria;
  if (before === null || before > context.now) return { in: NO_FLOW, out: NO_FLOW, corrected: NO_FLOW };
  const since = { ...criteria, from: before, before: null };
  return flowsOf(context, since, await sumLedger(context.reader, since));
}

/** From what there is now back to the end of the period, and from there to its beginning. */
async function balanceOf(
  context: QueryContext,
  criteria: LedgerCriteria,
  sums: readonly LedgerSumRow[],
): Promise<LedgerTotals['balance']> {
  const inside = await sumInside(context.reader, criteria);
  const closing = openingOf(inside, await flowsSince(context, criteria));
  const flows = await flowsOf(context, criteria, sums);
  return { opening: openingOf(closing, flows), corrected: flows.corrected, closing };
}

/**
 * What there was, what came in, what went out and what only changed hands; what there was then.
 * Refusal: NOT_FOUND for another court.
 */
export async function totalLedger(context: QueryContext, filters: LedgerFilters): Promise<LedgerTotals> {
  const criteria = await resolveLedger(context, filters);
  const sums = await sumLedger(context.reader, criteria);
  const kinds = [...new Set(sums.map((row) => row.kind))].sort();
  return {
    in: sumOf(sums, 'in'),
    out: sumOf(sums, 'out'),
    within: sumOf(sums, 'within'),
    balance: hasWholeFlow(criteria) ? await balanceOf(context, criteria, sums) : null,
    entryCount: addFlows(sums).count,
    byKind: kinds.map((kind) => {
      const { count, amountFen } = addFlows(sums.filter((row) => row.kind === kind));
      return { kind, count, amountFen };
    }),
  };
}

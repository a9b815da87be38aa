/** How much of an item was lost by nature so far, against what came in. */
import { addDecimals, subtractDecimals } from '../../../platform/decimal.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { listEntriesOfItem } from '../../ledger/read-book.ts';
import { categoryOf } from '../item-categories.ts';
import { readItemEntry } from '../item-entry.ts';
import { ITEM_FLOWS, isItemTransition, transitionOf } from '../item-transitions.ts';
import { refuseItem } from '../item-refusals.ts';
import type { LockedItem } from '../item.sql.ts';
import { refuseCare } from './care-refusals.ts';
import { findTolerance } from '../tolerances/find-tolerance.ts';
import { isLossWithin, sayShare } from '../tolerances/tolerances.rules.ts';

async function sumFlows({ trx }: CommandContext, item: LockedItem) {
  const { courtId, id: itemId, book } = item;
  const entries = await listEntriesOfItem(trx, { courtId, bookId: book.id, itemId });
  let [came, lost] = ['0', '0'];
  for (const entry of entries.flatMap((one) => readItemEntry(one) ?? [])) {
    if (!isItemTransition(entry.kind)) continue;
    const { flow } = transitionOf(entry.kind);
    if (ITEM_FLOWS[flow].sign > 0) came = addDecimals(came, entry.quantity);
    if (flow === 'baseline_less') came = subtractDecimals(came, entry.quantity);
    if (entry.kind === 'record_natural_loss') lost = addDecimals(lost, entry.quantity);
  }
  return { came, lost };
}

/**
 * With everything lost by nature before, the loss stays within the tolerance of the category in force today.
 * Refusals: NO_NATURAL_LOSS, LOSS_BEYOND_TOLERANCE.
 */
export async function requireLossWithin(
  command: CommandContext,
  item: LockedItem,
  quantity: string,
): Promise<void> {
  const tolerance = await findTolerance(command, 'natural_loss', item.category);
  if (tolerance === null) throw refuseCare('NO_NATURAL_LOSS', { category: categoryOf(item.category) });
  const { came, lost } = await sumFlows(command, item);
  const { share } = tolerance;
  if (!isLossWithin(addDecimals(lost, quantity), came, share))
    throw refuseItem('LOSS_BEYOND_TOLERANCE', { tolerance: sayShare(share) });
}

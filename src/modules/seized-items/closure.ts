/**
 * The second proof of a case's ledger, from its entries, the judgment's lines and the claims after a reversal: every item has
 * ended, no currency has anything left, every line of the judgment was carried out, no claim is open. Pure.
 */
import { addDecimals, compareDecimals, isZeroDecimal, subtractDecimals } from '../../platform/decimal.ts';
import type { Sentence } from '../../platform/errors.ts';
import { groupByItem, type ItemEntry } from './item-entry.ts';
import { isCurrency } from './item-quantity.ts';
import { isEnded, type ItemState } from './item-states.ts';
import { isItemTransition, transitionOf } from './item-transitions.ts';

/** What a judgment orders. */
export interface OrderedLine {
  readonly lineId: string;
  /** null: nothing in the case matches it, or it concerns nothing that is kept. */
  readonly itemId: string | null;
  readonly quantity: string;
  /** Carried out by a paper, as far as it concerns nothing that is kept. */
  readonly isCarriedOut: boolean;
  /** As people call it: the document and the number of the line, what is ordered of what. */
  readonly label: Sentence;
}

/** What is owed after a reversal and not settled. */
export interface OpenClaim {
  readonly claimId: string;
  /** Without the name of whoever claims. */
  readonly label: Sentence;
}

export interface Closure {
  readonly holds: boolean;
  readonly itemCount: number;
  readonly openItems: readonly {
    readonly itemId: string;
    readonly state: ItemState;
    readonly onHand: string;
    readonly unit: string;
  }[];
  readonly openCurrencies: readonly { readonly currency: string; readonly amount: string }[];
  readonly openLines: readonly OrderedLine[];
  readonly openClaims: readonly OpenClaim[];
}

const isDisposal = ({ kind }: ItemEntry) => isItemTransition(kind) && transitionOf(kind).flow === 'disposed';

/** By dispositions; what a reversal of one of them gave back counts no longer, a reversal of a loss takes nothing away. */
function disposedOf(entries: readonly ItemEntry[]): string {
  return entries.reduce((sum, entry) => {
    if (isDisposal(entry)) return addDecimals(sum, entry.quantity);
    const corrected =
      entry.kind === 'reverse_end' && entries.find(({ sequence }) => sequence === entry.correctsSequence);
    return corrected && isDisposal(corrected) ? subtractDecimals(sum, entry.quantity) : sum;
  }, '0');
}

/** Proves that a case's ledger can be closed, or lists what stands against it. */
export function proveClosure(
  entries: readonly ItemEntry[],
  lines: readonly OrderedLine[],
  openClaims: readonly OpenClaim[] = [],
): Closure {
  const groups = groupByItem(entries);
  const last = [...groups].flatMap(([itemId, ofItem]) => {
    const entry = ofItem.at(-1);
    return entry ? [{ itemId, state: entry.to, onHand: entry.details.onHand, unit: entry.unit }] : [];
  });
  const openItems = last.filter(({ state }) => !isEnded(state));
  const amounts = new Map<string, string>();
  for (const { unit, onHand } of last)
    if (isCurrency(unit)) amounts.set(unit, addDecimals(amounts.get(unit) ?? '0', onHand));
  const openCurrencies = [...amounts]
    .filter(([, amount]) => !isZeroDecimal(amount))
    .map(([currency, amount]) => ({ currency, amount }));
  const ordered = new Map<string, string>();
  const openLines = lines.filter(({ itemId, quantity, isCarriedOut }) => {
    if (itemId === null) return !isCarriedOut;
    const sum = addDecimals(ordered.get(itemId) ?? '0', quantity);
    ordered.set(itemId, sum);
    return compareDecimals(disposedOf(groups.get(itemId) ?? []), sum) < 0;
  });
  const holds = openItems.length + openCurrencies.length + openLines.length + openClaims.length === 0;
  return { holds, itemCount: groups.size, openItems, openCurrencies, openLines, openClaims };
}

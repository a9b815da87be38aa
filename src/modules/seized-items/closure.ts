/**
 * The second proof of a case's ledger, from its entries, the judgment's lines and the claims after a reversal: every item has
 * ended, no currency has anything left, every line of the judgment was carried out, no claim is open. Pure.
 */
import { addDecimals, compareDecimals, isZeroDecimal, subtractDecimals } from '../../platform/decimal.ts';
import type { Sentence } from '../../platform/errors.ts';
import { reversedEnd } from './book-faults.ts';
import { groupByItem, type ItemEntry } from './item-entry.ts';
import { isCurrency } from './item-quantity.ts';
import { isEnded, type ItemState } from './item-states.ts';
import { isItemTransition, transitionOf, type ItemTransition } from './item-transitions.ts';

/** What a judgment orders. */
export interface OrderedLine {
  readonly lineId: string;
  /** null: nothing in the case matches it, or it concerns nothing that is kept. */
  readonly itemId: string | null;
  readonly quantity: string;
  /** The movements by which it may be carried out; what left otherwise did not carry it out. */
  readonly by: readonly ItemTransition[];
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

/** By movement; what a reversal of one of them gave back counts no longer. */
function disposedBy(entries: readonly ItemEntry[]): Map<ItemTransition, string> {
  const sums = new Map<ItemTransition, string>();
  for (const entry of entries) {
    const isReversal = entry.kind === 'reverse_end';
    const { kind } = isReversal ? (reversedEnd(entry, entries) ?? entry) : entry;
    if (!isItemTransition(kind) || transitionOf(kind).flow !== 'disposed') continue;
    const quantity = isReversal ? subtractDecimals('0', entry.quantity) : entry.quantity;
    sums.set(kind, addDecimals(sums.get(kind) ?? '0', quantity));
  }
  return sums;
}

/** Takes from the movements of a line as much as it orders; answers what is missing. */
function takeOrdered({ by, quantity }: OrderedLine, disposed: Map<ItemTransition, string>): string {
  let left = quantity;
  for (const kind of by) {
    const there = disposed.get(kind) ?? '0';
    const taken = compareDecimals(there, left) < 0 ? there : left;
    if (compareDecimals(taken, '0') <= 0) continue;
    disposed.set(kind, subtractDecimals(there, taken));
    left = subtractDecimals(left, taken);
  }
  return left;
}

/** Those that were not carried out. Of one item, lines with fewer ways take first what left of it. */
function listOpenLines(
  lines: readonly OrderedLine[],
  groups: ReadonlyMap<string, readonly ItemEntry[]>,
): OrderedLine[] {
  const disposed = new Map([...groups].map(([itemId, entries]) => [itemId, disposedBy(entries)]));
  const open = new Set<OrderedLine>();
  for (const line of lines.toSorted((one, other) => one.by.length - other.by.length)) {
    if (line.isCarriedOut) continue;
    const there = line.itemId === null ? undefined : disposed.get(line.itemId);
    if (there === undefined || !isZeroDecimal(takeOrdered(line, there))) open.add(line);
  }
  return lines.filter((line) => open.has(line));
}

/** What is left of each currency: of an item whose money was changed, what is left of both. */
function listOpenCurrencies(groups: ReadonlyMap<string, readonly ItemEntry[]>): Closure['openCurrencies'] {
  const amounts = new Map<string, string>();
  for (const entries of groups.values()) {
    const last = new Map(entries.map(({ unit, details }) => [unit, details.onHand]));
    for (const [unit, onHand] of last)
      if (isCurrency(unit)) amounts.set(unit, addDecimals(amounts.get(unit) ?? '0', onHand));
  }
  return [...amounts]
    .filter(([, amount]) => !isZeroDecimal(amount))
    .map(([currency, amount]) => ({ currency, amount }));
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
  const openCurrencies = listOpenCurrencies(groups);
  const openLines = listOpenLines(lines, groups);
  const holds = openItems.length + openCurrencies.length + openLines.length + openClaims.length === 0;
  return { holds, itemCount: groups.size, openItems, openCurrencies, openLines, openClaims };
}

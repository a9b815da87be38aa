/** The rows of a case's ledger (一案一账) with running balances per unit and per currency, from entries alone. Pure. */
import { addDecimals, subtractDecimals } from '../../platform/decimal.ts';
import type { ChainedEntry } from '../ledger/entry.ts';
import { readItemEntry, type ItemEntry } from './item-entry.ts';
import { isCurrency } from './item-quantity.ts';
import { ITEM_FLOWS, isItemTransition, transitionOf } from './item-transitions.ts';

export interface LedgerRow {
  readonly entry: ChainedEntry;
  readonly item: ItemEntry;
  /** What came in or went out by the entry; null: it moved nothing into the case or out of it. */
  readonly inQuantity: string | null;
  readonly outQuantity: string | null;
  /** Of the entry's unit or currency in the whole case, after it. Different units are never added up. */
  readonly balance: string;
  readonly isMoney: boolean;
}

function signOf({ kind }: ItemEntry): -1 | 0 | 1 {
  if (!isItemTransition(kind)) return 0;
  return kind === 'reverse_end' ? 1 : ITEM_FLOWS[transitionOf(kind).flow].sign;
}

/** Rows in the order of the book. Entries that concern no item are left out; verification reports them. */
export function runLedger(entries: readonly ChainedEntry[]): LedgerRow[] {
  const balances = new Map<string, string>();
  return entries.flatMap((entry): LedgerRow[] => {
    const item = readItemEntry(entry);
    if (!item) return [];
    const { unit, quantity } = item;
    const sign = signOf(item);
    const before = balances.get(unit) ?? '0';
    const balance =
      sign === 0 ? before : sign > 0 ? addDecimals(before, quantity) : subtractDecimals(before, quantity);
    balances.set(unit, balance);
    return [
      {
        entry,
        item,
        inQuantity: sign > 0 ? quantity : null,
        outQuantity: sign < 0 ? quantity : null,
        balance,
        isMoney: isCurrency(unit),
      },
    ];
  });
}

/**
 * What is paid into the treasury for each of several things on one slip. Of money it is that money, to the last minor unit;
 * of anything else it is what the slip says of it, where it says anything. Pure; runs in the browser too.
 */
import { isCurrency, minorUnitsOf } from '../seized-items/item-quantity.ts';

export interface PaidLine {
  readonly itemId: string;
  readonly unit: string;
  /** What leaves of it. */
  readonly quantity: string;
  /** In minor units of its currency, of anything but money in 分; null: it was not said. */
  readonly amountMinor: number | null;
}

/** What must be paid for it in its own currency; null: it is no money. */
export function amountDue({ unit, quantity }: Pick<PaidLine, 'unit' | 'quantity'>): number | null {
  return isCurrency(unit) ? minorUnitsOf(quantity, unit) : null;
}

/** Whether the slip says of the money another amount than leaves of it. */
export function differs(line: PaidLine): boolean {
  const due = amountDue(line);
  return due !== null && line.amountMinor !== null && line.amountMinor !== due;
}

/** What is written of the line in 分; null: foreign money, which its quantity says, or nothing was said. */
export function paidFen(line: PaidLine): number | null {
  if (!isCurrency(line.unit)) return line.amountMinor;
  return line.unit === 'CNY' ? amountDue(line) : null;
}

/** Amounts of things are yuan. */
export function currencyOfLine({ unit }: Pick<PaidLine, 'unit'>): string {
  return isCurrency(unit) ? unit : 'CNY';
}

/** What the slip says, added up by currency, in the order in which they come first. */
export function totalsOf(
  lines: readonly Pick<PaidLine, 'unit' | 'amountMinor'>[],
): { currency: string; minor: number }[] {
  const totals = new Map<string, number>();
  for (const line of lines) {
    const currency = currencyOfLine(line);
    if (line.amountMinor !== null) totals.set(currency, (totals.get(currency) ?? 0) + line.amountMinor);
  }
  return [...totals].map(([currency, minor]) => ({ currency, minor }));
}

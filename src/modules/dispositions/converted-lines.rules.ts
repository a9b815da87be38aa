/**
 * What a line orders of foreign money that a bank has changed meanwhile, in yuan: the judgment keeps its words, and its
 * share of what was changed is what there is to dispose of. Pure.
 */
import { amountOfMinorUnits, minorUnitsOf } from '../seized-items/item-quantity.ts';
import { shareCredit } from '../seized-items/money/share-credit.rules.ts';

export interface Conversion {
  readonly fromUnit: string;
  readonly fromQuantity: string;
  readonly toUnit: string;
  readonly toQuantity: string;
}

export interface ConvertibleLine {
  readonly itemId: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly isVoid: boolean;
  /** Of its item; null: nothing was changed. */
  readonly conversion: Conversion | null;
}

export interface CountedQuantity {
  readonly quantity: string;
  readonly unit: string;
}

const minor = (quantity: string, unit: string) => minorUnitsOf(quantity, unit) ?? 0;

function ofOneItem(lines: readonly ConvertibleLine[], conversion: Conversion): CountedQuantity[] {
  const { fromUnit, fromQuantity, toUnit, toQuantity } = conversion;
  const inForce = lines.map(({ quantity, isVoid }) => (isVoid ? 0 : minor(quantity, fromUnit)));
  const shares = shareCredit(minor(toQuantity, toUnit), inForce, minor(fromQuantity, fromUnit));
  return shares.map((share) => ({ quantity: amountOfMinorUnits(share, toUnit), unit: toUnit }));
}

/** Quantities as the books count them now, in the order of the lines; lines of one item in the order in which they are given. */
export function countLines(lines: readonly ConvertibleLine[]): CountedQuantity[] {
  const counted = new Map<ConvertibleLine, CountedQuantity>();
  const changed = lines.filter(({ conversion, unit }) => conversion !== null && conversion.fromUnit === unit);
  for (const itemId of new Set(changed.map((line) => line.itemId))) {
    const own = changed.filter((line) => line.itemId === itemId);
    const conversion = own[0]?.conversion ?? null;
    if (conversion === null) continue;
    const quantities = ofOneItem(own, conversion);
    for (const [index, line] of own.entries()) {
      const quantity = quantities[index];
      if (quantity !== undefined && !line.isVoid) counted.set(line, quantity);
    }
  }
  return lines.map((line) => counted.get(line) ?? { quantity: line.quantity, unit: line.unit });
}

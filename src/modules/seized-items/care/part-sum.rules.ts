/** What stays of an item when parts of it are taken away, while they are typed. Pure; runs in the browser too. */
import {
  addDecimals,
  compareDecimals,
  isZeroDecimal,
  multiplyDecimals,
  subtractDecimals,
  sumDecimals,
} from '../../../platform/decimal.ts';

export interface PartSum {
  readonly sum: string;
  readonly rest: string;
  readonly isTooMuch: boolean;
  /** Nothing is left. */
  readonly isWhole: boolean;
}

/** Parts and loss against what is on hand. */
export function sumParts(onHand: string, parts: readonly string[], loss: string): PartSum {
  const sum = sumDecimals(parts);
  const rest = subtractDecimals(onHand, addDecimals(sum, loss));
  return { sum, rest, isTooMuch: compareDecimals(rest, '0') < 0, isWhole: isZeroDecimal(rest) };
}

/** So many boxes of so much each. */
export function sumBoxes(count: number, quantity: string): string {
  return multiplyDecimals(quantity, String(count));
}

/** What was found when a line of a delivery was counted, as it is sent and kept. Pure; runs in the browser too. */
import { z } from 'zod';
import { line, paragraph, uuid } from '../../platform/fields.ts';
import { subtractDecimals, compareDecimals, sumDecimals } from '../../platform/decimal.ts';
import { choiceOf, exactQuantity, factsInput, optional, placeReason } from './item-input.ts';
import { ITEM_GRADES, type ItemGrade } from './item-categories.ts';
import { amountOfMinorUnits } from './item-quantity.ts';

export const weightInput = z.strictObject({
  unit: z.enum(['克', '千克', '吨']),
  gross: exactQuantity(),
  tare: exactQuantity(),
  scale: line(100),
});

export const denominationInput = z.strictObject({
  /** In minor units of the currency: 10000 is a note of 100 yuan. */
  faceMinor: z.int().min(1).max(100_000_000),
  pieces: z.int().min(1).max(10_000_000),
});

/** How a line turned out. A thing that did not come, or that the court does not take in, is refused. */
export const countOutcome = z.enum(['matches', 'differs', 'refused', 'kept_elsewhere']);
export type CountOutcome = z.output<typeof countOutcome>;

export const countInput = z.strictObject({
  outcome: countOutcome,
  /** In the unit of the item. Empty when it is refused. */
  quantity: optional(exactQuantity()),
  grade: choiceOf<ItemGrade>(ITEM_GRADES).nullable().default(null),
  facts: factsInput.default({}),
  placeId: optional(uuid()),
  placeReason,
  sealNumber: optional(line(60)),
  /** What differs from the list, why it is refused. */
  difference: optional(paragraph(500)),
  /** Who keeps it when the court does not. */
  keeper: optional(line(200)),
  weight: optional(weightInput),
  denominations: z.array(denominationInput).max(40).default([]),
  serials: optional(paragraph(4000)),
});
export type IntakeCount = z.output<typeof countInput>;

/** Whether it is put into a room. */
export function isTakenIn({ outcome }: Pick<IntakeCount, 'outcome'>): boolean {
  return outcome === 'matches' || outcome === 'differs';
}

/** Net weight, or null when the tare is not less than the gross. */
export function netWeight({
  gross,
  tare,
}: Pick<z.output<typeof weightInput>, 'gross' | 'tare'>): string | null {
  const net = subtractDecimals(gross, tare);
  return compareDecimals(net, '0') > 0 ? net : null;
}

/** What the counted notes and coins add up to. */
export function sumDenominations(
  denominations: readonly z.output<typeof denominationInput>[],
  currency: string,
): { minor: number; amount: string } {
  const minor = denominations.reduce((sum, { faceMinor, pieces }) => sum + faceMinor * pieces, 0);
  const amounts = denominations.map(({ faceMinor, pieces }) =>
    amountOfMinorUnits(faceMinor * pieces, currency),
  );
  return { minor, amount: sumDecimals(amounts) };
}

/** What the form of one counted line holds, and the count that it sends. Pure. */
import type { z } from 'zod';
import type { countInput } from '../../../modules/seized-items/intake-count.ts';
import { isCurrency } from '../../../modules/seized-items/item-quantity.ts';
import type { IntakeLine } from './intake-answer.ts';

/** Notes and coins in minor units, from the largest. */
export const FACES: readonly number[] = [10_000, 5000, 2000, 1000, 500, 100, 50, 10];

export type CountRequest = z.input<typeof countInput>;

export interface CountValues {
  outcome: CountRequest['outcome'];
  quantity?: string;
  placeId?: string | null;
  placeReason?: string | null;
  sealNumber?: string | null;
  difference?: string | null;
  keeper?: string | null;
  /** By face value. */
  pieces?: Readonly<Record<string, number | null | undefined>>;
  facts?: NonNullable<CountRequest['facts']>;
}

export function isMoneyLine({ unit }: Pick<IntakeLine, 'unit'>): boolean {
  return isCurrency(unit);
}

/** Notes and coins counted before, as the form holds them. */
export function piecesOf(
  denominations: readonly { readonly faceMinor: number; readonly pieces: number }[],
): Record<string, number> {
  return Object.fromEntries(denominations.map(({ faceMinor, pieces }) => [String(faceMinor), pieces]));
}

function textOrNull(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text.trim();
}

/** What another outcome asked for is left out. */
export function countRequestOf(values: CountValues, line: Pick<IntakeLine, 'unit'>): CountRequest {
  const { outcome, pieces = {} } = values;
  const difference = textOrNull(values.difference);
  if (outcome === 'refused') return { outcome, difference };
  const isTaken = outcome === 'matches' || outcome === 'differs';
  const counted = FACES.flatMap((faceMinor) => {
    const count = pieces[String(faceMinor)] ?? 0;
    return count > 0 ? [{ faceMinor, pieces: count }] : [];
  });
  return {
    outcome,
    quantity: textOrNull(values.quantity),
    facts: values.facts ?? {},
    difference: outcome === 'differs' ? difference : null,
    placeId: isTaken ? (values.placeId ?? null) : null,
    placeReason: isTaken ? textOrNull(values.placeReason) : null,
    sealNumber: isTaken ? textOrNull(values.sealNumber) : null,
    keeper: outcome === 'kept_elsewhere' ? textOrNull(values.keeper) : null,
    denominations: isMoneyLine(line) ? counted : [],
  };
}

/** What a first count that differs from an older register comes to. Pure; runs in the browser too. */
import { compareDecimals, isZeroDecimal, subtractDecimals } from '../../../platform/decimal.ts';
import { findQuantityProblem } from '../item-quantity.ts';
import { isEnded, type ItemState } from '../item-states.ts';

export interface CountGrounds {
  readonly state: ItemState;
  readonly isUnverified: boolean;
  readonly onHand: string;
  readonly unit: string;
  /** An earlier count that differed is not settled: this one takes its place, also when it agrees. */
  readonly isRecount?: boolean;
}

/** Where a first count is taken: at hand, or with a keeper who lets it be counted. */
const COUNTED_IN: ReadonlySet<ItemState> = new Set([
  ...(['in_store', 'kept_elsewhere', 'awaiting_disposition', 'public_notice'] as const),
]);

export type CountRefusal =
  | 'ITEM_ENDED'
  | 'ITEM_VERIFIED'
  | 'NOTHING_IS_AN_INCIDENT'
  | 'QUANTITY_INVALID'
  | 'COUNT_AS_BOOKED'
  | 'COUNT_WHERE_KEPT';

/** null: it is a difference, or a recount. What is not there at all is never the baseline of anything. */
export function objectToCount(counted: string, grounds: CountGrounds): CountRefusal | null {
  const { state, isUnverified, onHand, unit, isRecount = false } = grounds;
  if (isEnded(state)) return 'ITEM_ENDED';
  if (!isUnverified) return 'ITEM_VERIFIED';
  if (!COUNTED_IN.has(state)) return 'COUNT_WHERE_KEPT';
  if (isZeroDecimal(counted)) return 'NOTHING_IS_AN_INCIDENT';
  if (findQuantityProblem(counted, unit) !== null) return 'QUANTITY_INVALID';
  return !isRecount && compareDecimals(counted, onHand) === 0 ? 'COUNT_AS_BOOKED' : null;
}

export interface BaselineStep {
  readonly transition: 'baseline_more' | 'baseline_less';
  /** By which both figures differ. */
  readonly quantity: string;
}

/** The entry that brings the book from the register's figure to the counted one. */
export function baselineStep({
  booked,
  counted,
}: {
  readonly booked: string;
  readonly counted: string;
}): BaselineStep {
  return compareDecimals(counted, booked) > 0
    ? { transition: 'baseline_more', quantity: subtractDecimals(counted, booked) }
    : { transition: 'baseline_less', quantity: subtractDecimals(booked, counted) };
}

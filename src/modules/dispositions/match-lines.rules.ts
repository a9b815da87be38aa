/**
 * Whether the lines of a case's judgments and its items fit together: what a judgment forgot (刑诉法解释 446), what it
 * orders about nothing that is here, and where its quantities are not those in store. Pure.
 */
import { addDecimals, compareDecimals, isZeroDecimal, subtractDecimals } from '../../platform/decimal.ts';
import { concernsAThing, type JudgmentOrderId } from './judgment-orders.ts';

export interface MatchedLine {
  readonly id: string;
  readonly itemId: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly order: JudgmentOrderId;
  readonly isConfirmed: boolean;
  /** Replaced or refused lines order nothing. */
  readonly isVoid: boolean;
  readonly effectiveOn: string;
  /** Carried out by a paper. */
  readonly isCarriedOut: boolean;
}

export interface MatchedItem {
  readonly id: string;
  readonly unit: string;
  readonly onHand: string;
  /** What of it was disposed of already, with what is still on its way to whom it was handed over. */
  readonly disposed: string;
  readonly isEnded: boolean;
  /** Proceeds or residue of something that a line ordered: the line holds for it too. */
  readonly isDerived: boolean;
}

export type ItemMatch = 'none' | 'matches' | 'differs' | 'unit_differs';

/** Lines in force on the day: confirmed, effective and not replaced. */
export function linesInForce<L extends MatchedLine>(lines: readonly L[], today: string): L[] {
  return lines.filter(
    ({ isConfirmed, isVoid, effectiveOn }) => isConfirmed && !isVoid && effectiveOn <= today,
  );
}

/** Compares what lines in force order about one item with what there is and was of it. */
export function matchItem(item: MatchedItem, lines: readonly MatchedLine[], today: string): ItemMatch {
  const own = linesInForce(lines, today).filter(({ itemId }) => itemId === item.id);
  if (own.length === 0) return 'none';
  if (own.some(({ unit }) => unit !== item.unit)) return 'unit_differs';
  const ordered = own.reduce((sum, { quantity }) => addDecimals(sum, quantity), '0');
  const all = addDecimals(item.onHand, item.disposed);
  return compareDecimals(ordered, all) === 0 ? 'matches' : 'differs';
}

export interface CaseExceptions {
  /** Items that have not ended and about which no line in force says anything. */
  readonly forgottenIds: readonly string[];
  /** Lines about a thing that no item matches. */
  readonly unmatchedIds: readonly string[];
  /** Items whose lines order another quantity than there is, or another unit. */
  readonly differingIds: readonly string[];
}

/**
 * What stands against carrying out the judgments of a case. `hasJudgment`: one has taken effect, so that silence about an
 * item is an omission.
 */
export function listExceptions(
  items: readonly MatchedItem[],
  lines: readonly MatchedLine[],
  { today, hasJudgment }: { readonly today: string; readonly hasJudgment: boolean },
): CaseExceptions {
  const inForce = linesInForce(lines, today);
  const isDue = hasJudgment || inForce.length > 0;
  const matches = new Map(items.map((item) => [item.id, matchItem(item, lines, today)]));
  const is = (id: string, ...kinds: ItemMatch[]) => kinds.includes(matches.get(id) ?? 'none');
  return {
    forgottenIds: items
      .filter(({ id, isEnded, isDerived }) => isDue && !isEnded && !isDerived && is(id, 'none'))
      .map(({ id }) => id),
    unmatchedIds: inForce
      .filter(({ itemId, order, isCarriedOut }) => itemId === null && concernsAThing(order) && !isCarriedOut)
      .map(({ id }) => id),
    differingIds: items.filter(({ id }) => is(id, 'differs', 'unit_differs')).map(({ id }) => id),
  };
}

/** What of a line is still to be carried out; `carriedOut`: what dispositions under it have taken. */
export function remainingOf(line: Pick<MatchedLine, 'quantity'>, carriedOut: string): string {
  const left = subtractDecimals(line.quantity, carriedOut);
  return compareDecimals(left, '0') < 0 ? '0' : left;
}

/** A line as far as a correction may change it. */
export interface CorrectableLine {
  readonly itemId: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly order: JudgmentOrderId;
  readonly beneficiary: string | null;
}

/**
 * Whether a line may take the place of another of which something is carried out: what was done stands under it, so that
 * it orders the same of the same thing for the same person, and no less than that.
 */
export function mayTakePlace(
  correcting: CorrectableLine,
  corrected: CorrectableLine,
  carriedOut: string,
): boolean {
  if (isZeroDecimal(carriedOut)) return true;
  const { itemId, unit, order, beneficiary, quantity } = correcting;
  const isSame =
    itemId === corrected.itemId &&
    unit === corrected.unit &&
    order === corrected.order &&
    beneficiary === corrected.beneficiary;
  return isSame && compareDecimals(quantity, carriedOut) >= 0;
}

/** The line that stands in a line's place now: itself, or the last that corrected it. */
export function standingLineId(
  lineId: string | null,
  lines: readonly { readonly id: string; readonly replacedByLineId: string | null }[],
): string | null {
  const next = lines.find(({ id }) => id === lineId)?.replacedByLineId ?? null;
  return next === null ? lineId : standingLineId(next, lines);
}

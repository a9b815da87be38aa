/** Whether an item may be disposed of in a way, and on what ground: reasons in order of precedence. Pure. */
import { compareDecimals } from '../../platform/decimal.ts';
import { orderOf, type DispositionWay } from './judgment-orders.ts';
import {
  linesInForce,
  matchItem,
  remainingOf,
  type MatchedItem,
  type MatchedLine,
} from './match-lines.rules.ts';

export interface Ground {
  readonly id: string;
  readonly kind: 'early' | 'unrelated' | 'victim';
  readonly state: 'open' | 'requested' | 'granted' | 'escalated' | 'ended';
}

/** A line in force with what has been carried out of it. */
export interface RunningLine extends MatchedLine {
  readonly carriedOut: string;
  /** Whom it gives the thing to, as the judgment names them. */
  readonly beneficiary: string | null;
}

export interface DispositionQuestion {
  readonly item: MatchedItem;
  readonly lines: readonly RunningLine[];
  readonly grounds: readonly Ground[];
  readonly today: string;
}

export type DispositionReason =
  | 'NOTHING_ORDERED'
  | 'LINE_NOT_EFFECTIVE'
  | 'QUANTITY_DIFFERS'
  | 'WAY_NOT_ORDERED'
  | 'MORE_THAN_ORDERED';

export type Basis =
  | { readonly kind: 'line'; readonly line: RunningLine }
  | { readonly kind: 'ground'; readonly ground: Ground };

export type BasisVerdict =
  | { readonly allowed: true; readonly basis: Basis }
  | { readonly allowed: false; readonly reason: DispositionReason };

/** The first day on which something was ordered or found of the item that stands today; null: nothing was. */
export function groundedSince(
  { item, lines, today }: Pick<DispositionQuestion, 'item' | 'lines' | 'today'>,
  grounds: readonly (Ground & { readonly foundOn: string })[],
): string | null {
  const own = linesInForce(lines, today).filter(({ itemId, isVoid }) => itemId === item.id && !isVoid);
  const found = grounds.filter(holds).map(({ foundOn }) => foundOn);
  return [...own.map(({ effectiveOn }) => effectiveOn), ...found].toSorted()[0] ?? null;
}

const WAYS_OF_GROUND: Record<Ground['kind'], readonly DispositionWay[]> = {
  early: ['sale'],
  unrelated: ['send_back', 'return'],
  victim: ['return'],
};

/** An early disposal without approval is no ground, whatever was asked for. */
function holds({ kind, state }: Ground): boolean {
  return kind === 'early' ? state === 'granted' : state === 'open';
}

/** What is left of a destroyed thing has a value or is destroyed in its turn. */
const WAYS_OF_RESIDUE: readonly DispositionWay[] = ['treasury', 'sale', 'destruction'];

function waysOf({ order }: RunningLine, { isDerived }: MatchedItem): readonly DispositionWay[] {
  return isDerived && order === 'destroy' ? WAYS_OF_RESIDUE : orderOf(order).ways;
}

/** A finding stands in where no judgment speaks yet; what one in force says about another quantity is corrected first. */
function groundFor(objection: BasisVerdict, ground: Ground | undefined): BasisVerdict {
  const isSilent =
    !objection.allowed &&
    (objection.reason === 'NOTHING_ORDERED' || objection.reason === 'LINE_NOT_EFFECTIVE');
  return isSilent && ground ? { allowed: true, basis: { kind: 'ground', ground } } : objection;
}

const refuse = (reason: DispositionReason): BasisVerdict => ({ allowed: false, reason });

function ordersAnything({ item, lines, today }: DispositionQuestion): BasisVerdict | null {
  const own = lines.filter(({ itemId, isVoid }) => itemId === item.id && !isVoid);
  if (own.length === 0) return refuse('NOTHING_ORDERED');
  if (linesInForce(own, today).length === 0) return refuse('LINE_NOT_EFFECTIVE');
  const match = matchItem(item, lines, today);
  return match === 'matches' ? null : refuse('QUANTITY_DIFFERS');
}

/** Whether the item may wait for its disposition (T14): a line in force that fits it, or a ground that holds. */
export function decideAwaiting(question: DispositionQuestion): BasisVerdict {
  const { item, lines, grounds, today } = question;
  const ground = grounds.find(({ kind, state }) =>
    kind === 'early' ? state === 'granted' || state === 'requested' : state === 'open',
  );
  const objection = item.isDerived ? null : ordersAnything(question);
  if (objection !== null) return groundFor(objection, ground);
  const line = linesInForce(lines, today).find((one) => item.isDerived || one.itemId === item.id);
  return line ? { allowed: true, basis: { kind: 'line', line } } : refuse('NOTHING_ORDERED');
}

/**
 * The line or the ground on which a quantity of the item may leave in this way. What a line orders is never exceeded;
 * proceeds and residue follow the line of what they came from, which says nothing about their quantity.
 */
export function decideBasis(
  question: DispositionQuestion,
  wanted: { readonly way: DispositionWay; readonly quantity: string; readonly lineId: string | null },
): BasisVerdict {
  const { item, lines, grounds, today } = question;
  const { way, quantity, lineId } = wanted;
  const ground = grounds.find((one) => WAYS_OF_GROUND[one.kind].includes(way) && holds(one));
  const objection = item.isDerived ? null : ordersAnything(question);
  if (objection !== null) return groundFor(objection, ground);
  const fitting = linesInForce(lines, today).filter(
    (line) =>
      (item.isDerived || line.itemId === item.id) &&
      (lineId === null || line.id === lineId) &&
      waysOf(line, item).includes(way),
  );
  if (fitting.length === 0) return refuse('WAY_NOT_ORDERED');
  const line = fitting.find(
    (one) => item.isDerived || compareDecimals(quantity, remainingOf(one, one.carriedOut)) <= 0,
  );
  return line ? { allowed: true, basis: { kind: 'line', line } } : refuse('MORE_THAN_ORDERED');
}

/** Ways that are open for the item now, likeliest first. */
export function waysOpen(question: DispositionQuestion): DispositionWay[] {
  const { item, lines, grounds, today } = question;
  const objection = item.isDerived ? null : ordersAnything(question);
  if (objection !== null)
    return grounds
      .filter((ground) => holds(ground) && groundFor(objection, ground).allowed)
      .flatMap(({ kind }) => WAYS_OF_GROUND[kind]);
  const running = linesInForce(lines, today).filter(
    (line) =>
      item.isDerived ||
      (line.itemId === item.id && compareDecimals(remainingOf(line, line.carriedOut), '0') > 0),
  );
  return [...new Set(running.flatMap((line) => [...waysOf(line, item)]))];
}

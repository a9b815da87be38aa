/**
 * Auctions of confiscated things: notice, intervals and reserve by 网络司法拍卖规定 (法释〔2016〕18号), the acceptance by
 * finance after two failures by 刑事裁判涉财产部分执行规定 (法释〔2014〕13号) 12. Data with its edition. Pure.
 */
import { addDays } from '../../platform/days.ts';
import { latestValidity } from '../seized-items/examinations/examination-rules.ts';

export interface AuctionRule {
  readonly version: string;
  readonly basis: string;
  readonly effectiveFrom: string;
  /** Days between the notice and the auction of a movable; of real estate. */
  readonly noticeDays: { readonly movable: number; readonly immovable: number };
  readonly repeatNoticeDays: { readonly movable: number; readonly immovable: number };
  /** Days after a failure within which the next auction is held. */
  readonly repeatWithinDays: number;
  /** The reserve is at least that share of the valuation, in percent. */
  readonly reservePercent: number;
  /** The next reserve is at most that much lower than the one before. */
  readonly cutPercent: number;
  /** So many failures, and finance takes over or it is auctioned without reserve. */
  readonly failuresMax: number;
}

export const AUCTION_RULES: readonly [AuctionRule, ...AuctionRule[]] = [
  {
    version: '2017-01-01',
    basis: '网络司法拍卖规定（法释〔2016〕18号）第10、12、26条；法释〔2014〕13号第12条',
    effectiveFrom: '2017-01-01',
    noticeDays: { movable: 15, immovable: 30 },
    repeatNoticeDays: { movable: 7, immovable: 15 },
    repeatWithinDays: 30,
    reservePercent: 70,
    cutPercent: 20,
    failuresMax: 2,
  },
];

/** The edition in force on the day; before the first one, the first. */
export function auctionRuleOn(day: string): AuctionRule {
  return AUCTION_RULES.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? AUCTION_RULES[0];
}

export interface Valuation {
  readonly number: string;
  readonly valueFen: number;
  readonly baseOn: string;
  readonly validUntil: string;
}

/** What was agreed or asked for online holds no longer than a valuation does, whatever was typed (法释〔2018〕15号). */
function lastValidDay({ baseOn, validUntil }: Valuation): string {
  const latest = latestValidity(baseOn);
  return validUntil < latest ? validUntil : latest;
}

/** Valid on the day: not before its base day, and not run out (situation 49). */
export function isValuationValid(valuation: Valuation, day: string): boolean {
  return valuation.baseOn <= day && day <= lastValidDay(valuation);
}

/** Every particular is the same. */
function isSameValuation(one: Valuation, other: Valuation): boolean {
  return (
    one.number === other.number &&
    one.valueFen === other.valueFen &&
    one.baseOn === other.baseOn &&
    one.validUntil === other.validUntil
  );
}

export interface PastRound {
  readonly round: number;
  readonly reserveFen: number;
  readonly heldOn: string;
  readonly result: 'sold' | 'failed' | 'withdrawn' | null;
}

export interface PlannedRound {
  readonly valuation: Valuation;
  /**
   * The newest opinion on record that holds on the day of the auction; absent: none, as when the parties agreed on the
   * price or it was asked for online (法释〔2018〕15号 art. 2).
   */
  readonly recorded?: Valuation | undefined;
  readonly reserveFen: number;
  readonly announcedOn: string;
  readonly heldOn: string;
  readonly isImmovable: boolean;
}

export type AuctionObjection =
  | { readonly reason: 'AUCTION_RUNNING' }
  | { readonly reason: 'AUCTION_OVER' }
  | { readonly reason: 'VALUATION_DIFFERS'; readonly recorded: Valuation }
  | { readonly reason: 'VALUATION_EXPIRED'; readonly validUntil: string; readonly heldOn: string }
  | { readonly reason: 'AUCTION_FAILED_TWICE' }
  | { readonly reason: 'NOTICE_TOO_SHORT'; readonly days: number; readonly earliest: string }
  | { readonly reason: 'REPEAT_TOO_LATE'; readonly latest: string }
  | { readonly reason: 'RESERVE_TOO_LOW'; readonly leastFen: number };

/** Failed rounds; those that were called off do not count. */
export function failuresOf(rounds: readonly PastRound[]): number {
  return rounds.filter(({ result }) => result === 'failed').length;
}

function leastReserveFen(rule: AuctionRule, last: PastRound | undefined, valueFen: number): number {
  if (last === undefined) return Math.ceil((valueFen * rule.reservePercent) / 100);
  return Math.ceil((last.reserveFen * (100 - rule.cutPercent)) / 100);
}

/** What stands against announcing the round, in order of precedence; null: nothing. */
export function objectToRound(rounds: readonly PastRound[], planned: PlannedRound): AuctionObjection | null {
  const rule = auctionRuleOn(planned.announcedOn);
  const { valuation, recorded, announcedOn, heldOn, reserveFen, isImmovable } = planned;
  if (rounds.some(({ result }) => result === null)) return { reason: 'AUCTION_RUNNING' };
  if (rounds.some(({ result }) => result === 'sold')) return { reason: 'AUCTION_OVER' };
  if (recorded !== undefined && !isSameValuation(valuation, recorded))
    return { reason: 'VALUATION_DIFFERS', recorded };
  if (!isValuationValid(valuation, heldOn))
    return { reason: 'VALUATION_EXPIRED', validUntil: lastValidDay(valuation), heldOn };
  if (failuresOf(rounds) >= rule.failuresMax) return { reason: 'AUCTION_FAILED_TWICE' };
  const failed = rounds.findLast(({ result }) => result === 'failed');
  const latest = failed === undefined ? announcedOn : addDays(failed.heldOn, rule.repeatWithinDays);
  const isLate = announcedOn > latest;
  // Too late to go on from the failure, it begins anew with a value that was found after it.
  if (isLate && failed !== undefined && valuation.baseOn <= failed.heldOn)
    return { reason: 'REPEAT_TOO_LATE', latest };
  const last = isLate ? undefined : failed;
  const kind = isImmovable ? 'immovable' : 'movable';
  const days = (last === undefined ? rule.noticeDays : rule.repeatNoticeDays)[kind];
  const earliest = addDays(announcedOn, days);
  if (heldOn < earliest) return { reason: 'NOTICE_TOO_SHORT', days, earliest };
  const leastFen = leastReserveFen(rule, last, valuation.valueFen);
  return reserveFen < leastFen ? { reason: 'RESERVE_TOO_LOW', leastFen } : null;
}

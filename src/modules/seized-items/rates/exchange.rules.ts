/** What foreign money is worth in yuan, by a rate of a day: exact, rounded once, to the 分. Pure; runs in the browser too. */
import type { Sentence } from '../../../platform/errors.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { addDays } from '../../../platform/days.ts';
import { CURRENCIES } from '../item-quantity.ts';

export const RATE_SOURCES = {
  cfets: {
    zh: '中国人民银行授权中国外汇交易中心公布的人民币汇率中间价',
    en: 'Central parity rate published by CFETS for the People’s Bank of China',
    short: { zh: '人民币汇率中间价', en: 'central parity rate' },
  },
  safe: {
    zh: '国家外汇管理局公布的折算率',
    en: 'Conversion rate published by the State Administration of Foreign Exchange',
    short: { zh: '外汇局折算率', en: 'SAFE conversion rate' },
  },
  bank: {
    zh: '开户银行当日牌价',
    en: 'Rate of the day of the bank',
    short: { zh: '银行牌价', en: 'bank rate' },
  },
} as const;
export type RateSource = keyof typeof RATE_SOURCES;

export type RateDirection = 'direct' | 'inverse';

export interface Quote {
  readonly currency: string;
  /** `direct`: `rate` yuan for `units` of the currency; `inverse`: `rate` of the currency for `units` yuan. */
  readonly direction: RateDirection;
  readonly units: number;
  /** A decimal. */
  readonly rate: string;
}

/** How far back a rate may lie where it decides on something. A default of the product, not quoted law. */
export const RATE_AGE = {
  days: 10,
  basis: {
    zh: '中间价逐工作日公布，节假日最长连休八日：超过 10 日的汇率不再作为折算依据（系统默认，非法定期限）',
    en: 'Parity rates are published every working day and the longest holidays last eight days: a rate older than 10 days decides on nothing (a default of the product, no period of the law)',
  },
} as const;
/** A rate that lies further from the last one is more often a slip than a market. */
const USUAL_CHANGE_PERCENT = 15n;
/** What the bank credited may differ from its own rate by its charges. */
const CHARGES_PERCENT = 1n;

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function fractionOf(decimal: string): Fraction {
  const [whole = '0', part = ''] = decimal.split('.');
  return { numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) };
}

/** Yuan for one of the currency. */
function priceOf({ direction, units, rate }: Omit<Quote, 'currency'>): Fraction {
  const { numerator, denominator } = fractionOf(rate);
  return direction === 'direct'
    ? { numerator, denominator: denominator * BigInt(units) }
    : { numerator: denominator * BigInt(units), denominator: numerator };
}

/** Whether a rate of one day may decide on another: not older than that. ISO days. */
export function isCurrent(quotedOn: string, day: string): boolean {
  return quotedOn <= day && quotedOn >= addDays(day, -RATE_AGE.days);
}

/** An amount of minor units in 分, half up; null: more than can be counted exactly. */
export function fenOf(amountMinor: number, quote: Quote): number | null {
  const { numerator, denominator } = priceOf(quote);
  const digits = CURRENCIES[quote.currency]?.minorDigits ?? 2;
  const top = BigInt(amountMinor) * numerator * 100n;
  const bottom = denominator * 10n ** BigInt(digits);
  const fen = Number((top * 2n + bottom) / (bottom * 2n));
  return Number.isSafeInteger(fen) ? fen : null;
}

/** Whether a rate lies near the last one of the currency, in whatever direction either is quoted. */
export function isUsual(next: Omit<Quote, 'currency'>, last: Omit<Quote, 'currency'>): boolean {
  const [one, other] = [priceOf(next), priceOf(last)];
  const [left, right] = [one.numerator * other.denominator, other.numerator * one.denominator];
  const apart = left > right ? left - right : right - left;
  return apart * 100n <= right * USUAL_CHANGE_PERCENT;
}

/** Whether what the bank credited is what its rate makes of the amount, its charges aside. */
export function isAsCredited(creditedFen: number, amountMinor: number, bankQuote: Quote): boolean {
  const expected = fenOf(amountMinor, bankQuote);
  if (expected === null) return false;
  const apart = BigInt(Math.abs(expected - creditedFen));
  return apart * 100n <= BigInt(expected) * CHARGES_PERCENT + 100n;
}

/** `100 日元 = 4.6512 元` / `100 JPY = 4.6512 CNY`, `1 元 = 480.12 蒙古图格里克` / `1 CNY = 480.12 MNT`. */
export function sayQuote({ currency, direction, units, rate }: Quote): Sentence {
  const [from, to] = direction === 'direct' ? [currency, 'CNY'] : ['CNY', currency];
  const [given, worth] = [sayQuantity(String(units), from), sayQuantity(rate, to)];
  return { zh: `${given.zh} = ${worth.zh}`, en: `${given.en} = ${worth.en}` };
}

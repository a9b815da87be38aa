/**
 * Quantities of seized items: exact decimals with a unit that says what was counted, and money as an amount of one
 * currency. A number of things without a unit of their own (一批, 若干) is no quantity. Pure; runs in the browser too.
 */
import {
  compareDecimals,
  DECIMAL_PLACES_MAX,
  decimalPlaces,
  multiplyDecimals,
  normaliseDecimal,
} from '../../platform/decimal.ts';

export interface UnitKind {
  readonly zh: string;
  /** Digits after the point: 0 counts whole things. */
  readonly places: number;
}

const counted = (zh: string): UnitKind => ({ zh, places: 0 });
const measured = (zh: string, places: number): UnitKind => ({ zh, places });

/** The units that may be written; virtual currency counts in its own. */
export const ITEM_UNITS: Readonly<Record<string, UnitKind>> = Object.fromEntries(
  [
    ...'件个台部辆只头匹把支枚张本册份瓶箱盒袋包条块套副双根片粒卷桶尾株'.split('').map(counted),
    measured('克', 4),
    measured('千克', 6),
    measured('吨', 6),
    measured('毫升', 3),
    measured('升', 6),
    measured('米', 4),
    measured('平方米', 4),
    measured('立方米', 6),
    measured('枚币', DECIMAL_PLACES_MAX),
  ].map((unit) => [unit.zh, unit]),
);

/** Of a thing that has no unit of its own. */
export const USUAL_UNIT = '件';

/** Words that hide a number. */
const UNCOUNTED = /^(批|若干|一批|一宗|宗|堆|些|数|多)$/u;

export interface CurrencyKind {
  /** Digits of the minor unit: 2 for 分, 0 for yen. */
  readonly minorDigits: number;
}

export const CURRENCIES: Readonly<Record<string, CurrencyKind>> = {
  CNY: { minorDigits: 2 },
  USD: { minorDigits: 2 },
  EUR: { minorDigits: 2 },
  GBP: { minorDigits: 2 },
  HKD: { minorDigits: 2 },
  JPY: { minorDigits: 0 },
  KRW: { minorDigits: 0 },
  RUB: { minorDigits: 2 },
  MNT: { minorDigits: 2 },
};

export function isCurrency(unit: string): boolean {
  return Object.hasOwn(CURRENCIES, unit);
}

export type QuantityProblem =
  | 'QUANTITY_NOT_DECIMAL'
  | 'QUANTITY_NOT_POSITIVE'
  | 'QUANTITY_TOO_FINE'
  | 'QUANTITY_TOO_LARGE'
  | 'UNIT_UNCOUNTED'
  | 'UNIT_UNKNOWN';

const WHOLE_DIGITS_MAX = 18;

/** What is wrong with a quantity as it was written, or null. */
export function findQuantityProblem(quantity: string, unit: string): QuantityProblem | null {
  if (UNCOUNTED.test(unit)) return 'UNIT_UNCOUNTED';
  const places = CURRENCIES[unit]?.minorDigits ?? ITEM_UNITS[unit]?.places;
  if (places === undefined) return 'UNIT_UNKNOWN';
  if (!/^\d+(\.\d+)?$/.test(quantity) || /^0\d/.test(quantity)) return 'QUANTITY_NOT_DECIMAL';
  if (compareDecimals(quantity, '0') <= 0) return 'QUANTITY_NOT_POSITIVE';
  if (decimalPlaces(quantity) > places) return 'QUANTITY_TOO_FINE';
  if (isCurrency(unit) && minorUnitsOf(quantity, unit) === null) return 'QUANTITY_TOO_LARGE';
  return (normaliseDecimal(quantity).split('.')[0] ?? '').length > WHOLE_DIGITS_MAX
    ? 'QUANTITY_TOO_LARGE'
    : null;
}

/** Minor units of an amount, or null when it is finer than the currency or beyond a safe integer. */
export function minorUnitsOf(amount: string, currency: string): number | null {
  const kind = CURRENCIES[currency];
  if (kind === undefined || decimalPlaces(amount) > kind.minorDigits) return null;
  const minor = Number(multiplyDecimals(amount, `1${'0'.repeat(kind.minorDigits)}`));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** An amount of minor units as a decimal of the currency: 12345 of CNY is `123.45`. */
export function amountOfMinorUnits(minor: number, currency: string): string {
  const digits = CURRENCIES[currency]?.minorDigits ?? 2;
  return multiplyDecimals(String(minor), digits === 0 ? '1' : `0.${'0'.repeat(digits - 1)}1`);
}

/** 1234567 of CNY is `12,345.67`, what is less than nothing with a minus. */
export function formatMinorUnits(minor: number, currency: string): string {
  const digits = CURRENCIES[currency]?.minorDigits ?? 2;
  const [whole = '0', part = ''] = amountOfMinorUnits(Math.abs(minor), currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return `${minor < 0 ? '−' : ''}${grouped}${digits === 0 ? '' : `.${part.padEnd(digits, '0')}`}`;
}

/** A quantity as papers show it: money with thousands and all its digits, anything else as it is; null is nothing. */
export function formatQuantity(quantity: string | null, unit: string): string {
  const currency = CURRENCIES[unit];
  if (quantity === null || quantity === '' || currency === undefined) return quantity ?? '';
  const [whole = '', part = ''] = quantity.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return currency.minorDigits === 0 ? grouped : `${grouped}.${part.padEnd(currency.minorDigits, '0')}`;
}

import { accept, refuseCell, type Verdict } from '../problems.ts';
import type { RawCell } from '../raw-table.ts';
import { errorVerdict, plainText } from './cell-value.ts';

const WHOLE = /^[-+]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0*)?$/;

/** A whole number within `min`…`max`, both included; 1,000 and 6.0 are taken. The cell is not blank. */
export function parseInteger(
  cell: RawCell,
  range: { readonly min: number; readonly max: number },
): Verdict<number> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const text = numericText(cell);
  if (text === null || !WHOLE.test(text)) return refuseCell('INTEGER_UNREADABLE');
  const value = Number(text.replaceAll(',', '')) + 0;
  return value >= range.min && value <= range.max
    ? accept(value)
    : refuseCell('INTEGER_OUT_OF_RANGE', { min: range.min, max: range.max });
}

const DECIMAL = /^([-+]?)0*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;
const WHOLE_DIGITS = 12;
const DECIMALS = 4;

/**
 * A quantity above zero as a decimal string without surplus zeros: up to 12 digits and 4 decimals, `2.5`. Noise of
 * binary arithmetic in a stored number is rounded. A unit in the cell is refused. The cell is not blank.
 */
export function parseQuantity(cell: RawCell): Verdict<string> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const text = numericText(cell);
  const match = text === null ? null : DECIMAL.exec(withoutNoise(cell, text));
  if (match === null) return refuseCell('QUANTITY_UNREADABLE');
  const [, sign = '', grouped = '', rawDecimals = ''] = match;
  const whole = grouped.replaceAll(',', '');
  const decimals = rawDecimals.replace(/0+$/, '');
  const isZero = /^0*$/.test(whole) && decimals === '';
  if (isZero || sign === '-') return refuseCell('QUANTITY_NOT_POSITIVE');
  if (whole.length > WHOLE_DIGITS || decimals.length > DECIMALS) return refuseCell('QUANTITY_TOO_PRECISE');
  return accept(decimals === '' ? whole : `${whole}.${decimals}`);
}

function withoutNoise(cell: RawCell, text: string): string {
  if (typeof cell === 'string' || Math.abs(cell.value) >= 1e9) return text;
  const rounded = Number(cell.value.toFixed(DECIMALS));
  return Math.abs(rounded - cell.value) < 1e-9 ? String(rounded) : text;
}

/** Digits as a person would write them; null for what is no number. */
function numericText(cell: RawCell): string | null {
  if (typeof cell === 'string') return plainText(cell);
  if (cell.kind !== 'number') return null;
  const text = String(cell.value);
  return text.includes('e') ? null : text;
}

const LIFE = /^(?:(\d{1,4}(?:\.\d{1,4})?)\s*(?:年|years?|yrs?))?\s*(?:(\d{1,4})\s*(?:个月|月|months?))?$/i;
const BARE = /^\d{1,4}(?:\.\d{1,4})?$/;
const LONGEST_MONTHS = 1200;

/**
 * A useful life in months: 6年, 72个月, 6年6个月, or a bare number in the unit of its header. Whole months only.
 * The cell is not blank.
 */
export function parseLifeMonths(cell: RawCell, unit: { readonly bareIsMonths: boolean }): Verdict<number> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const text = numericText(cell);
  if (text === null || text === '') return refuseCell('LIFE_UNREADABLE');
  const months = BARE.test(text) ? Number(text) * (unit.bareIsMonths ? 1 : 12) : monthsOf(text);
  const whole = Math.round(months);
  if (Number.isNaN(months) || Math.abs(months - whole) > 0.01) return refuseCell('LIFE_UNREADABLE');
  return whole >= 1 && whole <= LONGEST_MONTHS ? accept(whole) : refuseCell('LIFE_OUT_OF_RANGE');
}

function monthsOf(text: string): number {
  const match = LIFE.exec(text);
  return match === null ? Number.NaN : Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0);
}

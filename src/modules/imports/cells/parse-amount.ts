import { accept, refuseCell, type Verdict } from '../problems.ts';
import type { RawCell } from '../raw-table.ts';
import { errorVerdict, plainText } from './cell-value.ts';

export interface AmountOptions {
  /** The header says 万元, so that a bare number counts ten thousands; a unit in the cell overrules it. */
  readonly inTenThousands?: boolean;
}

/** Powers of ten of the units, in yuan. */
const UNIT_POWERS: Readonly<Record<string, number>> = { 元: 0, 圆: 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };
const AMOUNT =
  /^(?:¥|RMB|CNY|人民币)?\s*:?\s*([-+−–])?\s*¥?\s*([\d,]*\.?\d*)\s*(?:(百万|千万|千|万|亿)元?|(元|圆))?\s*(?:RMB|CNY)?整?$/i;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const IN_BRACKETS = /^\((.*)\)$/;
const LONGEST_TEXT = 60;
const FEN_POWER = 2;
/** A part of a fen below which a stored number is noise of binary arithmetic: 12.340000000001. */
const NOISE_FEN = 1e-4;
const NOISE_DECIMALS = 10;

/**
 * Money in fen (分), a safe integer. Takes numbers, ¥ ￥ RMB 元 千 万 百万 亿 with or without 元, thousands separators
 * (, and ，), full-width digits.
 *
 * Refused: negative (AMOUNT_NEGATIVE), finer than a fen (AMOUNT_TOO_PRECISE; noise of binary arithmetic is rounded),
 * misplaced separators as in 1,23 or 1.234,56 (AMOUNT_SEPARATORS_WRONG), beyond 2^53 fen (AMOUNT_TOO_LARGE), all else
 * (AMOUNT_UNREADABLE). The cell is not blank.
 */
export function parseAmountFen(
  cell: RawCell,
  { inTenThousands = false }: AmountOptions = {},
): Verdict<number> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const barePower = inTenThousands ? 4 : 0;
  if (typeof cell === 'string') return fenOfText(plainText(cell), barePower);
  return cell.kind === 'number' ? fenOfNumber(cell.value, barePower) : refuseCell('AMOUNT_UNREADABLE');
}

function fenOfNumber(value: number, power: number): Verdict<number> {
  const exact = value * 10 ** (power + FEN_POWER);
  const fen = Math.round(exact);
  if (fen < 0) return refuseCell('AMOUNT_NEGATIVE');
  if (!Number.isSafeInteger(fen)) return refuseCell('AMOUNT_TOO_LARGE');
  return Math.abs(exact - fen) > NOISE_FEN + exact * Number.EPSILON
    ? refuseCell('AMOUNT_TOO_PRECISE')
    : accept(fen + 0);
}

function fenOfText(text: string, barePower: number): Verdict<number> {
  if (text.length > LONGEST_TEXT) return refuseCell('AMOUNT_UNREADABLE');
  const bracketed = IN_BRACKETS.exec(text)?.[1];
  if (bracketed !== undefined) {
    return fenOfText(bracketed, barePower).ok
      ? refuseCell('AMOUNT_NEGATIVE')
      : refuseCell('AMOUNT_UNREADABLE');
  }
  const [, sign = '', digits = '', bigUnit, smallUnit] = AMOUNT.exec(text) ?? [];
  if (!/\d/.test(digits))
    return refuseCell(misplacedSeparators(text) ? 'AMOUNT_SEPARATORS_WRONG' : 'AMOUNT_UNREADABLE');
  if (digits.includes(',') && !GROUPED.test(digits)) return refuseCell('AMOUNT_SEPARATORS_WRONG');
  const unit = bigUnit ?? smallUnit;
  const power = unit === undefined ? barePower : (UNIT_POWERS[unit] ?? 0);
  const fen = fenOfDigits(digits.replaceAll(',', ''), power + FEN_POWER);
  return fen.ok && fen.value > 0 && sign !== '' && sign !== '+' ? refuseCell('AMOUNT_NEGATIVE') : fen;
}

function misplacedSeparators(text: string): boolean {
  return /^[^\d]{0,4}\d[\d.,]*[.,]\d+[^\d]{0,4}$/.test(text);
}

/** Exact, digit by digit: `12.34` at power 2 is 1234. */
function fenOfDigits(digits: string, power: number): Verdict<number> {
  const [whole = '', decimals = ''] = digits.split('.');
  const kept = decimals.slice(0, power).padEnd(power, '0');
  const rest = decimals.slice(power);
  const isNoise = decimals.length >= NOISE_DECIMALS && /^(?:0000|9999)/.test(rest);
  if (/[1-9]/.test(rest) && !isNoise) return refuseCell('AMOUNT_TOO_PRECISE');
  const fen = Number(`${whole}${kept}`) + (rest.startsWith('9') ? 1 : 0);
  return Number.isSafeInteger(fen) ? accept(fen) : refuseCell('AMOUNT_TOO_LARGE');
}

import { accept, refuseCell, type Verdict } from '../problems.ts';
import type { RawCell, TypedCell } from '../raw-table.ts';
import { dayOfSerial } from '../reading/number-format.ts';
import { errorVerdict, plainText } from './cell-value.ts';

/** Both days included, `2024-03-05`. */
export interface DayRange {
  readonly earliest: string;
  readonly latest: string;
}

const EARLIEST = '1949-01-01';

/** From 1949 to so many years after today. */
export function dayRange(today: string, yearsAhead = 1): DayRange {
  return { earliest: EARLIEST, latest: `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}` };
}

const TIME = String.raw`(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const YEAR_MONTH_DAY = new RegExp(
  String.raw`^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?${TIME}$`,
);
const YEAR_MONTH = /^(\d{4})\s*(?:[-./]\s*(\d{1,2})|年\s*(\d{1,2})\s*月(?:份)?)$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const FIVE_DIGITS = /^[1-9]\d{4}$/;
const YEAR_ONLY = /^(?:1[89]|20|21)\d{2}\s*年?$/;
const YEAR_LAST = new RegExp(String.raw`^\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{4}${TIME}$`);
const YEAR_SHORT = /^\d{1,3}\s*[-./年]\s*\d{1,2}(?:\s*[-./月]\s*\d{1,3}\s*日?)?/;
const LOST_ZERO = /^(\d{4})\.1$/;

/**
 * A calendar day as `2024-03-05`. Takes Excel serials of both systems, date cells (the time of day is dropped),
 * 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, and a month (2024-03, 2024年3月) as its first day; full-width
 * digits too.
 *
 * Refused: 05/03/2024 and the like (DATE_AMBIGUOUS), 24.3.5 (DATE_YEAR_SHORT), 2024 (DATE_YEAR_ONLY), 2024.1, which may
 * be an October that Excel shortened (DATE_MONTH_AMBIGUOUS), 2024-02-30 (DATE_IMPOSSIBLE), days outside the range
 * (DATE_OUT_OF_RANGE), all else (DATE_UNREADABLE). The cell is not blank.
 */
export function parseDate(cell: RawCell, range: DayRange): Verdict<string> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const day = typeof cell === 'string' ? dayOfText(plainText(cell)) : dayOfTyped(cell);
  if (!day.ok) return day;
  if (day.value >= range.earliest && day.value <= range.latest) return day;
  return refuseCell('DATE_OUT_OF_RANGE', { date: day.value, earliest: range.earliest, latest: range.latest });
}

function dayOfTyped(cell: TypedCell): Verdict<string> {
  if (cell.kind === 'boolean') return refuseCell('DATE_UNREADABLE');
  const written = cell.kind === 'number' && (cell.value >= 1e6 || isYearLike(cell.value));
  return written ? dayOfText(String(cell.value)) : dayOfSerialNumber(cell.value, cell.date1904 === true);
}

/** 2024 or 2024.3 typed as a number is a year or a month, not a day of 1905. */
function isYearLike(value: number): boolean {
  return value >= 1900 && value < 2200;
}

function dayOfSerialNumber(serial: number, date1904: boolean): Verdict<string> {
  const day = dayOfSerial(serial, date1904);
  return day === null ? refuseCell('DATE_UNREADABLE') : accept(day);
}

function dayOfText(text: string): Verdict<string> {
  const lostZero = LOST_ZERO.exec(text);
  if (lostZero !== null) return refuseCell('DATE_MONTH_AMBIGUOUS', { year: lostZero[1] ?? '' });
  const day = YEAR_MONTH_DAY.exec(text) ?? EIGHT_DIGITS.exec(text);
  if (day !== null) return calendarDay(day[1], day[2], day[3]);
  const month = YEAR_MONTH.exec(text);
  if (month !== null) return calendarDay(month[1], month[2] ?? month[3], '1');
  if (FIVE_DIGITS.test(text)) return dayOfSerialNumber(Number(text), false);
  if (YEAR_LAST.test(text)) return refuseCell('DATE_AMBIGUOUS');
  if (YEAR_ONLY.test(text)) return refuseCell('DATE_YEAR_ONLY');
  return refuseCell(YEAR_SHORT.test(text) ? 'DATE_YEAR_SHORT' : 'DATE_UNREADABLE');
}

function calendarDay(year = '', month = '', day = ''): Verdict<string> {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written);
  return exists ? accept(written) : refuseCell('DATE_IMPOSSIBLE');
}

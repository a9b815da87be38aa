/**
 * Counting periods: 刑事诉讼法 第一百零五条 (the day and hour of the beginning do not count; a last day that is a holiday
 * moves to the first day after it) and 刑诉法解释 第二百零二条 (months). Days are ISO strings in Asia/Shanghai. Pure.
 */
import { addDays } from '../../platform/days.ts';

export const PERIOD_UNITS = {
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '日', en: 'days' },
  workday: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type PeriodUnit = keyof typeof PERIOD_UNITS;

export type DayKind = 'holiday' | 'workday';

/** What the calendar says of days that are not simply what their weekday makes them. */
export interface CourtCalendar {
  readonly days: ReadonlyMap<string, DayKind>;
  /** Years whose holidays are known. */
  readonly years: ReadonlySet<number>;
}

const HOUR_MS = 60 * 60_000;
const SATURDAY = 6;

function utcOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** Monday to Friday, unless the calendar says otherwise: a holiday, or a weekend day that is worked (调休). */
export function isWorkday(day: string, calendar: CourtCalendar): boolean {
  const set = calendar.days.get(day);
  if (set !== undefined) return set === 'workday';
  const weekday = utcOf(day).getUTCDay();
  return weekday !== 0 && weekday !== SATURDAY;
}

/** The day itself, or the first working day after it. */
export function rollForward(day: string, calendar: CourtCalendar): string {
  let at = day;
  while (!isWorkday(at, calendar)) at = addDays(at, 1);
  return at;
}

/** The day on which the n-th working day after the start ends. */
export function addWorkdays(start: string, count: number, calendar: CourtCalendar): string {
  let at = start;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * 解释 202: to the same day of the month; from the last day of a month to the last day of a month; where there is no such
 * day, to the last one.
 */
export function addMonths(start: string, count: number): string {
  const [year = 0, month = 0, date = 0] = start.split('-').map(Number);
  const index = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = lastDayOf(toYear, toMonth);
  const isLastDay = date === lastDayOf(year, month);
  const toDate = isLastDay ? last : Math.min(date, last);
  return `${String(toYear).padStart(4, '0')}-${String(toMonth).padStart(2, '0')}-${String(toDate).padStart(2, '0')}`;
}

export interface Period {
  readonly amount: number;
  readonly unit: PeriodUnit;
  /** Whether a last day that is no working day moves on; never for hours. */
  readonly rolls: boolean;
}

export interface PeriodStart {
  /** The day on which it began, which does not count. */
  readonly on: string;
  /** The moment, for periods in hours. */
  readonly at: Date | null;
}

export interface PeriodEnd {
  readonly dueOn: string;
  /** The end of that day in Asia/Shanghai, or the moment. */
  readonly dueAt: Date;
  /** Counted through a year whose holidays are not known. */
  readonly isProvisional: boolean;
}

function endOfDay(day: string): Date {
  return new Date(`${addDays(day, 1)}T00:00:00.000+08:00`);
}

function lastDay({ amount, unit }: Period, start: string, calendar: CourtCalendar): string {
  if (unit === 'workday') return addWorkdays(start, amount, calendar);
  return unit === 'month' ? addMonths(start, amount) : addDays(start, amount);
}

/** When the period ends. Hours run on through nights and holidays. */
export function countPeriod(period: Period, start: PeriodStart, calendar: CourtCalendar): PeriodEnd {
  if (period.unit === 'hour') {
    const from = start.at ?? new Date(`${start.on}T00:00:00.000+08:00`);
    const dueAt = new Date(from.getTime() + period.amount * HOUR_MS);
    const dueOn = new Date(dueAt.getTime() + 8 * HOUR_MS).toISOString().slice(0, 10);
    return { dueOn, dueAt, isProvisional: false };
  }
  const last = lastDay(period, start.on, calendar);
  const dueOn = period.rolls ? rollForward(last, calendar) : last;
  return {
    dueOn,
    dueAt: endOfDay(dueOn),
    isProvisional: dependsOnUnknownYear(period, start.on, dueOn, calendar),
  };
}

function dependsOnUnknownYear(period: Period, from: string, to: string, calendar: CourtCalendar): boolean {
  if (period.unit === 'workday')
    return !calendar.years.has(Number(from.slice(0, 4))) || !calendar.years.has(Number(to.slice(0, 4)));
  return period.rolls && !calendar.years.has(Number(to.slice(0, 4)));
}

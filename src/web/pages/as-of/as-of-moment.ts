/** The moment that the page asks about: a minute of the court's wall clock. Pure. */
import type { FilterValues } from '../../components/list-page/list-state.ts';

export const MOMENT_FORMAT = 'YYYY-MM-DD HH:mm';
export const NAMED_MOMENTS = ['monthEnd', 'quarterEnd', 'yearEnd', 'yesterday'] as const;
export type NamedMoment = (typeof NAMED_MOMENTS)[number];

const WALL_CLOCK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;
const LAST_MINUTE = '23:59';

function endOfDay(year: number, month: number, day: number): string {
  return `${new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)} ${LAST_MINUTE}`;
}

/** `2026-10-31 23:59`: the last minute of the month, quarter, year or day before `today`. */
export function namedMoment(name: NamedMoment, today: string): string {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  switch (name) {
    case 'monthEnd':
      return endOfDay(year, month, 0);
    case 'quarterEnd':
      return endOfDay(year, month - ((month - 1) % 3), 0);
    case 'yearEnd':
      return endOfDay(year - 1, 12, 31);
    case 'yesterday':
      return endOfDay(year, month, Number(today.slice(8, 10)) - 1);
  }
}

function isWallClock(text: string | undefined): text is string {
  return text !== undefined && WALL_CLOCK.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T')));
}

export interface AskedMoment {
  /** `2026-10-31 23:59`. */
  readonly at: string;
  /** What had been recorded by then; undefined: everything recorded until now. */
  readonly knownAt: string | undefined;
}

/** What the address asks for; the end of the month before when it names no moment. */
export function readMoment(filters: FilterValues, today: string): AskedMoment {
  const at = filters['at']?.[0];
  const knownAt = filters['knownAt']?.[0];
  return {
    at: isWallClock(at) ? at : namedMoment('monthEnd', today),
    knownAt: isWallClock(knownAt) ? knownAt : undefined,
  };
}

/** The end of that minute as an instant, because what happened within it belongs to it. */
export function endOfMinute(moment: string): string {
  return `${moment.slice(0, 10)}T${moment.slice(11, 16)}:59.999+08:00`;
}

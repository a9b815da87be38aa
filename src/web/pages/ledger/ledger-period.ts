/** The period of the ledger page: named ones follow the calendar, two days stay as they are. Pure. */
import type { FilterValues } from '../../components/list-page/list-state.ts';

export const PERIODS = ['month', 'lastMonth', 'quarter', 'year', 'lastYear', 'all'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Period {
  /** null: two days of the person's own choice. */
  readonly name: PeriodName | null;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function isPeriodName(text: string | undefined): text is PeriodName {
  return PERIODS.some((name) => name === text);
}

function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** First and last day of a named period that contains `today`, or lies right before it. */
export function daysOfPeriod(name: PeriodName, today: string): { from?: string; to?: string } {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const quarterStart = month - ((month - 1) % 3);
  switch (name) {
    case 'month':
      return { from: dayOf(year, month, 1), to: today };
    case 'lastMonth':
      return { from: dayOf(year, month - 1, 1), to: dayOf(year, month, 0) };
    case 'quarter':
      return { from: dayOf(year, quarterStart, 1), to: today };
    case 'year':
      return { from: dayOf(year, 1, 1), to: today };
    case 'lastYear':
      return { from: dayOf(year - 1, 1, 1), to: dayOf(year - 1, 12, 31) };
    case 'all':
      return {};
  }
}

/** What the address means: days win over a name; one thing's book is shown whole; otherwise this month. */
export function readPeriod(filters: FilterValues, today: string): Period {
  const from = filters['from']?.[0];
  const to = filters['to']?.[0];
  if (from !== undefined || to !== undefined) return { name: null, from, to };
  const given = filters['period']?.[0];
  const isOneBook = filters['assetId'] !== undefined || filters['holderId'] !== undefined;
  const name = isPeriodName(given) ? given : isOneBook ? 'all' : 'month';
  const days = daysOfPeriod(name, today);
  return { name, from: days.from, to: days.to };
}

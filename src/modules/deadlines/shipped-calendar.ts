/**
 * Public holidays and worked weekends as the State Council announced them: 国办发明电〔2024〕12号 for 2025, 国办发明电〔2025〕7号 for
 * 2026. A court sets what is missing or differs (calendar_days). Pure data.
 */
import type { DayKind } from './counting.rules.ts';

export interface ShippedDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly name: string;
}

function span(name: string, from: string, count: number): ShippedDay[] {
  const first = new Date(`${from}T00:00:00.000Z`).getTime();
  return Array.from({ length: count }, (_, at) => ({
    day: new Date(first + at * 86_400_000).toISOString().slice(0, 10),
    kind: 'holiday' as const,
    name,
  }));
}

function worked(name: string, ...days: readonly string[]): ShippedDay[] {
  return days.map((day) => ({ day, kind: 'workday' as const, name }));
}

const HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  国庆节: 'National Day',
  中秋节: 'Mid-Autumn Festival',
};
const MADE_UP = '调休';

/** What a day of the shipped calendar is called; undefined: a name that a court wrote. */
export function holidayInEnglish(name: string): string | undefined {
  const isMadeUp = name.endsWith(MADE_UP);
  const said = (isMadeUp ? name.slice(0, -MADE_UP.length) : name)
    .split('、')
    .map((one) => (Object.hasOwn(HOLIDAYS, one) ? HOLIDAYS[one] : undefined));
  if (said.includes(undefined)) return undefined;
  return isMadeUp ? `Worked for ${said.join(' and ')}` : said.join(' and ');
}

export const SHIPPED_YEARS: readonly number[] = [2025, 2026];
export const SHIPPED_DAYS: readonly ShippedDay[] = [
  ...span('元旦', '2025-01-01', 1),
  ...span('春节', '2025-01-28', 8),
  ...worked('春节调休', '2025-01-26', '2025-02-08'),
  ...span('清明节', '2025-04-04', 3),
  ...span('劳动节', '2025-05-01', 5),
  ...worked('劳动节调休', '2025-04-27'),
  ...span('端午节', '2025-05-31', 3),
  ...span('国庆节、中秋节', '2025-10-01', 8),
  ...worked('国庆节调休', '2025-09-28', '2025-10-11'),
  ...span('元旦', '2026-01-01', 3),
  ...worked('元旦调休', '2026-01-04'),
  ...span('春节', '2026-02-15', 9),
  ...worked('春节调休', '2026-02-14', '2026-02-28'),
  ...span('清明节', '2026-04-04', 3),
  ...span('劳动节', '2026-05-01', 5),
  ...worked('劳动节调休', '2026-05-09'),
  ...span('端午节', '2026-06-19', 3),
  ...span('中秋节', '2026-09-25', 3),
  ...span('国庆节', '2026-10-01', 7),
  ...worked('国庆节调休', '2026-09-20', '2026-10-10'),
];

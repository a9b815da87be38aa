import type { TenantReader } from '../../platform/database.ts';
import { listCalendarDays, type CalendarDayRow } from './calendar.sql.ts';
import type { CourtCalendar, DayKind } from './counting.rules.ts';
import { SHIPPED_DAYS, SHIPPED_YEARS } from './shipped-calendar.ts';

/** What ships, as the court has changed it. */
export function mergeCalendar(own: readonly CalendarDayRow[]): CourtCalendar {
  const days = new Map<string, DayKind>(SHIPPED_DAYS.map(({ day, kind }) => [day, kind]));
  for (const { day, kind } of own) {
    if (kind === 'ordinary') days.delete(day);
    else days.set(day, kind);
  }
  return { days, years: new Set([...SHIPPED_YEARS, ...own.map(({ day }) => Number(day.slice(0, 4)))]) };
}

/** The calendar by which deadlines of the court are counted. */
export async function readCourtCalendar(reader: TenantReader, courtId: number): Promise<CourtCalendar> {
  return mergeCalendar(await listCalendarDays(reader, courtId));
}

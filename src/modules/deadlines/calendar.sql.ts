/** Days that a court’s calendar sets otherwise than shipped. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export type SetDayKind = 'holiday' | 'workday' | 'ordinary';

export interface CalendarDayRow {
  readonly day: string;
  readonly kind: SetDayKind;
  readonly name: string;
}

export async function listCalendarDays(reader: TenantReader, courtId: number): Promise<CalendarDayRow[]> {
  const { rows } = await sql<CalendarDayRow>`select day, kind, name from calendar_days
    where court_id = ${courtId} order by day`.execute(reader);
  return rows;
}

/** What the court sets for a year, in place of what it set before. */
export async function replaceCalendarYear(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  year: number,
  days: readonly CalendarDayRow[],
): Promise<void> {
  await sql`delete from calendar_days where court_id = ${courtId}
    and day between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31)`.execute(trx);
  await sql`insert into calendar_days (court_id, day, kind, name, set_by, set_by_name, set_at)
    select ${courtId}, day, kind, name, ${by.personId}, ${by.personName}, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as new(day date, kind text, name text)`.execute(
    trx,
  );
}

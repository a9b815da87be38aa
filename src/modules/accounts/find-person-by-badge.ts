import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { findPersonIdByBadge, findPersonOfCourt, type PersonSummaryRow } from './people-list.sql.ts';

/** As scanned or typed: any case, grouped by spaces, with or without the version of the label. */
export function normaliseBadgeCode(scanned: string): string {
  return scanned.toUpperCase().replaceAll(' ', '').replace(/-.$/, '');
}

export function directoryPersonOf(row: PersonSummaryRow) {
  return {
    id: row.id,
    name: row.full_name,
    courtId: row.court_id,
    departmentId: row.department_id,
    departmentName: row.department_name,
    employeeNumber: row.employee_number,
  };
}

/** Whose badge it is, when that person belongs to the court or has a role in it today; otherwise undefined. */
export async function findPersonByBadge(
  reader: TenantReader,
  courtId: number,
  scanned: string,
  now: Date,
): Promise<ReturnType<typeof directoryPersonOf> | undefined> {
  const personId = await findPersonIdByBadge(reader, normaliseBadgeCode(scanned));
  const row = personId && (await findPersonOfCourt(reader, courtId, personId, shanghaiDay(now)));
  return row ? directoryPersonOf(row) : undefined;
}

import type { TenantReader } from '../../platform/database.ts';
import type { RunningKey } from './deadline.sql.ts';
import { findRunningDeadlineDay } from './running-deadline.sql.ts';

/** The last day of the clock of a rule that runs for a thing; null: none does. */
export async function findRunningDueOn(
  reader: TenantReader,
  courtId: number,
  key: RunningKey,
): Promise<string | null> {
  return findRunningDeadlineDay(reader, courtId, key);
}

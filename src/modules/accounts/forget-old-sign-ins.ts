import { deleteOldRows, type OwnerConnection } from '../../platform/sweep-rows.sql.ts';
import { KNOWN_BROWSER_DAYS } from './rules.ts';

/** Longer than every window in which an attempt counts. */
const ATTEMPT_DAYS = 1;

/** Removes attempts that no window counts any more, and browsers that no longer pass for known. */
export async function forgetOldSignIns(owner: OwnerConnection, now: Date): Promise<void> {
  await deleteOldRows(owner, now, { table: 'sign_in_attempts', column: 'attempted_at', days: ATTEMPT_DAYS });
  await deleteOldRows(owner, now, {
    table: 'known_browsers',
    column: 'last_used_at',
    days: KNOWN_BROWSER_DAYS,
  });
}

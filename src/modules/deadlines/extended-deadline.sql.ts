/** Clocks that run longer, or for somebody else, by a decision. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';
import type { NewDeadline } from './deadline.sql.ts';

/** Its end is said by a paper from now on, so that no calendar counts it anew. */
export async function updateDeadlineExtended(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  end: Pick<NewDeadline, 'dueOn' | 'dueAt' | 'level' | 'nextLevelAt'> & { readonly basis: string },
): Promise<void> {
  await sql`update deadlines set due_on = ${end.dueOn}, due_at = ${end.dueAt}, is_provisional = false,
      level = ${end.level}, next_level_at = ${end.nextLevelAt}, basis = ${end.basis}, rule_version = 'fixed'
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

export async function updateDeadlineOwner(
  trx: TenantTransaction,
  courtId: number,
  ids: readonly string[],
  to: { readonly ownerId: string; readonly departmentId: string | null },
): Promise<void> {
  await sql`update deadlines set owner_id = ${to.ownerId}, department_id = ${to.departmentId}
    where court_id = ${courtId} and id = any(${ids}::uuid[])`.execute(trx);
}

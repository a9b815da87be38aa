import { sql } from 'kysely';
import type { AuthenticationTransaction, TenantTransaction } from '../../platform/database.ts';

export interface PinState {
  readonly pinHash: string | null;
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/** For update: attempts on one PIN are counted one after the other. */
export async function lockPin(
  trx: AuthenticationTransaction,
  personId: string,
): Promise<PinState | undefined> {
  const row = await trx
    .selectFrom('credentials')
    .select(['pin_hash', 'pin_failures', 'pin_locked_until'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return row && { pinHash: row.pin_hash, failures: row.pin_failures, lockedUntil: row.pin_locked_until };
}

export async function updatePinFailures(
  trx: AuthenticationTransaction,
  personId: string,
  state: { failures: number; lockedUntil: Date | null },
): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({ pin_failures: state.failures, pin_locked_until: state.lockedUntil })
    .where('person_id', '=', personId)
    .execute();
}

/** Commands in which one person sends PINs wait for each other, so that none sees too low a count. */
export async function lockGuesser(trx: TenantTransaction, actorId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`PIN ${actorId}`}, 0))`.execute(trx);
}

/** Wrong PINs that the person sent in the court since then, as the audit trail has them. */
export async function countWrongPinsSentBy(
  trx: TenantTransaction,
  courtId: number,
  actorId: string,
  since: Date,
): Promise<number> {
  const { count } = await trx
    .selectFrom('audit_events')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('court_id', '=', courtId)
    .where('actor_id', '=', actorId)
    .where('recorded_at', '>', since)
    .where('command', '=', 'confirmByPin')
    .where('outcome', '=', 'refused')
    .executeTakeFirstOrThrow();
  return count;
}

import type { AuthenticationTransaction } from '../../platform/database.ts';

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

/** Passwords and PINs, read and written while a person is being identified. */
import type { AuthenticationTransaction, TenantTransaction } from '../../platform/database.ts';

export interface Credential {
  readonly personId: string;
  readonly username: string;
  readonly fullName: string;
  readonly employeeNumber: string | null;
  readonly homeCourtId: number;
  readonly isOpen: boolean;
  readonly passwordHash: string;
  /** The password is a first one, which somebody else has seen. */
  readonly mustChange: boolean;
}

export async function findCredential(
  trx: AuthenticationTransaction,
  by: { username: string } | { personId: string },
): Promise<Credential | undefined> {
  const base = trx
    .selectFrom('people as p')
    .innerJoin('credentials as c', 'c.person_id', 'p.id')
    .select([
      'p.id',
      'p.username',
      'p.full_name',
      'p.employee_number',
      'p.court_id',
      'p.closed_at',
      'c.password_hash',
      'c.must_change',
    ]);
  const row =
    'username' in by
      ? await base.where('p.username', '=', by.username).executeTakeFirst()
      : await base.where('p.id', '=', by.personId).executeTakeFirst();
  return (
    row && {
      personId: row.id,
      username: row.username,
      fullName: row.full_name,
      employeeNumber: row.employee_number,
      homeCourtId: row.court_id,
      isOpen: row.closed_at === null,
      passwordHash: row.password_hash,
      mustChange: row.must_change,
    }
  );
}

/** Every session that began before `now` has ended with this. */
export async function updatePassword(
  trx: AuthenticationTransaction | TenantTransaction,
  personId: string,
  change: { passwordHash: string; mustChange: boolean; now: Date },
): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({
      password_hash: change.passwordHash,
      must_change: change.mustChange,
      sessions_since: change.now,
    })
    .where('person_id', '=', personId)
    .execute();
}

/** The person's PIN and, in whatever court, the API tokens made until `now` have ended with this. */
export async function updatePinAndTokensEnded(
  trx: AuthenticationTransaction | TenantTransaction,
  personId: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({ tokens_since: now, pin_hash: null, pin_failures: 0, pin_locked_until: null })
    .where('person_id', '=', personId)
    .execute();
}

export async function updatePin(
  trx: AuthenticationTransaction | TenantTransaction,
  personId: string,
  pinHash: string,
): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({ pin_hash: pinHash, pin_failures: 0, pin_locked_until: null })
    .where('person_id', '=', personId)
    .execute();
}

/** Every session and every API token of the person ends, in whatever court. */
export async function updateAccessEnded(trx: TenantTransaction, personId: string, now: Date): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({ sessions_since: now, tokens_since: now })
    .where('person_id', '=', personId)
    .execute();
}

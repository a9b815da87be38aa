/** Attempts to sign in, counted per name, address and browser. */
import { sql } from 'kysely';
import type { AuthenticationTransaction, TenantTransaction } from '../../platform/database.ts';
import { SIGN_IN_WINDOWS, type SignInFacts } from './rules.ts';

export interface AttemptKey {
  readonly usernameHash: Buffer;
  readonly address: string;
  /** The browser, when it is known for this very person. */
  readonly browserHash: Buffer | null;
}

/** Attempts on one name wait for each other, so that parallel guesses cannot all see the same count. */
export async function lockAttemptsOnName(
  trx: AuthenticationTransaction,
  usernameHash: Buffer,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${usernameHash.readBigInt64BE(0).toString()}::bigint)`.execute(trx);
}

interface FactsRow {
  browser_failures: number;
  browser_last: Date | null;
  pair_failures: number;
  pair_last: Date | null;
  address_free_at: Date | null;
  username_free_at: Date | null;
}

export async function findSignInFacts(
  trx: AuthenticationTransaction,
  key: AttemptKey,
  now: Date,
): Promise<SignInFacts> {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const windows = SIGN_IN_WINDOWS;
  const { rows } = await sql<FactsRow>`
    with mine as (
      select attempted_at, succeeded, address, browser_hash from sign_in_attempts
      where username_hash = ${key.usernameHash} and attempted_at > ${minutesAgo(windows.usernameMinutes)}
    ), browser as (
      select count(*)::integer as failures, max(attempted_at) as last from mine
      where browser_hash = ${key.browserHash} and not succeeded and attempted_at > coalesce(
        (select max(attempted_at) from mine where browser_hash = ${key.browserHash} and succeeded), '-infinity')
    ), pair as (
      select count(*)::integer as failures, max(attempted_at) as last from mine
      where address = ${key.address} and browser_hash is null and not succeeded
        and attempted_at > ${minutesAgo(windows.pairMinutes)} and attempted_at > coalesce(
        (select max(attempted_at) from mine where address = ${key.address} and succeeded), '-infinity')
    )
    select browser.failures as browser_failures, browser.last as browser_last,
      pair.failures as pair_failures, pair.last as pair_last,
      (select attempted_at + make_interval(mins => ${windows.addressMinutes}) from sign_in_attempts
        where address = ${key.address} and browser_hash is null and not succeeded
          and attempted_at > ${minutesAgo(windows.addressMinutes)}
        order by attempted_at desc offset ${windows.addressFailuresMax - 1} limit 1) as address_free_at,
      (select attempted_at + make_interval(mins => ${windows.usernameMinutes}) from mine
        where browser_hash is null and not succeeded
        order by attempted_at desc offset ${windows.usernameFailuresMax - 1} limit 1) as username_free_at
    from browser, pair`.execute(trx);
  const row = rows[0];
  return {
    now,
    browserIsKnown: key.browserHash !== null,
    browser: { failures: row?.browser_failures ?? 0, lastFailureAt: row?.browser_last ?? null },
    pair: { failures: row?.pair_failures ?? 0, lastFailureAt: row?.pair_last ?? null },
    addressFreeAt: row?.address_free_at ?? null,
    usernameFreeAt: row?.username_free_at ?? null,
  };
}

/** Counted as a failure until it has succeeded. */
export async function insertAttempt(
  trx: AuthenticationTransaction,
  id: string,
  key: AttemptKey,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('sign_in_attempts')
    .values({
      id,
      attempted_at: now,
      username_hash: key.usernameHash,
      address: key.address,
      browser_hash: key.browserHash,
      succeeded: false,
    })
    .execute();
}

/** Marks the attempt and forgets what is too old to count. */
export async function updateAttemptSucceeded(
  trx: AuthenticationTransaction,
  id: string,
  now: Date,
): Promise<void> {
  await trx.updateTable('sign_in_attempts').set({ succeeded: true }).where('id', '=', id).execute();
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60_000);
  await trx.deleteFrom('sign_in_attempts').where('attempted_at', '<', dayAgo).execute();
}

/** Nobody waits for this name any more. */
export async function deleteAttemptsOnName(trx: TenantTransaction, usernameHash: Buffer): Promise<void> {
  await trx.deleteFrom('sign_in_attempts').where('username_hash', '=', usernameHash).execute();
}

export async function isBrowserKnown(
  trx: AuthenticationTransaction,
  browserHash: Buffer,
  personId: string,
  since: Date,
): Promise<boolean> {
  const row = await trx
    .selectFrom('known_browsers')
    .select('person_id')
    .where('token_hash', '=', browserHash)
    .where('person_id', '=', personId)
    .where('last_used_at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertKnownBrowser(
  trx: AuthenticationTransaction,
  browserHash: Buffer,
  personId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('known_browsers')
    .values({ token_hash: browserHash, person_id: personId, first_used_at: now, last_used_at: now })
    .onConflict((conflict) =>
      conflict.columns(['token_hash', 'person_id']).doUpdateSet({ last_used_at: now }),
    )
    .execute();
}

/** The browser goes by another token: who is known there and how often each failed stays, the former token is worth nothing. */
export async function updateBrowserHash(
  trx: AuthenticationTransaction,
  former: Buffer,
  next: Buffer,
): Promise<void> {
  await trx
    .updateTable('known_browsers')
    .set({ token_hash: next })
    .where('token_hash', '=', former)
    .execute();
  await trx
    .updateTable('sign_in_attempts')
    .set({ browser_hash: next })
    .where('browser_hash', '=', former)
    .execute();
}

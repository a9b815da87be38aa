import type pg from 'pg';
import { openDatabase, type AuthenticationTransaction } from './database.ts';

/**
 * Runs `work` in a transaction that may read people, memberships, sessions and tokens of every court, and no business
 * data at all: it is how a person is identified before a tenant is known.
 */
export async function runAuthentication<T>(
  pool: pg.Pool,
  work: (trx: AuthenticationTransaction) => Promise<T>,
): Promise<T> {
  const begin =
    "begin; set local app.courts = '-1'; set local app.court = '-1'; set local app.purpose = 'authentication'";
  return openDatabase(pool, begin)
    .transaction()
    .execute((trx) =>
      // why: the only maker of the branded authenticator.
      work(trx as unknown as AuthenticationTransaction),
    );
}

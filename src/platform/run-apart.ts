/** Writes that stand even when the command around them is refused, such as the count of wrong PINs. */
import pg from 'pg';
import type { AuthenticationTransaction } from './database.ts';
import { runAuthentication } from './run-authentication.ts';

const CONNECTIONS_MAX = 2;
const IDLE_MS = 2000;

const apartPools = new WeakMap<pg.Pool, pg.Pool>();

/** Connections of its own: a command that waits for one from its own pool while it holds one could wait for ever. */
function apartPoolOf(pool: pg.Pool): pg.Pool {
  const known = apartPools.get(pool);
  if (known) return known;
  const apart = new pg.Pool({
    ...pool.options,
    max: CONNECTIONS_MAX,
    idleTimeoutMillis: IDLE_MS,
    allowExitOnIdle: true,
  });
  apart.on('error', () => {
    // An idle connection that breaks is replaced by the pool.
  });
  apartPools.set(pool, apart);
  return apart;
}

/** Runs `work` in a transaction of its own, which commits whatever becomes of the command that asked for it. */
export function runApart<T>(pool: pg.Pool, work: (trx: AuthenticationTransaction) => Promise<T>): Promise<T> {
  return runAuthentication(apartPoolOf(pool), work);
}

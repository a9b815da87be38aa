import type { AppDependencies } from '../../platform/app-dependencies.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import { SET_UP_LINK_HOURS } from './rules.ts';
import { hashSecret, newSecretToken } from './secrets.ts';
import { hasAnyCourt, insertSetUpLink } from './set-up-link.sql.ts';

/**
 * A new one-time token for setting up the first court, which replaces any former one; null when the database has a
 * court already.
 */
export async function createSetUpLink(
  dependencies: Pick<AppDependencies, 'pool' | 'clock'>,
): Promise<{ token: string } | null> {
  const now = dependencies.clock.now();
  const token = newSecretToken();
  const expiresAt = new Date(now.getTime() + SET_UP_LINK_HOURS * 60 * 60_000);
  return runAuthentication(dependencies.pool, async (trx) => {
    if (await hasAnyCourt(trx)) return null;
    await insertSetUpLink(trx, { tokenHash: hashSecret(token), now, expiresAt });
    return { token };
  });
}

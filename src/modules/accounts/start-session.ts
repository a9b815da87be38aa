import type { AuthenticationTransaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { readBrowserCookie } from './cookies.ts';
import { KNOWN_BROWSER_DAYS, SESSION_LIFE_DAYS } from './rules.ts';
import { hashSecret, newSecretToken } from './secrets.ts';
import { deleteOldSessions, insertSession } from './session.sql.ts';
import { insertKnownBrowser, isBrowserKnown, updateBrowserHash } from './sign-in-attempt.sql.ts';

const DAY_MS = 24 * 60 * 60_000;
const USER_AGENT_LENGTH_MAX = 300;

export interface StartedSession {
  readonly token: string;
  readonly csrfToken: string;
  readonly browserToken: string;
}

/** Opens a session and remembers the browser; the caller sets the cookies once the transaction is committed. */
export async function startSession(
  trx: AuthenticationTransaction,
  open: OpenContext,
  who: { personId: string; courtId: number; now: Date },
): Promise<StartedSession> {
  const { now, personId, courtId } = who;
  const token = newSecretToken();
  const csrfToken = newSecretToken();
  const brought = readBrowserCookie(open.http.request, open.dependencies.secureCookies);
  const browserToken = await chooseBrowserToken(trx, brought, personId, now);
  await deleteOldSessions(trx, personId, new Date(now.getTime() - KNOWN_BROWSER_DAYS * DAY_MS));
  await insertSession(trx, {
    id: newId(now.getTime()),
    tokenHash: hashSecret(token),
    personId,
    courtId,
    csrfToken,
    now,
    expiresAt: new Date(now.getTime() + SESSION_LIFE_DAYS * DAY_MS),
    address: open.request.address,
    userAgent: open.http.request.headers['user-agent']?.slice(0, USER_AGENT_LENGTH_MAX) ?? null,
  });
  await insertKnownBrowser(trx, hashSecret(browserToken), personId, now);
  return { token, csrfToken, browserToken };
}

/**
 * A browser keeps its mark as long as it stands for the same people. A mark that comes to stand for one more person is made
 * anew here: what a browser brought may have been put into it by somebody who knows it.
 */
async function chooseBrowserToken(
  trx: AuthenticationTransaction,
  brought: string | undefined,
  personId: string,
  now: Date,
): Promise<string> {
  if (brought === undefined) return newSecretToken();
  const since = new Date(now.getTime() - KNOWN_BROWSER_DAYS * DAY_MS);
  if (await isBrowserKnown(trx, hashSecret(brought), personId, since)) return brought;
  const renewed = newSecretToken();
  await updateBrowserHash(trx, hashSecret(brought), hashSecret(renewed));
  return renewed;
}

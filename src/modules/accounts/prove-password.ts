import { runAuthentication } from '../../platform/run-authentication.ts';
import { newId } from '../../platform/ids.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { addressBlock } from './address-block.ts';
import { readBrowserCookie } from './cookies.ts';
import { findCredential, type Credential } from './credential.sql.ts';
import { verifyPassword } from './password-hash.ts';
import { refuseAccount } from './refusals.ts';
import { decideSignInAttempt, KNOWN_BROWSER_DAYS } from './rules.ts';
import { hashSecret } from './secrets.ts';
import {
  findSignInFacts,
  insertAttempt,
  isBrowserKnown,
  lockAttemptsOnName,
  type AttemptKey,
} from './sign-in-attempt.sql.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface PasswordProof {
  readonly isRight: boolean;
  readonly attemptId: string;
  readonly key: AttemptKey;
  /** Undefined when nobody with an open account has the name. */
  readonly credential: Credential | undefined;
}

/** How a name is counted: never as it was typed, because people type passwords into the field of the name. */
export function hashUsername(username: string): Buffer {
  return hashSecret(username.trim().normalize('NFKC').toLowerCase());
}

/**
 * Counts the attempt, then compares the password outside any transaction. The attempt counts as a failure until its
 * caller marks it as succeeded. Refusals: SIGN_IN_THROTTLED, SIGN_IN_BUSY.
 */
export async function provePassword(
  open: OpenContext,
  who: { username: string } | { personId: string },
  password: string,
): Promise<PasswordProof> {
  const { dependencies, request, http } = open;
  const now = open.clock.now();
  const browserToken = readBrowserCookie(http.request, dependencies.secureCookies);
  const attemptId = newId(now.getTime());
  const admitted = await runAuthentication(dependencies.pool, async (trx) => {
    const by = 'username' in who ? { username: who.username.trim().normalize('NFKC').toLowerCase() } : who;
    const found = await findCredential(trx, by);
    const usernameHash = hashUsername(found?.username ?? ('username' in by ? by.username : ''));
    await lockAttemptsOnName(trx, usernameHash);
    const credential = found?.isOpen === true ? found : undefined;
    const browserHash = browserToken === undefined || !credential ? null : hashSecret(browserToken);
    const since = new Date(now.getTime() - KNOWN_BROWSER_DAYS * DAY_MS);
    const isKnown =
      browserHash !== null &&
      credential &&
      (await isBrowserKnown(trx, browserHash, credential.personId, since));
    const key = {
      usernameHash,
      address: addressBlock(request.address),
      browserHash: isKnown ? browserHash : null,
    };
    const verdict = decideSignInAttempt(await findSignInFacts(trx, key, now));
    if (!verdict.allowed) throw refuseAccount('SIGN_IN_THROTTLED', { seconds: verdict.retryAfterSeconds });
    await insertAttempt(trx, attemptId, key, now);
    return { credential, key };
  });
  const priority = admitted.key.browserHash === null ? 'unknown' : 'known';
  const isRight = await verifyPassword(admitted.credential?.passwordHash ?? null, password, priority);
  return { isRight, attemptId, ...admitted };
}

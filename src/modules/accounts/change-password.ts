import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { confirmOwnPassword } from './confirm-own-password.ts';
import { setSessionCookies } from './cookies.ts';
import { updatePassword, updatePinAndTokensEnded } from './credential.sql.ts';
import { hashPassword } from './password-hash.ts';
import { refusePassword } from './refusals.ts';
import { requireActor } from './require-actor.ts';
import { passwordProblems } from './rules.ts';
import type { changePassword as declaration } from './session.contract.ts';
import { updateSessionsEnded } from './session.sql.ts';
import { startSession } from './start-session.ts';

/**
 * Sets a new password, ends every session and opens a new one here. With a first password, which somebody else has
 * seen, what was set up with it ends as well: the PIN and the API tokens.
 * Refusals: SIGN_IN_THROTTLED, SIGN_IN_BUSY, CURRENT_PASSWORD_WRONG, PASSWORD_UNFIT.
 */
export async function changePassword(
  open: OpenContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { dependencies, request } = open;
  const actor = requireActor(open);
  const credential = await confirmOwnPassword(open, 'changePassword', body.currentPassword);
  const isUnchanged = body.newPassword.normalize('NFKC') === body.currentPassword.normalize('NFKC');
  const problems = passwordProblems(body.newPassword, credential, isUnchanged);
  if (problems.length > 0) throw refusePassword('body.newPassword', problems);
  const passwordHash = await hashPassword(body.newPassword);
  const now = open.clock.now();
  const { personId, courtId } = actor;
  const started = await runAuthentication(dependencies.pool, async (trx) => {
    await updatePassword(trx, personId, { passwordHash, mustChange: false, now });
    if (credential.mustChange) await updatePinAndTokensEnded(trx, personId, now);
    await updateSessionsEnded(trx, personId, now);
    const subject = { id: personId, label: actor.personName };
    await appendAccountEvent(trx, {
      command: 'changePassword',
      outcome: 'done',
      now,
      request,
      courtId,
      actor,
      subject,
    });
    return startSession(trx, open, { personId, courtId, now });
  });
  setSessionCookies(open.http, dependencies.secureCookies, started);
  return {};
}

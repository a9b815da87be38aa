import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import type { Credential } from './credential.sql.ts';
import { provePassword } from './prove-password.ts';
import { refuseAccount } from './refusals.ts';
import { requireActor } from './require-actor.ts';
import { updateAttemptSucceeded } from './sign-in-attempt.sql.ts';

/**
 * The person at the keyboard is the one who signed in: asked before a password or a PIN is changed, and counted like
 * a sign-in. Refusals: SIGN_IN_THROTTLED, SIGN_IN_BUSY, CURRENT_PASSWORD_WRONG.
 */
export async function confirmOwnPassword(
  open: OpenContext,
  command: string,
  currentPassword: string,
): Promise<Credential> {
  const actor = requireActor(open);
  const proof = await provePassword(open, { personId: actor.personId }, currentPassword);
  const { credential } = proof;
  const isRight = proof.isRight && credential !== undefined;
  const now = open.clock.now();
  await runAuthentication(open.dependencies.pool, async (trx) => {
    if (isRight) {
      await updateAttemptSucceeded(trx, proof.attemptId, now);
      return;
    }
    const subject = { id: actor.personId, label: actor.personName };
    const { courtId } = actor;
    await appendAccountEvent(trx, {
      command,
      outcome: 'refused',
      now,
      request: open.request,
      courtId,
      actor,
      subject,
      detail: { reason: 'CURRENT_PASSWORD_WRONG' },
    });
  });
  if (!isRight) throw refuseAccount('CURRENT_PASSWORD_WRONG');
  return credential;
}

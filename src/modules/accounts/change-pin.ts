import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { confirmOwnPassword } from './confirm-own-password.ts';
import { updatePin } from './credential.sql.ts';
import { hashPassword } from './password-hash.ts';
import { refuseAccount } from './refusals.ts';
import { requireActor } from './require-actor.ts';
import { isTrivialPin } from './rules.ts';
import type { changePin as declaration } from './session.contract.ts';

/**
 * Sets the PIN by which the person confirms as the second person, and clears its failures.
 * Refusals: PIN_TRIVIAL, SIGN_IN_THROTTLED, SIGN_IN_BUSY, CURRENT_PASSWORD_WRONG.
 */
export async function changePin(
  open: OpenContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const actor = requireActor(open);
  if (isTrivialPin(body.pin)) throw refuseAccount('PIN_TRIVIAL');
  await confirmOwnPassword(open, 'changePin', body.currentPassword);
  const pinHash = await hashPassword(body.pin);
  const now = open.clock.now();
  const { personId, courtId } = actor;
  await runAuthentication(open.dependencies.pool, async (trx) => {
    await updatePin(trx, personId, pinHash);
    const subject = { id: personId, label: actor.personName };
    const { request } = open;
    await appendAccountEvent(trx, {
      command: 'changePin',
      outcome: 'done',
      now,
      request,
      courtId,
      actor,
      subject,
    });
  });
  return {};
}

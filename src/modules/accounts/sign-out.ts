import type { ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { clearSessionCookies, readSessionCookie } from './cookies.ts';
import { requireActor } from './require-actor.ts';
import { hashSecret } from './secrets.ts';
import type { signOut as declaration } from './session.contract.ts';
import { updateSessionEnded } from './session.sql.ts';

/** Ends the session of this browser. */
export async function signOut(open: OpenContext): Promise<ResponseOf<typeof declaration>> {
  const { dependencies, http, request } = open;
  const actor = requireActor(open);
  const now = open.clock.now();
  const token = readSessionCookie(http.request, dependencies.secureCookies);
  await runAuthentication(dependencies.pool, async (trx) => {
    if (token !== undefined) await updateSessionEnded(trx, hashSecret(token), now);
    const subject = { id: actor.personId, label: actor.personName };
    const { courtId } = actor;
    await appendAccountEvent(trx, {
      command: 'signOut',
      outcome: 'done',
      now,
      request,
      courtId,
      actor,
      subject,
    });
  });
  clearSessionCookies(http, dependencies.secureCookies);
  return {};
}

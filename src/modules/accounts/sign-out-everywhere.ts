import type { ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { clearSessionCookies } from './cookies.ts';
import { requireActor } from './require-actor.ts';
import type { signOutEverywhere as declaration } from './session.contract.ts';
import { updateSessionsEnded } from './session.sql.ts';

/** Ends every session of the person, this one included. */
export async function signOutEverywhere(open: OpenContext): Promise<ResponseOf<typeof declaration>> {
  const { dependencies, http, request } = open;
  const actor = requireActor(open);
  const now = open.clock.now();
  const ended = await runAuthentication(dependencies.pool, async (trx) => {
    const count = await updateSessionsEnded(trx, actor.personId, now);
    await appendAccountEvent(trx, {
      command: 'signOutEverywhere',
      outcome: 'done',
      now,
      request,
      courtId: actor.courtId,
      actor,
      subject: { id: actor.personId, label: actor.personName },
      detail: { ended: count },
    });
    return count;
  });
  clearSessionCookies(http, dependencies.secureCookies);
  return { ended };
}

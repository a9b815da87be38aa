import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { readSessionCookie } from './cookies.ts';
import { describeSession } from './describe-session.ts';
import { findSessionHolder } from './identity.sql.ts';
import { makeActor } from './make-actor.ts';
import { refuseAccount } from './refusals.ts';
import { requireActor } from './require-actor.ts';
import { hashSecret } from './secrets.ts';
import type { switchCourt as declaration } from './session.contract.ts';
import { listCourtsOfPerson, updateSessionCourt } from './session.sql.ts';

/** From now on the session acts in another court in which the person has a role. Refusal: NO_ROLE_IN_COURT. */
export async function switchCourt(
  open: OpenContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { dependencies, request } = open;
  const actor = requireActor(open);
  const now = open.clock.now();
  const token = readSessionCookie(open.http.request, dependencies.secureCookies);
  if (token === undefined) throw refuse('NOT_SIGNED_IN');
  const { courtId } = body;
  await runAuthentication(dependencies.pool, async (trx) => {
    const courts = await listCourtsOfPerson(trx, actor.personId, shanghaiDay(now));
    if (!courts.some(({ id }) => id === courtId)) throw refuseAccount('NO_ROLE_IN_COURT');
    await updateSessionCourt(trx, hashSecret(token), courtId);
    const subject = { id: actor.personId, label: actor.personName };
    const detail = { formerCourtId: actor.courtId };
    await appendAccountEvent(trx, {
      command: 'switchCourt',
      outcome: 'done',
      now,
      request,
      courtId,
      actor,
      subject,
      detail,
    });
  });
  const holder = await findSessionHolder(dependencies.pool, hashSecret(token), now);
  if (!holder) throw refuse('NOT_SIGNED_IN');
  return describeSession(dependencies, makeActor(holder, 'session'));
}

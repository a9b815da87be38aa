import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { requireActor } from './require-actor.ts';
import type { endOwnSession as declaration } from './session.contract.ts';
import { updateOwnSessionEnded } from './session.sql.ts';

/** Signs the person out on one device, which may be this one. Refusal: NOT_FOUND. */
export async function endOwnSession(
  open: OpenContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const actor = requireActor(open);
  const now = open.clock.now();
  const { personId, courtId } = actor;
  await runAuthentication(open.dependencies.pool, async (trx) => {
    const isEnded = await updateOwnSessionEnded(trx, personId, params.sessionId, now);
    if (!isEnded) throw refuse('NOT_FOUND');
    await appendAccountEvent(trx, {
      command: 'endOwnSession',
      outcome: 'done',
      now,
      request: open.request,
      courtId,
      actor,
      subject: { id: personId, label: actor.personName },
      detail: { sessionId: params.sessionId },
    });
  });
  return {};
}

import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { requireActor } from './require-actor.ts';
import type { changeLanguage as declaration } from './session.contract.ts';
import { updateLanguage } from './session.sql.ts';

/** Remembers the language that the person reads. */
export async function changeLanguage(
  open: OpenContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const actor = requireActor(open);
  const { personId, courtId } = actor;
  await runAuthentication(open.dependencies.pool, async (trx) => {
    await updateLanguage(trx, personId, body.language);
    await appendAccountEvent(trx, {
      command: 'changeLanguage',
      outcome: 'done',
      now: open.clock.now(),
      request: open.request,
      courtId,
      actor,
      subject: { id: personId, label: actor.personName },
      detail: { language: body.language },
    });
  });
  return {};
}

import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { endSessionsOfPerson as declaration } from './people.contract.ts';
import { findPersonOfCourt } from './people-list.sql.ts';
import { updateSessionsEnded } from './session.sql.ts';

/** Signs a person out of the acting court on every device. Refusal: NOT_FOUND. */
export async function endSessionsOfPerson(
  command: CommandContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const person = await findPersonOfCourt(trx, actor.courtId, params.personId, shanghaiDay(now));
  if (!person) throw refuse('NOT_FOUND');
  const ended = await updateSessionsEnded(trx, person.id, now);
  command.audit({
    subjectKind: 'person',
    subjectId: person.id,
    subjectLabel: person.full_name,
    detail: { ended },
  });
  return { ended };
}

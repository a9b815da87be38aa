import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { idleSince, sessionViewOf } from './list-own-sessions.ts';
import type { listSessionsOfPerson as declaration } from './people.contract.ts';
import { findPersonOfCourt } from './people-list.sql.ts';
import { listOpenSessions } from './session.sql.ts';

/** The open sessions in which the person acts in this court. Refusal: NOT_FOUND. */
export async function listSessionsOfPerson(
  { reader, actor, now }: QueryContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const person = await findPersonOfCourt(reader, actor.courtId, params.personId, shanghaiDay(now));
  if (!person) throw refuse('NOT_FOUND');
  const limits = { now, idleSince: idleSince(now), courtId: actor.courtId };
  const sessions = await listOpenSessions(reader, person.id, limits);
  return { items: sessions.map((session) => sessionViewOf(session, false)) };
}

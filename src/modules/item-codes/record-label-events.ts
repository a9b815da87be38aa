import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { insertLabelEvents, type NewLabelEvent } from './label-event.sql.ts';

export type LabelHappening = Pick<NewLabelEvent, 'code' | 'kind'> &
  Partial<Pick<NewLabelEvent, 'labelVersion' | 'jobId' | 'reason' | 'details'>>;

/** Writes what happened to labels, now and by the acting person, in the writing court. */
export async function recordLabelEvents(
  { trx, actor, now }: Pick<CommandContext, 'trx' | 'actor' | 'now'>,
  happenings: readonly LabelHappening[],
): Promise<void> {
  if (happenings.length === 0) return;
  const { courtId, personId: actorId, personName: actorName } = actor;
  const events = happenings.map((happening) => ({
    id: newId(now.getTime()),
    labelVersion: null,
    jobId: null,
    reason: null,
    details: {},
    ...happening,
  }));
  await insertLabelEvents(trx, { courtId, occurredAt: now, actorId, actorName }, events);
}

import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';
import { appendDeadlineEvents } from './deadline.sql.ts';
import { updateClocksOfMoved, updateRoomClocksOwner } from './room-deadline.sql.ts';

/** Whoever is the custodian of a room from now on answers for its clocks; answers how many were another’s. */
export async function handOnRoomDeadlines(
  command: CommandContext,
  { roomId, toId }: { readonly roomId: string; readonly toId: string },
): Promise<number> {
  const { trx, actor, now } = command;
  const room = { roomId, ownerId: toId, day: shanghaiDay(now) };
  const passed = await updateRoomClocksOwner(trx, actor.courtId, room);
  if (passed.length === 0) return 0;
  const events = passed.map(({ id: deadlineId, level, dueAt }) => ({
    ...{ id: newId(now.getTime()), deadlineId, kind: 'handed_on' as const, level, dueAt, note: null },
  }));
  const by = { personId: actor.personId, personName: actor.personName, now };
  await appendDeadlineEvents(trx, actor.courtId, by, events);
  return passed.length;
}

/** Things went into other rooms: those of their clocks that follow a room are their custodians’ now. */
export async function moveRoomDeadlines(
  command: Pick<CommandContext, 'trx' | 'actor' | 'now'>,
  { subjectKind, ruleIds }: { readonly subjectKind: string; readonly ruleIds: readonly DeadlineRuleId[] },
  moves: readonly { readonly subjectId: string; readonly roomId: string; readonly ownerId: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  const { trx, actor, now } = command;
  const by = { personId: actor.personId, personName: actor.personName, now, day: shanghaiDay(now) };
  const rows = moves.flatMap((move) =>
    ruleIds.map((ruleId) => ({ ...move, ruleId, eventId: newId(now.getTime()) })),
  );
  await updateClocksOfMoved(trx, actor.courtId, subjectKind, rows, by);
}

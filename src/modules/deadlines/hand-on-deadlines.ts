import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { appendDeadlineEvents, listOpenDeadlines, type DeadlineRow } from './deadline.sql.ts';
import { updateDeadlineOwner } from './extended-deadline.sql.ts';

type Owner = Pick<DeadlineRow, 'ownerId' | 'departmentId'>;

/** The open deadlines of a case that one person answers for pass to another; answers how many. */
export async function handOnDeadlines(
  command: CommandContext,
  change: {
    readonly caseId: string;
    readonly fromId: string;
    readonly toId: string;
    readonly toDepartmentId: string | null;
  },
): Promise<number> {
  const open = await listOpenDeadlines(command.trx, command.actor.courtId, change.caseId);
  const passed = open.filter(({ ownerId }) => ownerId === change.fromId);
  return handOn(command, passed, { ownerId: change.toId, departmentId: change.toDepartmentId });
}

async function handOn(command: CommandContext, passed: readonly DeadlineRow[], to: Owner): Promise<number> {
  if (passed.length === 0) return 0;
  const { trx, actor, now } = command;
  await updateDeadlineOwner(
    trx,
    actor.courtId,
    passed.map(({ id }) => id),
    to,
  );
  const by = { personId: actor.personId, personName: actor.personName, now };
  await appendDeadlineEvents(
    trx,
    actor.courtId,
    by,
    passed.map(({ id: deadlineId, level, dueAt }) => ({
      ...{ id: newId(now.getTime()), deadlineId, kind: 'handed_on' as const, level, dueAt, note: null },
    })),
  );
  return passed.length;
}

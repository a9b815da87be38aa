/** The clocks of what is out of the room: loans come back (D23), dispatches are acknowledged (D27), keepers are visited (D24). */
import { shanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { findCase } from '../../cases/find-case.ts';
import { setDeadlines, type DeadlineToSet } from '../../deadlines/set-deadline.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import type { LockedItem } from '../item.sql.ts';

export type ReleaseClock = 'D23' | 'D24' | 'D27';

type Subject = Pick<LockedItem, 'id' | 'code' | 'caseId'>;

/** Owned by the judge of each case, because it is the judge who brings things back or asks after them. */
export async function startReleaseClock(
  command: CommandContext,
  rule: ReleaseClock,
  items: readonly Subject[],
  dueAt: Date,
): Promise<void> {
  const { trx, actor, now } = command;
  const deadlines: DeadlineToSet[] = [];
  for (const { id, code, caseId } of items) {
    const head = await findCase(trx, { courtId: actor.courtId, id: caseId });
    if (!head) continue;
    deadlines.push({
      rule,
      subject: { kind: 'seized_item', id, label: code, caseId },
      ownerId: head.handlerId,
      departmentId: head.departmentId,
      startOn: shanghaiDay(now),
      dueAt,
    });
  }
  await setDeadlines(command, deadlines);
}

/** Whatever of them runs for the items. */
export async function stopReleaseClocks(
  command: CommandContext,
  itemIds: readonly string[],
  note: string,
): Promise<void> {
  for (const subjectId of itemIds)
    for (const ruleId of ['D23', 'D24', 'D27'] as const)
      await settleDeadline(command, { ruleId, subjectKind: 'seized_item', subjectId }, { note });
}

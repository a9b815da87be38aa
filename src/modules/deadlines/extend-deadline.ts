import { endOfShanghaiDay, shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { ROLES } from '../accounts/roles.ts';
import type { DeadlineAnswer } from './contract.ts';
import { listCompanions } from './deadline-companions.ts';
import { refuseDeadline } from './deadline-refusals.ts';
import { deadlineRule } from './deadline-rules.ts';
import { mayExtend, rolesThatExtend } from './decided-deadlines.rules.ts';
import { appendDeadlineEvents, findDeadlineRow, lockDeadlineRow } from './deadline.sql.ts';
import { updateDeadlineExtended } from './extended-deadline.sql.ts';
import { describeDeadline } from './describe-deadline.ts';
import { standingAt } from './levels.rules.ts';

/**
 * Lets a clock run until a later day, by whom the text of its rule names (the president for an execution, 法释〔2014〕13号
 * 3). The paper stands with it as its basis, the day before in its events. Refusals: DEADLINE_NOT_FOUND, DEADLINE_SETTLED,
 * DEADLINE_NOT_EXTENDED, DEADLINE_EXTENDED_BY_OTHERS, EXTENSION_NOT_LATER.
 */
export async function extendDeadline(
  command: CommandContext,
  input: { readonly deadlineId: string; readonly until: string; readonly document: string },
): Promise<DeadlineAnswer> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { until, document } = input;
  const row = await lockDeadlineRow(trx, courtId, input.deadlineId);
  if (!row) throw refuseDeadline('DEADLINE_NOT_FOUND');
  if (row.settledAt !== null) throw refuseDeadline('DEADLINE_SETTLED');
  const roles = rolesThatExtend(row.ruleId);
  if (roles.length === 0) throw refuseDeadline('DEADLINE_NOT_EXTENDED');
  if (!mayExtend(row.ruleId, actor.roles)) {
    const facts = {
      roles: roles.map((role) => ROLES[role].zh).join('、'),
      rolesEnglish: roles.map((role) => ROLES[role].en).join(', '),
    };
    throw refuseDeadline('DEADLINE_EXTENDED_BY_OTHERS', facts);
  }
  if (until <= row.dueOn || until <= shanghaiDay(now))
    throw refuseDeadline('EXTENSION_NOT_LATER', { dueOn: row.dueOn });
  const dueAt = endOfShanghaiDay(until);
  const { level, nextAt } = standingAt(dueAt, deadlineRule(row.ruleId).remindDaysBefore, now);
  const end = { dueOn: until, dueAt, level, nextLevelAt: nextAt, basis: document };
  await updateDeadlineExtended(trx, courtId, row.id, end);
  const note = `${row.dueOn} → ${until} ${document}`;
  await appendDeadlineEvents(trx, courtId, { personId, personName, now }, [
    { id: newId(now.getTime()), deadlineId: row.id, kind: 'extended', level, dueAt, note },
  ]);
  const changed = await findDeadlineRow(trx, courtId, row.id);
  if (!changed) throw refuseDeadline('DEADLINE_NOT_FOUND');
  command.audit({
    subjectKind: 'deadline',
    subjectId: row.id,
    subjectLabel: `${row.ruleId} ${row.subjectLabel}`,
    before: { dueOn: row.dueOn },
    after: { dueOn: until, document },
  });
  const companions = await listCompanions(trx, [changed], now);
  return describeDeadline(actor, changed, companions.get(changed.id) ?? [], now);
}

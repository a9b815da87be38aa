import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import { decidePermission } from '../accounts/permissions.ts';
import type { DeadlineAnswer } from './contract.ts';
import { periodOfVersion } from './court-editions.ts';
import { isEndedByHand, mayExtend } from './decided-deadlines.rules.ts';
import { deadlineRule, editionOn } from './deadline-rules.ts';
import type { DeadlineRow } from './deadline.sql.ts';
import { standingAt } from './levels.rules.ts';

/** Whether this person may say that it was seen or done. */
export function maySettle(actor: Actor, row: DeadlineRow): boolean {
  const subject = { courtId: row.courtId, departmentId: row.departmentId, personId: row.ownerId };
  return decidePermission(actor, 'deadline.settle', subject, 'write').allowed;
}

function mayLengthen(actor: Actor, { courtId, departmentId, ownerId, ruleId }: DeadlineRow): boolean {
  const subject = { courtId, departmentId, personId: ownerId };
  const may = decidePermission(actor, 'deadline.extend', subject, 'write').allowed;
  return may && mayExtend(ruleId, actor.roles);
}

/** As of now: the level follows the clock, whenever the sweep ran last. */
export function describeDeadline(actor: Actor, row: DeadlineRow, now: Date): DeadlineAnswer {
  const { zh, en, remindDaysBefore } = deadlineRule(row.ruleId);
  const { basis, standing } = editionOn(row.ruleId, row.startOn);
  const period = periodOfVersion(row.ruleId, row.ruleVersion, row.startOn);
  const isOpen = row.settledAt === null;
  const level = isOpen ? standingAt(row.dueAt, remindDaysBefore, now).level : row.level;
  const isAcknowledged = row.acknowledgedLevel !== null && row.acknowledgedLevel >= level;
  const { courtId, id, ruleVersion, subjectKind, subjectId, subjectLabel, caseId, ownerId, owner } = row;
  const { startOn, dueOn, isProvisional, acknowledgedByName, settledByName, outcome, note } = row;
  return {
    ...{ courtId, id, ruleVersion, subjectKind, subjectId, subjectLabel, caseId, ownerId, owner },
    ...{
      startOn,
      dueOn,
      isProvisional,
      level,
      acknowledgedByName,
      isAcknowledged,
      settledByName,
      outcome,
      note,
    },
    rule: {
      ...{ id: row.ruleId, zh, en },
      basis: row.basis === null ? basis : `${row.basis}（${basis}）`,
      isLaw: row.basis === null && standing === 'law',
    },
    dueAt: shanghaiInstant(row.dueAt),
    isMoment: period === null || period.unit === 'hour',
    acknowledgedAt: row.acknowledgedAt && shanghaiInstant(row.acknowledgedAt),
    settledAt: row.settledAt && shanghaiInstant(row.settledAt),
    matter: row.matter,
    availableActions: isOpen
      ? [
          ...(maySettle(actor, row) && level > 0 && !isAcknowledged ? (['acknowledge'] as const) : []),
          ...(maySettle(actor, row) && isEndedByHand(row.ruleId) ? (['settle'] as const) : []),
          ...(mayLengthen(actor, row) ? (['extend'] as const) : []),
        ]
      : [],
  };
}

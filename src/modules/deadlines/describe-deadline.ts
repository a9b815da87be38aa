import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { Refusal } from '../../platform/errors.ts';
import { decidePermission, mayUse, scopeOf } from '../accounts/permissions.ts';
import type { DeadlineAnswer } from './contract.ts';
import { periodOfVersion } from './court-editions.ts';
import {
  DEADLINE_ACTS,
  decideAct,
  type ActDenial,
  type ActingPerson,
  type DeadlineAct,
  type DeadlineStanding,
} from './deadline-actors.rules.ts';
import { refuseDeadline } from './deadline-refusals.ts';
import { mayExtend } from './decided-deadlines.rules.ts';
import { deadlineRule, editionOn } from './deadline-rules.ts';
import type { DeadlineRow } from './deadline.sql.ts';
import { isSeen, standingAt } from './levels.rules.ts';

/** What of a person says which clocks they may settle. */
export function settlingPerson(actor: Actor): ActingPerson {
  const held = scopeOf(actor, 'deadline.settle');
  const { personId, roles } = actor;
  return { personId, roles, headedDepartmentIds: held?.scope === 'department' ? held.departmentIds : [] };
}

export function standingOfRow(
  row: DeadlineRow,
  companionIds: readonly string[],
  now: Date,
): DeadlineStanding {
  const { ruleId, ownerId, departmentId, settledAt } = row;
  const { level } = standingAt(row.dueAt, deadlineRule(ruleId).remindDaysBefore, now);
  return { ruleId, ownerId, departmentId, companionIds, level, isSettled: settledAt !== null };
}

/** To be thrown; the sentence names who answers for it. */
export function refuseAct(reason: ActDenial, { owner }: Pick<DeadlineRow, 'owner'>): Refusal {
  return refuseDeadline(reason, { owner });
}

/** Said where a person could have done it; what is too early or over needs no reason. */
const UNSAID: readonly ActDenial[] = ['DEADLINE_SETTLED', 'DEADLINE_NOT_LOUD'];

/** What the person may do by hand, and why not the rest. */
function actsOf(actor: Actor, row: DeadlineRow, standing: DeadlineStanding, isAcknowledged: boolean) {
  const available: DeadlineAct[] = [];
  const denied: DeadlineAnswer['deniedActions'] = [];
  if (row.courtId !== actor.courtId || !mayUse(actor, 'deadline.settle')) return { available, denied };
  const person = settlingPerson(actor);
  for (const action of DEADLINE_ACTS) {
    if (action === 'acknowledge' && isAcknowledged) continue;
    const verdict = decideAct(person, standing, action);
    if (verdict.allowed) available.push(action);
    else if (!UNSAID.includes(verdict.reason) && !(action === 'acknowledge' && standing.level === 0))
      denied.push({ action, ...refuseAct(verdict.reason, row).sentence });
  }
  return { available, denied };
}

function mayLengthen(actor: Actor, { courtId, departmentId, ownerId, ruleId }: DeadlineRow): boolean {
  const subject = { courtId, departmentId, personId: ownerId };
  const may = decidePermission(actor, 'deadline.extend', subject, 'write').allowed;
  return may && mayExtend(ruleId, actor.roles);
}

/** As of now: the level follows the clock, whenever the sweep ran last. */
export function describeDeadline(
  actor: Actor,
  row: DeadlineRow,
  companionIds: readonly string[],
  now: Date,
): DeadlineAnswer {
  const { zh, en, remindDaysBefore } = deadlineRule(row.ruleId);
  const { basis, standing } = editionOn(row.ruleId, row.startOn);
  const period = periodOfVersion(row.ruleId, row.ruleVersion, row.startOn);
  const isOpen = row.settledAt === null;
  const level = isOpen ? standingAt(row.dueAt, remindDaysBefore, now).level : row.level;
  const seen = { level: row.acknowledgedLevel, at: row.acknowledgedAt };
  const isAcknowledged = isOpen
    ? isSeen(seen, { dueAt: row.dueAt, remindDaysBefore, now })
    : seen.level !== null && seen.level >= level;
  const acts = actsOf(actor, row, standingOfRow(row, companionIds, now), isAcknowledged);
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
    availableActions: [
      ...acts.available,
      ...(isOpen && mayLengthen(actor, row) ? (['extend'] as const) : []),
    ],
    deniedActions: acts.denied,
  };
}

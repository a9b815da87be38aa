/**
 * Who may say of a clock that it was seen or that what was due is done: whoever answers for it and those who do so beside
 * them, the office whose work it is, and whoever it was told to because nobody did. Pure; runs in the browser too.
 */
import type { Role } from '../accounts/roles.ts';
import { isEndedByHand } from './decided-deadlines.rules.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';
import type { Level } from './levels.rules.ts';

export const DEADLINE_ACTS = ['acknowledge', 'settle'] as const;
export type DeadlineAct = (typeof DEADLINE_ACTS)[number];

/** Work of an office, whoever of it does it. Of custody there is none: a room has its custodian. */
const OFFICES: Partial<Record<DeadlineRuleId, readonly Role[]>> = {
  D06: ['finance_officer'],
  D07: ['finance_officer', 'enforcement_officer'],
  D08: ['finance_officer', 'enforcement_officer'],
  D09: ['enforcement_officer'],
  D10: ['enforcement_officer'],
  D11: ['finance_officer', 'property_custodian'],
  D14: ['enforcement_officer', 'finance_officer'],
  D15: ['enforcement_officer'],
  D16: ['enforcement_officer'],
  D26: ['equipment_admin'],
};

export function officesOf(rule: DeadlineRuleId): readonly Role[] {
  return OFFICES[rule] ?? [];
}

/** Whose holder owns the clock: it passes on with the role. */
export const OWNING_OFFICES: ReadonlyMap<DeadlineRuleId, Role> = new Map([['D11', 'finance_officer']]);

const HEAD_LEVEL: Level = 3;
const LEADERS_LEVEL: Level = 4;
/** Of the whole court. The inspector sees and does nothing in others' stead. */
const LEADERS: Partial<Record<Role, readonly DeadlineAct[]>> = {
  vice_president: ['acknowledge', 'settle'],
  president: ['acknowledge', 'settle'],
  inspector: ['acknowledge'],
};

export interface ActingPerson {
  readonly personId: string;
  readonly roles: readonly string[];
  /** Those that the person heads. */
  readonly headedDepartmentIds: readonly string[];
}

export interface DeadlineStanding {
  readonly ruleId: DeadlineRuleId;
  readonly ownerId: string;
  /** Of the case, or of the room whose custodian it follows: they act beside the owner. */
  readonly companionIds: readonly string[];
  readonly departmentId: string | null;
  readonly level: Level;
  readonly isSettled: boolean;
}

/** In order of precedence. */
export const ACT_DENIALS = [
  'DEADLINE_NOT_YOURS',
  'DEADLINE_ONLY_SEEN',
  'DEADLINE_NOT_TOLD',
  'DEADLINE_SETTLED',
  'DEADLINE_ENDS_WITH_WORK',
  'DEADLINE_NOT_LOUD',
] as const;
export type ActDenial = (typeof ACT_DENIALS)[number];

export type ActVerdict =
  | { readonly allowed: true; readonly as: 'owner' | 'companion' | 'office' | 'head' | 'leader' }
  | { readonly allowed: false; readonly reason: ActDenial };

type Standing =
  | { readonly as: 'owner' | 'companion' | 'office' | 'head' | 'leader' }
  | { readonly reason: ActDenial };

/** By what the person reaches the clock, the nearest first. */
function standingOf(person: ActingPerson, deadline: DeadlineStanding, act: DeadlineAct): Standing {
  const { personId, roles, headedDepartmentIds } = person;
  const { ruleId, ownerId, companionIds, departmentId, level } = deadline;
  if (ownerId === personId) return { as: 'owner' };
  if (companionIds.includes(personId)) return { as: 'companion' };
  if (officesOf(ruleId).some((role) => roles.includes(role))) return { as: 'office' };
  const isHead = departmentId !== null && headedDepartmentIds.includes(departmentId);
  if (isHead && level >= HEAD_LEVEL) return { as: 'head' };
  // why: the keys of the table are roles.
  const ledBy = (Object.keys(LEADERS) as Role[]).filter((role) => roles.includes(role));
  const mayAct = ledBy.some((role) => LEADERS[role]?.includes(act) === true);
  if (mayAct && level >= LEADERS_LEVEL) return { as: 'leader' };
  if (isHead || mayAct) return { reason: 'DEADLINE_NOT_TOLD' };
  return { reason: ledBy.length > 0 ? 'DEADLINE_ONLY_SEEN' : 'DEADLINE_NOT_YOURS' };
}

/** Whether the person may acknowledge or settle the clock by hand, and by what. */
export function decideAct(person: ActingPerson, deadline: DeadlineStanding, act: DeadlineAct): ActVerdict {
  const deny = (reason: ActDenial): ActVerdict => ({ allowed: false, reason });
  const standing = standingOf(person, deadline, act);
  if ('reason' in standing) return deny(standing.reason);
  if (deadline.isSettled) return deny('DEADLINE_SETTLED');
  if (act === 'settle' && !isEndedByHand(deadline.ruleId)) return deny('DEADLINE_ENDS_WITH_WORK');
  if (act === 'acknowledge' && deadline.level === 0) return deny('DEADLINE_NOT_LOUD');
  return { allowed: true, as: standing.as };
}

/** Who may say of a clock that it was seen or done: the rule as a table, role by kind and level. */
import { describe, expect, it } from 'vitest';
import {
  ACT_DENIALS,
  decideAct,
  officesOf,
  type DeadlineAct,
  type DeadlineStanding,
} from '../../src/modules/deadlines/deadline-actors.rules.ts';
import { DEADLINE_RULE_IDS, type DeadlineRuleId } from '../../src/modules/deadlines/deadline-rules.ts';
import type { Level } from '../../src/modules/deadlines/levels.rules.ts';
import { BUSINESS_ROLES, type Role } from '../../src/modules/accounts/roles.ts';

const OWN_DEPARTMENT = 'department';

function clock(over: Partial<DeadlineStanding> = {}): DeadlineStanding {
  return {
    ...{ ruleId: 'D30', ownerId: 'owner', companionIds: ['clerk', 'deputy'], departmentId: OWN_DEPARTMENT },
    ...{ level: 2, isSettled: false, ...over },
  };
}

function outcomeOf(
  person: { id?: string; roles?: readonly Role[]; heads?: readonly string[] },
  deadline: DeadlineStanding,
  act: DeadlineAct,
): string {
  const { id = 'somebody', roles = [], heads = [] } = person;
  const verdict = decideAct({ personId: id, roles, headedDepartmentIds: heads }, deadline, act);
  return verdict.allowed ? verdict.as : verdict.reason;
}

/** Written out once more: which role does the work of which kind, whoever owns the clock. */
const WORK: Partial<Record<Role, readonly DeadlineRuleId[]>> = {
  finance_officer: ['D06', 'D07', 'D08', 'D11', 'D14'],
  enforcement_officer: ['D07', 'D08', 'D09', 'D10', 'D14', 'D15', 'D16'],
  property_custodian: ['D11'],
  equipment_admin: ['D26'],
};

describe('somebody with a role, before it was told to anybody', () => {
  const rows = BUSINESS_ROLES.flatMap((role) => DEADLINE_RULE_IDS.map((ruleId) => [role, ruleId] as const));
  it.each(rows)('%s and %s', (role, ruleId) => {
    const expected = WORK[role]?.includes(ruleId)
      ? 'office'
      : ['president', 'vice_president', 'inspector'].includes(role)
        ? 'DEADLINE_NOT_TOLD'
        : 'DEADLINE_NOT_YOURS';
    expect(outcomeOf({ roles: [role] }, clock({ ruleId }), 'acknowledge')).toBe(expected);
  });

  it('no office has the clocks of a room', () => {
    for (const ruleId of ['D05', 'D24', 'D25'] as const) expect(officesOf(ruleId)).toEqual([]);
  });
});

describe('who reaches a clock, by its level', () => {
  const head = { heads: [OWN_DEPARTMENT] };
  const president = { roles: ['president'] as const };
  const inspector = { roles: ['inspector'] as const };
  it.each<[string, Parameters<typeof outcomeOf>[0], Level, DeadlineAct, string]>([
    ['its owner', { id: 'owner' }, 0, 'settle', 'owner'],
    ['its owner, who was not reminded yet', { id: 'owner' }, 0, 'acknowledge', 'DEADLINE_NOT_LOUD'],
    ['its owner', { id: 'owner' }, 1, 'acknowledge', 'owner'],
    ['the clerk of its case', { id: 'clerk' }, 2, 'settle', 'companion'],
    ['another custodian', { roles: ['property_custodian'] }, 4, 'settle', 'DEADLINE_NOT_YOURS'],
    ['the head, too early', head, 2, 'settle', 'DEADLINE_NOT_TOLD'],
    ['the head', head, 3, 'settle', 'head'],
    ['the head of another department', { heads: ['other'] }, 4, 'settle', 'DEADLINE_NOT_YOURS'],
    ['the president, too early', president, 3, 'acknowledge', 'DEADLINE_NOT_TOLD'],
    ['the president', president, 4, 'settle', 'leader'],
    ['the inspector', inspector, 4, 'acknowledge', 'leader'],
    ['the inspector, who settles nothing', inspector, 4, 'settle', 'DEADLINE_ONLY_SEEN'],
  ])('%s at level %#', (_title, person, level, act, expected) => {
    expect(outcomeOf(person, clock({ level }), act)).toBe(expected);
  });

  it.each<[string, Partial<DeadlineStanding>, DeadlineAct, string]>([
    ['a settled one', { isSettled: true, ruleId: 'D23' }, 'settle', 'DEADLINE_SETTLED'],
    ['what ends with the work', { ruleId: 'D23' }, 'settle', 'DEADLINE_ENDS_WITH_WORK'],
    ['but is seen', { ruleId: 'D23' }, 'acknowledge', 'owner'],
  ])('%s', (_title, over, act, expected) => {
    expect(outcomeOf({ id: 'owner' }, clock(over), act)).toBe(expected);
    expect(ACT_DENIALS).toContain(expected === 'owner' ? 'DEADLINE_NOT_YOURS' : expected);
  });
});

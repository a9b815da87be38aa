import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  decideAppointment,
  decideMembershipEnd,
  decideMembershipGrant,
  decideSignInAttempt,
  delaySecondsAfter,
  GRANT_DENIALS,
  holdsOn,
  isLevelBelow,
  isTrivialPin,
  passwordProblems,
  rolesConflict,
  termsOverlap,
  type GrantRequest,
  type HeldMembership,
  type SignInFacts,
} from '../../src/modules/accounts/rules.ts';
import { ADMINISTRATOR_ROLES, isAdministratorRole, ROLE_IDS } from '../../src/modules/accounts/roles.ts';

const TODAY = '2026-11-23';

function held(role: string, overrides: Partial<HeldMembership> = {}): HeldMembership {
  return { courtId: 1, role, departmentId: null, validFrom: '2026-01-01', validUntil: null, ...overrides };
}

function grant(overrides: Partial<GrantRequest> = {}): GrantRequest {
  return {
    grantorId: 'security',
    personId: 'person',
    courtId: 1,
    role: 'staff',
    departmentId: null,
    homeDepartmentId: null,
    validFrom: TODAY,
    validUntil: null,
    today: TODAY,
    ...overrides,
  };
}

function reasonOf(verdict: { allowed: true } | { allowed: false; reason: string }): string {
  return verdict.allowed ? 'allowed' : verdict.reason;
}

describe('terms', () => {
  it.each([
    ['before it begins', '2026-11-22', false],
    ['on its first day', '2026-11-23', true],
    ['on its last day', '2026-11-29', true],
    ['on the day it ends', '2026-11-30', false],
  ])('%s', (_, day, expected) => {
    expect(holdsOn({ validFrom: '2026-11-23', validUntil: '2026-11-30' }, day)).toBe(expected);
  });

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
  const term = fc.record({ validFrom: day, validUntil: fc.option(day, { nil: null }) });

  it('overlap exactly when they share a day', () => {
    const days = Array.from({ length: 31 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(term, term, (a, b) => {
        const shared = days.some((each) => holdsOn(a, each) && holdsOn(b, each));
        expect(termsOverlap(a, b)).toBe(shared);
      }),
    );
  });
});

describe('granting a role', () => {
  it.each<[string, Partial<GrantRequest>, HeldMembership[], string]>([
    [
      'to oneself, whatever else is wrong',
      { grantorId: 'person', validUntil: '2000-01-01' },
      [],
      'GRANT_TO_ONESELF',
    ],
    [
      'that ends before it begins',
      { validFrom: '2026-12-01', validUntil: '2026-12-01' },
      [],
      'TERM_REVERSED',
    ],
    ['from yesterday on', { validFrom: '2026-11-22' }, [], 'TERM_STARTS_IN_PAST'],
    ['of a head without a department', { role: 'department_head' }, [], 'DEPARTMENT_REQUIRED'],
    ['of a head of the own department', { role: 'department_head', homeDepartmentId: 'd' }, [], 'allowed'],
    ['that is held already', {}, [held('staff')], 'ROLE_ALREADY_HELD'],
    ['that is held for another department', { departmentId: 'd' }, [held('staff')], 'allowed'],
    ['that is held in another court', {}, [held('staff', { courtId: 2 })], 'allowed'],
    ['that has ended', {}, [held('staff', { validUntil: TODAY })], 'allowed'],
    ['of business beside business', { role: 'driver' }, [held('staff')], 'allowed'],
    ['of business to an administrator', {}, [held('audit_admin')], 'ADMINISTRATORS_KEPT_APART'],
    [
      'of business to an administrator elsewhere',
      {},
      [held('audit_admin', { courtId: 2 })],
      'ADMINISTRATORS_KEPT_APART',
    ],
    [
      'of an administrator to business',
      { role: 'security_admin' },
      [held('staff')],
      'ADMINISTRATORS_KEPT_APART',
    ],
    [
      'of a second administrator',
      { role: 'security_admin' },
      [held('system_admin')],
      'ADMINISTRATORS_KEPT_APART',
    ],
    [
      'of the same administrator elsewhere',
      { role: 'audit_admin' },
      [held('audit_admin', { courtId: 2 })],
      'allowed',
    ],
    [
      'of an administrator after the business role has ended',
      { role: 'audit_admin', validFrom: '2026-12-01' },
      [held('staff', { validUntil: '2026-12-01' })],
      'allowed',
    ],
    [
      'of an administrator who begins business later',
      { role: 'audit_admin' },
      [held('staff', { validFrom: '2027-01-01' })],
      'ADMINISTRATORS_KEPT_APART',
    ],
  ])('%s', (_, request, memberships, expected) => {
    expect(reasonOf(decideMembershipGrant(grant(request), memberships))).toBe(expected);
  });

  it('tells the first of several reasons', () => {
    const worst = {
      grantorId: 'person',
      role: 'staff',
      departmentId: 'd',
      validFrom: '2026-01-01',
      validUntil: '2025-01-01',
    };
    const better: Partial<GrantRequest>[] = [
      {},
      { grantorId: 'security' },
      { validUntil: null },
      { role: 'department_head', departmentId: null, validFrom: TODAY },
      { homeDepartmentId: 'd' },
      { role: 'audit_admin' },
    ];
    const reasons = better.map((_, index) => {
      const request = grant(Object.assign({}, worst, ...better.slice(0, index + 1)) as Partial<GrantRequest>);
      return reasonOf(decideMembershipGrant(request, [held('department_head'), held('driver')]));
    });
    expect(reasons).toEqual(GRANT_DENIALS);
  });

  it('keeps administrators apart whatever is granted in whatever order', () => {
    const day = fc.integer({ min: 23, max: 30 }).map((n) => `2026-11-${n}`);
    const request = fc.record({
      courtId: fc.constantFrom(1, 2),
      role: fc.constantFrom(...ROLE_IDS),
      departmentId: fc.constantFrom(null, 'd'),
      validFrom: day,
      validUntil: fc.option(day, { nil: null }),
    });
    const days = Array.from({ length: 10 }, (_, n) => `2026-11-${23 + n}`);
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
        const memberships: HeldMembership[] = [];
        for (const each of requests) {
          if (decideMembershipGrant(grant(each), memberships).allowed) memberships.push(each);
        }
        for (const each of days) {
          const roles = memberships.filter((membership) => holdsOn(membership, each)).map(({ role }) => role);
          if (roles.some(isAdministratorRole)) expect(new Set(roles).size).toBe(1);
        }
      }),
    );
  });

  it.each(ADMINISTRATOR_ROLES)('%s conflicts with every role but itself', (role) => {
    expect(ROLE_IDS.filter((other) => !rolesConflict(role, other))).toEqual([role]);
  });
});

describe('appointing the first administrators', () => {
  const term = { validFrom: TODAY, validUntil: null };
  it.each<[string, string, number, HeldMembership[], string]>([
    ['oneself', 'system', 0, [], 'GRANT_TO_ONESELF'],
    ['a second one', 'person', 1, [], 'ADMINISTRATOR_EXISTS'],
    ['a person of business', 'person', 0, [held('staff')], 'ADMINISTRATORS_KEPT_APART'],
    ['a person without a role', 'person', 0, [], 'allowed'],
    ['a person whose role has ended', 'person', 0, [held('staff', { validUntil: TODAY })], 'allowed'],
  ])('%s', (_, personId, holders, memberships, expected) => {
    const request = { appointerId: 'system', personId, role: 'security_admin' as const, term };
    expect(reasonOf(decideAppointment(request, holders, memberships))).toBe(expected);
  });
});

describe('ending a role', () => {
  it.each<[string, HeldMembership, string, number, string]>([
    ['that has ended', held('staff', { validUntil: TODAY }), TODAY, 1, 'MEMBERSHIP_ENDED'],
    [
      'later than it ends anyway',
      held('staff', { validUntil: '2026-12-01' }),
      '2026-12-02',
      1,
      'MEMBERSHIP_ENDED',
    ],
    ['earlier than it ends', held('staff', { validUntil: '2026-12-01' }), TODAY, 1, 'allowed'],
    ['from yesterday on', held('staff'), '2026-11-22', 1, 'TERM_STARTS_IN_PAST'],
    ['of the last security administrator', held('security_admin'), TODAY, 0, 'LAST_SECURITY_ADMINISTRATOR'],
    ['of one of two security administrators', held('security_admin'), TODAY, 1, 'allowed'],
    ['of the last audit administrator', held('audit_admin'), TODAY, 0, 'allowed'],
  ])('%s', (_, membership, until, others, expected) => {
    const verdict = decideMembershipEnd(membership, {
      until,
      today: TODAY,
      otherSecurityAdministrators: others,
    });
    expect(reasonOf(verdict)).toBe(expected);
  });
});

describe('levels of courts', () => {
  it.each([
    ['intermediate', 'basic', true],
    ['high', 'basic', true],
    ['basic', 'basic', false],
    ['basic', 'intermediate', false],
  ])('%s above %s: %s', (parent, child, expected) => {
    expect(isLevelBelow(parent, child)).toBe(expected);
  });
});

describe('passwords', () => {
  const owner = { username: 'zhang.wei', fullName: '张伟', employeeNumber: '150801' };

  it.each([
    ['a sentence', '河套的春天风很大', false, 'PASSWORD_TOO_SHORT'],
    ['a longer sentence', '河套的春天风很大，记得戴帽子', false, ''],
    ['words', 'correct horse battery', false, ''],
    ['ten characters', 'xk7-wpq-2m', false, ''],
    ['nine characters', 'xk7-wpq-2', false, 'PASSWORD_TOO_SHORT'],
    ['two hundred and one characters', 'xk7-wpq-2m '.repeat(19), false, 'PASSWORD_TOO_LONG'],
    ['digits in a row', '1234567890', false, 'PASSWORD_COMMON'],
    ['a row of keys', 'qwertyuiop', false, 'PASSWORD_COMMON'],
    ['a row of keys backwards', 'poiuytrewq', false, 'PASSWORD_COMMON'],
    ['a word with digits', 'password2026', false, 'PASSWORD_COMMON'],
    ['a word with digits and signs', 'Admin@123456', false, 'PASSWORD_COMMON'],
    ['the court', 'fayuan@2026', false, 'PASSWORD_COMMON'],
    ['the court in full-width letters', 'ｆａｙｕａｎ２０２６０', false, 'PASSWORD_COMMON'],
    ['the court in Chinese', '人民法院20261123', false, 'PASSWORD_COMMON'],
    ['one character again and again', 'aaaaaaaaaaaa', false, 'PASSWORD_COMMON'],
    ['a piece again and again', 'abcabcabcabc', false, 'PASSWORD_COMMON'],
    ['the username', 'my-Zhang.Wei-key', false, 'PASSWORD_CONTAINS_NAME'],
    ['the name', '我叫张伟住在临河区', false, 'PASSWORD_TOO_SHORT PASSWORD_CONTAINS_NAME'],
    ['the employee number', 'steppe 150801 wind', false, 'PASSWORD_CONTAINS_NAME'],
    ['the old one', 'correct horse battery', true, 'PASSWORD_UNCHANGED'],
  ])('%s', (_, password, isUnchanged, expected) => {
    expect(passwordProblems(password, owner, isUnchanged).join(' ')).toBe(expected);
  });
});

describe('PINs', () => {
  it.each(['000000', '123456', '654321', '012345', '121212', '123123', '112233', '111222', '567890'])(
    '%s is trivial',
    (pin) => {
      expect(isTrivialPin(pin)).toBe(true);
    },
  );

  it.each(['190283', '246813', '314159', '100200', '908070'])('%s will do', (pin) => {
    expect(isTrivialPin(pin)).toBe(false);
  });
});

describe('attempts to sign in', () => {
  const now = new Date('2026-11-23T09:30:00+08:00');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const ahead = (seconds: number) => ago(-seconds);
  const facts: SignInFacts = {
    now,
    browserIsKnown: false,
    browser: { failures: 0, lastFailureAt: null },
    pair: { failures: 0, lastFailureAt: null },
    addressFreeAt: null,
    usernameFreeAt: null,
  };

  it.each<[string, Partial<SignInFacts>, number]>([
    ['the first one', {}, 0],
    ['after four failures', { pair: { failures: 4, lastFailureAt: now } }, 0],
    ['after five failures', { pair: { failures: 5, lastFailureAt: now } }, 5],
    ['after five failures, four seconds later', { pair: { failures: 5, lastFailureAt: ago(4) } }, 1],
    ['after five failures, five seconds later', { pair: { failures: 5, lastFailureAt: ago(5) } }, 0],
    ['after eight failures', { pair: { failures: 8, lastFailureAt: now } }, 40],
    ['after a thousand failures', { pair: { failures: 1000, lastFailureAt: now } }, 900],
    ['a stranger at a noisy address', { addressFreeAt: ahead(60) }, 60],
    ['a stranger with a hammered name', { usernameFreeAt: ahead(90) }, 90],
    [
      'a known browser while strangers hammer name and address',
      {
        browserIsKnown: true,
        usernameFreeAt: ahead(90),
        addressFreeAt: ahead(60),
        pair: { failures: 99, lastFailureAt: now },
      },
      0,
    ],
    [
      'a known browser that fails itself',
      { browserIsKnown: true, browser: { failures: 6, lastFailureAt: now } },
      10,
    ],
    [
      'a known browser that fails again and again is a stranger',
      { browserIsKnown: true, browser: { failures: 10, lastFailureAt: ago(900) }, usernameFreeAt: ahead(90) },
      90,
    ],
  ])('%s', (_, overrides, expected) => {
    const verdict = decideSignInAttempt({ ...facts, ...overrides });
    expect(verdict.allowed ? 0 : verdict.retryAfterSeconds).toBe(expected);
  });

  it('wait longer the more they fail, and never more than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), (failures) => {
        expect(delaySecondsAfter(failures + 1)).toBeGreaterThanOrEqual(delaySecondsAfter(failures));
        expect(delaySecondsAfter(failures)).toBeLessThanOrEqual(900);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  decidePermission,
  grantsOfRoles,
  mayUse,
  PERMISSION_IDS,
  PERMISSIONS,
  scopeOf,
  scopeOfRole,
  type GrantHolder,
} from '../../src/modules/accounts/permissions.ts';
import { SCOPES } from '../../src/modules/accounts/scopes.ts';
import {
  ADMINISTRATOR_ROLES,
  BUSINESS_ROLES,
  ROLE_IDS,
  type Role,
} from '../../src/modules/accounts/roles.ts';

const HERE = 1;
const BELOW = 2;
const ELSEWHERE = 3;

function holderOf(roles: readonly Role[], departmentId: string | null = 'd1'): GrantHolder {
  return {
    personId: 'me',
    courtId: HERE,
    readableCourtIds: [HERE, BELOW],
    grants: grantsOfRoles(roles.map((role) => ({ role, departmentId }))),
  };
}

describe('the matrix', () => {
  it.each(PERMISSION_IDS)('%s is for business or for administrators, never for both', (permission) => {
    const common = ['directory.read', 'token.own'];
    const administrators = ADMINISTRATOR_ROLES.filter((role) => scopeOfRole(role, permission) !== null);
    const business = BUSINESS_ROLES.filter((role) => scopeOfRole(role, permission) !== null);
    const isMixed = administrators.length > 0 && business.length > 0;
    expect(isMixed).toBe(common.includes(permission));
    expect(administrators.length + business.length).toBeGreaterThan(0);
  });

  it.each(PERMISSION_IDS)('%s is named in both languages', (permission) => {
    expect(PERMISSIONS[permission].zh).toMatch(/\p{Script=Han}/u);
    expect(PERMISSIONS[permission].en).toMatch(/^[A-Z]/);
  });

  it.each<[Role, string, string]>([
    ['equipment_admin', 'asset.write', 'court'],
    ['equipment_admin', 'asset.import', 'court'],
    ['equipment_admin', 'depreciation.post', '-'],
    ['finance_officer', 'depreciation.post', 'court'],
    ['finance_officer', 'asset.write', '-'],
    ['auditor', 'asset.export', 'court'],
    ['auditor', 'asset.move', '-'],
    ['external_auditor', 'asset.read', 'court'],
    ['department_head', 'asset.read', 'department'],
    ['department_head', 'ledger.read', 'department'],
    ['supervisor', 'asset.read', 'tree'],
    ['supervisor', 'place.read', 'tree'],
    ['supervisor', 'asset.move', '-'],
    ['staff', 'asset.read', 'own'],
    ['staff', 'asset.receive', 'own'],
    ['staff', 'ledger.read', '-'],
    ['staff', 'dashboard.read', '-'],
    ['property_custodian', 'place.manage', 'court'],
    ['gate', 'place.manage', '-'],
    ['system_admin', 'person.manage', 'court'],
    ['system_admin', 'role.grant', '-'],
    ['system_admin', 'asset.read', '-'],
    ['security_admin', 'role.grant', 'court'],
    ['security_admin', 'person.manage', '-'],
    ['security_admin', 'audit.read', '-'],
    ['audit_admin', 'audit.read', 'court'],
    ['audit_admin', 'session.revoke', '-'],
    ['president', 'audit.read', '-'],
  ])('%s has %s in scope %s', (role, permission, scope) => {
    const known = PERMISSION_IDS.find((id) => id === permission);
    expect(known === undefined ? 'unknown' : (scopeOfRole(role, known) ?? '-')).toBe(scope);
  });
});

describe('the resolver', () => {
  it.each([
    ['an unknown role', 'emperor', 'asset.read'],
    ['an unknown permission', 'equipment_admin', 'asset.burn'],
  ])('denies %s', (_, role, permission) => {
    expect(mayUse({ grants: grantsOfRoles([{ role, departmentId: null }]) }, permission)).toBe(false);
  });

  it('grants nothing to the head of no department', () => {
    expect(scopeOf(holderOf(['department_head'], null), 'asset.read')).toBeNull();
  });

  it('joins the departments of several memberships', () => {
    const grants = grantsOfRoles([
      { role: 'department_head', departmentId: 'd1' },
      { role: 'department_head', departmentId: 'd2' },
      { role: 'staff', departmentId: null },
    ]);
    expect(scopeOf({ grants }, 'asset.read')).toEqual({ scope: 'department', departmentIds: ['d1', 'd2'] });
  });

  it('narrows a token to the permissions it names', () => {
    const grants = grantsOfRoles(
      [{ role: 'equipment_admin', departmentId: null }],
      ['asset.read', 'audit.read'],
    );
    expect(grants.map(({ permission }) => permission)).toEqual(['asset.read']);
  });

  it.each<
    [string, Role[], { courtId: number; departmentId?: string; personId?: string }, 'read' | 'write', string]
  >([
    [
      'a stranger to the permission',
      ['audit_admin'],
      { courtId: HERE, personId: 'me' },
      'read',
      'NOT_GRANTED',
    ],
    ['another court', ['equipment_admin'], { courtId: ELSEWHERE }, 'read', 'OTHER_COURT'],
    ['a court below without the tree', ['equipment_admin'], { courtId: BELOW }, 'read', 'OTHER_COURT'],
    ['a court below with the tree', ['supervisor'], { courtId: BELOW }, 'read', 'tree'],
    ['writing in a court below', ['supervisor'], { courtId: BELOW }, 'write', 'OTHER_COURT'],
    ['a court outside the tree', ['supervisor'], { courtId: ELSEWHERE }, 'read', 'OTHER_COURT'],
    ['the own court', ['equipment_admin'], { courtId: HERE }, 'write', 'court'],
    ['the own department', ['department_head'], { courtId: HERE, departmentId: 'd1' }, 'read', 'department'],
    [
      'another department',
      ['department_head'],
      { courtId: HERE, departmentId: 'd2' },
      'read',
      'OTHER_DEPARTMENT',
    ],
    ['no department', ['department_head'], { courtId: HERE }, 'read', 'OTHER_DEPARTMENT'],
    [
      'one’s own elsewhere',
      ['department_head'],
      { courtId: HERE, departmentId: 'd2', personId: 'me' },
      'read',
      'own',
    ],
    ['one’s own', ['staff'], { courtId: HERE, personId: 'me' }, 'read', 'own'],
    ['somebody else’s', ['staff'], { courtId: HERE, personId: 'you' }, 'read', 'NOT_OWN'],
    ['nobody’s', ['staff'], { courtId: HERE }, 'read', 'NOT_OWN'],
  ])('reading assets of %s', (_, roles, subject, access, expected) => {
    const verdict = decidePermission(holderOf(roles), 'asset.read', subject, access);
    expect(verdict.allowed ? verdict.scope : verdict.reason).toBe(expected);
  });

  it('allows nothing that no role names, and never writes outside the acting court', () => {
    const subject = fc.record({
      courtId: fc.constantFrom(HERE, BELOW, ELSEWHERE),
      departmentId: fc.constantFrom(null, 'd1', 'd2'),
      personId: fc.constantFrom(null, 'me', 'you'),
    });
    fc.assert(
      fc.property(
        fc.subarray([...ROLE_IDS]),
        fc.constantFrom(...PERMISSION_IDS),
        subject,
        fc.constantFrom('read' as const, 'write' as const),
        (roles, permission, about, access) => {
          const verdict = decidePermission(holderOf(roles), permission, about, access);
          const named = roles.some((role) => scopeOfRole(role, permission) !== null);
          if (!named) expect(verdict).toEqual({ allowed: false, reason: 'NOT_GRANTED' });
          if (verdict.allowed && access === 'write') expect(about.courtId).toBe(HERE);
          if (verdict.allowed) expect(about.courtId).not.toBe(ELSEWHERE);
        },
      ),
    );
  });

  it('gives more roles never less', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ROLE_IDS]),
        fc.constantFrom(...ROLE_IDS),
        fc.constantFrom(...PERMISSION_IDS),
        (roles, another, permission) => {
          const before = scopeOf(holderOf(roles), permission);
          const after = scopeOf(holderOf([...roles, another]), permission);
          if (before === null) return;
          expect(after).not.toBeNull();
          if (after) expect(SCOPES.indexOf(after.scope)).toBeLessThanOrEqual(SCOPES.indexOf(before.scope));
        },
      ),
    );
  });
});

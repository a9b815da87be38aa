/** What a row of the matrix of permissions consists of. Runs in the browser too. */
import type { Role } from './roles.ts';
import type { Scope } from './scopes.ts';

export type Grants = Readonly<Partial<Record<Role, Scope>>>;

export interface PermissionRow {
  readonly zh: string;
  readonly en: string;
  readonly grants: Grants;
}

export function each(roles: readonly Role[], scope: Scope): Grants {
  return Object.fromEntries(roles.map((role) => [role, scope]));
}

/** Those who oversee a whole court or more than one. */
export const OVERSIGHT: Grants = {
  equipment_admin: 'court',
  auditor: 'court',
  external_auditor: 'court',
  president: 'court',
  vice_president: 'court',
  finance_officer: 'court',
  supervisor: 'tree',
};

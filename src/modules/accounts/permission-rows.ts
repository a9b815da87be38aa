/** What a row of the permission matrix is. Pure. */
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

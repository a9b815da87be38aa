import type { Actor } from '../../platform/actor.ts';
import { refuse } from '../../platform/errors.ts';
import { scopeOf, type Permission } from '../accounts/permissions.ts';

/** Whose rows a query may show: one court; within it everything, or some departments and what is the person's own. */
export interface ReadScope {
  readonly courtId: number;
  /** null: the whole court. */
  readonly narrowed: { readonly departmentIds: readonly string[]; readonly personId: string } | null;
}

/**
 * The scope of a permission in the acting court, or in another court that the person may read.
 * Refusals: PERMISSION_DENIED without the permission, NOT_FOUND for a court outside its reach.
 */
export function readScopeOf(actor: Actor, permission: Permission, courtId?: number): ReadScope {
  const held = scopeOf(actor, permission);
  if (held === null) throw refuse('PERMISSION_DENIED');
  const wanted = courtId ?? actor.courtId;
  if (wanted !== actor.courtId && (held.scope !== 'tree' || !actor.readableCourtIds.includes(wanted))) {
    throw refuse('NOT_FOUND');
  }
  if (held.scope === 'tree' || held.scope === 'court') return { courtId: wanted, narrowed: null };
  return { courtId: wanted, narrowed: { departmentIds: held.departmentIds, personId: actor.personId } };
}

/**
 * The scopes of a list: one court, or with `allCourts` every court that the person oversees; who oversees none reads
 * their own. Refusals: those of `readScopeOf`.
 */
export function readScopesOf(
  actor: Actor,
  permission: Permission,
  courts: { readonly courtId?: number | undefined; readonly allCourts?: boolean | undefined },
): ReadScope[] {
  const isAll = courts.allCourts === true && scopeOf(actor, permission)?.scope === 'tree';
  const courtIds = isAll ? actor.readableCourtIds : [courts.courtId];
  return courtIds.map((courtId) => readScopeOf(actor, permission, courtId));
}

/** Whether a thing with this department and person lies within the scope. */
export function isWithinScope(
  scope: ReadScope,
  subject: { readonly departmentId: string | null; readonly personId: string | null },
): boolean {
  const { narrowed } = scope;
  if (narrowed === null || subject.personId === narrowed.personId) return true;
  return subject.departmentId !== null && narrowed.departmentIds.includes(subject.departmentId);
}

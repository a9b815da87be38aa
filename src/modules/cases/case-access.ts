/** Who may read and write which case, and how much of its names they see. Pure. */
import { decidePermission, scopeOf, type GrantHolder, type Permission } from '../accounts/permissions.ts';
import type { NameClearance } from './mask-names.ts';

/** Whom a case concerns. */
export interface CaseSubject {
  readonly courtId: number;
  readonly handlerId: string;
  readonly clerkId: string | null;
  readonly departmentId: string;
}

/** Whether the permission reaches the case: of its own are the handler’s and the clerk’s. */
export function reachesCase(
  holder: GrantHolder,
  permission: Permission,
  subject: CaseSubject,
  access: 'read' | 'write',
): boolean {
  const { courtId, departmentId, handlerId, clerkId } = subject;
  return [handlerId, clerkId].some(
    (personId) => decidePermission(holder, permission, { courtId, departmentId, personId }, access).allowed,
  );
}

export function clearanceFor(holder: GrantHolder, subject: CaseSubject): NameClearance {
  return {
    minors: reachesCase(holder, 'case.minor-names.read', subject, 'read'),
    secret: reachesCase(holder, 'case.secret-names.read', subject, 'read'),
    internal: subject.courtId === holder.courtId,
  };
}

/** Rows of a court that a permission reaches: all of them, or those of departments and of the person. */
export interface CaseReach {
  readonly isWhole: boolean;
  readonly departmentIds: readonly string[];
  readonly personId: string;
}

/** For a list of one court’s cases. null: the permission reaches nothing there. */
export function caseReachOf(holder: GrantHolder, permission: Permission, courtId: number): CaseReach | null {
  const held = scopeOf(holder, permission);
  if (held === null) return null;
  const { scope, departmentIds } = held;
  const isElsewhere = courtId !== holder.courtId;
  if (isElsewhere && (scope !== 'tree' || !holder.readableCourtIds.includes(courtId))) return null;
  return { isWhole: scope === 'court' || scope === 'tree', departmentIds, personId: holder.personId };
}

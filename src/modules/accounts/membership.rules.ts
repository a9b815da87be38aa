/** Who may be given which role, from when until when. Days are calendar days in Asia/Shanghai. */
import { isAdministratorRole } from './roles.ts';

export interface Term {
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validUntil: string | null;
}

export interface HeldMembership extends Term {
  readonly courtId: number;
  readonly role: string;
  readonly departmentId: string | null;
}

export type Verdict<R extends string> =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: R };

const ALLOWED = { allowed: true } as const;

function denied<R extends string>(reason: R): Verdict<R> {
  return { allowed: false, reason };
}

/** Whether the term holds on the day. */
export function holdsOn(term: Term, day: string): boolean {
  return term.validFrom <= day && (term.validUntil === null || term.validUntil > day);
}

/** Whether both terms hold on at least one common day. */
export function termsOverlap(a: Term, b: Term): boolean {
  const aStartsBeforeEnd = b.validUntil === null || a.validFrom < b.validUntil;
  const bStartsBeforeEnd = a.validUntil === null || b.validFrom < a.validUntil;
  const isEmpty = (term: Term) => term.validUntil !== null && term.validUntil <= term.validFrom;
  return aStartsBeforeEnd && bStartsBeforeEnd && !isEmpty(a) && !isEmpty(b);
}

/** 三员分立: an administrator holds that one administrator's role, in whatever court, and no business role. */
export function rolesConflict(a: string, b: string): boolean {
  return (isAdministratorRole(a) || isAdministratorRole(b)) && a !== b;
}

/** In order of precedence. */
export const GRANT_DENIALS = [
  'GRANT_TO_ONESELF',
  'TERM_REVERSED',
  'TERM_STARTS_IN_PAST',
  'DEPARTMENT_REQUIRED',
  'ROLE_ALREADY_HELD',
  'ADMINISTRATORS_KEPT_APART',
] as const;
export type GrantDenial = (typeof GRANT_DENIALS)[number];

export interface GrantRequest extends HeldMembership {
  readonly grantorId: string;
  readonly personId: string;
  /** The department in which the person works, which stands in where the request names none. */
  readonly homeDepartmentId: string | null;
  readonly today: string;
}

/** `held` are the person's memberships in every court, past and future ones included. */
export function decideMembershipGrant(
  request: GrantRequest,
  held: readonly HeldMembership[],
): Verdict<GrantDenial> {
  if (request.grantorId === request.personId) return denied('GRANT_TO_ONESELF');
  if (request.validUntil !== null && request.validUntil <= request.validFrom) return denied('TERM_REVERSED');
  if (request.validFrom < request.today) return denied('TERM_STARTS_IN_PAST');
  if (request.role === 'department_head' && (request.departmentId ?? request.homeDepartmentId) === null) {
    return denied('DEPARTMENT_REQUIRED');
  }
  const overlapping = held.filter((membership) => termsOverlap(membership, request));
  const isSame = (membership: HeldMembership) =>
    membership.courtId === request.courtId &&
    membership.role === request.role &&
    membership.departmentId === request.departmentId;
  if (overlapping.some(isSame)) return denied('ROLE_ALREADY_HELD');
  if (overlapping.some((membership) => rolesConflict(membership.role, request.role))) {
    return denied('ADMINISTRATORS_KEPT_APART');
  }
  return ALLOWED;
}

export const APPOINTMENT_DENIALS = [
  'GRANT_TO_ONESELF',
  'ADMINISTRATOR_EXISTS',
  'ADMINISTRATORS_KEPT_APART',
] as const;
export type AppointmentDenial = (typeof APPOINTMENT_DENIALS)[number];

/**
 * The system administrator appoints the first security and audit administrator of a court; as soon as somebody holds
 * the role, today or later, that is over.
 */
export function decideAppointment(
  request: { appointerId: string; personId: string; role: 'security_admin' | 'audit_admin'; term: Term },
  holdersOfRole: number,
  held: readonly HeldMembership[],
): Verdict<AppointmentDenial> {
  if (request.appointerId === request.personId) return denied('GRANT_TO_ONESELF');
  if (holdersOfRole > 0) return denied('ADMINISTRATOR_EXISTS');
  const conflicts = held.some(
    (membership) => termsOverlap(membership, request.term) && rolesConflict(membership.role, request.role),
  );
  return conflicts ? denied('ADMINISTRATORS_KEPT_APART') : ALLOWED;
}

export const END_DENIALS = [
  'MEMBERSHIP_ENDED',
  'TERM_STARTS_IN_PAST',
  'LAST_SECURITY_ADMINISTRATOR',
] as const;
export type EndDenial = (typeof END_DENIALS)[number];

/** `until` is the first day without the role. A court keeps a security administrator: nobody else could grant roles. */
export function decideMembershipEnd(
  membership: HeldMembership,
  request: { until: string; today: string; otherSecurityAdministrators: number },
): Verdict<EndDenial> {
  if (membership.validUntil !== null && membership.validUntil <= request.until)
    return denied('MEMBERSHIP_ENDED');
  if (request.until < request.today) return denied('TERM_STARTS_IN_PAST');
  if (membership.role === 'security_admin' && request.otherSecurityAdministrators === 0) {
    return denied('LAST_SECURITY_ADMINISTRATOR');
  }
  return ALLOWED;
}

const LEVELS = ['supreme', 'high', 'intermediate', 'basic'];

/** A court below stands on a lower level. */
export function isLevelBelow(parent: string, child: string): boolean {
  return LEVELS.indexOf(child) > LEVELS.indexOf(parent);
}

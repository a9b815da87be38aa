/** Who may fill a seat, and what a decision makes of the step and the request. Pure. */
import type { RequestState, SeatVerdict } from './approval-states.ts';
import { isOpenTo } from './approval-states.ts';
import type { ApprovalRefusalReason } from './approval-refusals.ts';

export interface Seat {
  readonly step: number;
  readonly seat: number;
  readonly role: string | null;
  /** Holders of the role for this department alone; null: any holder. */
  readonly departmentId: string | null;
  readonly personId: string | null;
  readonly isOpen: boolean;
  readonly verdict: SeatVerdict | null;
  readonly decidedBy: string | null;
  /** In whose name, where that was not the person’s own. */
  readonly decidedFor: string | null;
}

/** Somebody in whose name the actor may decide: the actor, or a person who has delegated to them. */
export interface Principal {
  readonly personId: string;
  readonly personName: string;
  readonly roles: readonly { readonly role: string; readonly departmentId: string | null }[];
}

export interface DecidedRequest {
  readonly state: RequestState;
  readonly applicantId: string;
  readonly keptApart: readonly string[];
  /** Who counted what the request rests on. */
  readonly counters: readonly string[];
  readonly expiresAt: Date;
  readonly seats: readonly Seat[];
}

export type SeatingVerdict =
  | { readonly allowed: true; readonly seat: Seat; readonly principal: Principal }
  | { readonly allowed: false; readonly reason: ApprovalRefusalReason };

/** Whether the seat waits for this person, by name or by a role. */
export function isSeatOf(seat: Seat, principal: Principal): boolean {
  if (seat.personId !== null) return seat.personId === principal.personId;
  return principal.roles.some(
    ({ role, departmentId }) =>
      role === seat.role && (seat.departmentId === null || seat.departmentId === departmentId),
  );
}

/** Whoever decided, and in whose name: both have had their say. */
export function decidersOf(seats: readonly Pick<Seat, 'decidedBy' | 'decidedFor'>[]): Set<string> {
  const ids = seats.flatMap(({ decidedBy, decidedFor }) => [decidedBy, decidedFor]);
  return new Set(ids.filter((id) => id !== null));
}

/**
 * Which open seat the actor fills, their own before one that was delegated to them. By person and not by role: who
 * applied, keeps the thing, counted it or has decided already in this round, also through a delegate, decides nothing, in whatever
 * role they come, and in nobody's name.
 */
export function decideSeating(
  request: DecidedRequest,
  actorId: string,
  principals: readonly Principal[],
  now: Date,
): SeatingVerdict {
  if (!isOpenTo(request.state, 'approve')) return { allowed: false, reason: 'APPROVAL_NOT_PENDING' };
  if (request.expiresAt <= now) return { allowed: false, reason: 'APPROVAL_EXPIRED' };
  if (actorId === request.applicantId) return { allowed: false, reason: 'APPROVER_IS_APPLICANT' };
  if (request.keptApart.includes(actorId)) return { allowed: false, reason: 'APPROVER_KEPT_APART' };
  if (request.counters.includes(actorId)) return { allowed: false, reason: 'APPROVER_HAS_COUNTED' };
  const deciders = decidersOf(request.seats);
  if (deciders.has(actorId)) return { allowed: false, reason: 'APPROVER_HAS_DECIDED' };
  const barred = new Set([request.applicantId, ...request.keptApart, ...request.counters, ...deciders]);
  for (const principal of principals.filter(({ personId }) => !barred.has(personId))) {
    const seat = request.seats.find(
      (each) => each.isOpen && each.verdict === null && isSeatOf(each, principal),
    );
    if (seat) return { allowed: true, seat, principal };
  }
  return { allowed: false, reason: 'APPROVER_NOT_SEATED' };
}

/** Why somebody for whom an open seat waits does not fill it; null of anybody else. */
export function findSeatHindrance(
  request: DecidedRequest,
  actorId: string,
  principals: readonly Principal[],
  now: Date,
): ApprovalRefusalReason | null {
  const seating = decideSeating(request, actorId, principals, now);
  if (seating.allowed || !isOpenTo(request.state, 'approve')) return null;
  const isAwaited = request.seats.some(
    (seat) =>
      seat.isOpen && seat.verdict === null && principals.some((principal) => isSeatOf(seat, principal)),
  );
  return isAwaited ? seating.reason : null;
}

export type StepOutcome =
  | { readonly kind: 'waits' }
  | { readonly kind: 'opens'; readonly step: number }
  | { readonly kind: 'ends'; readonly state: 'approved' | 'rejected' | 'returned' };

/** What becomes of the request when a seat of the open step is filled with the verdict. */
export function outcomeOf(
  verdict: SeatVerdict,
  step: {
    readonly index: number;
    readonly count: number;
    readonly needs: 'all' | 'any';
    /** Seats of this step that still wait, without the one just filled. */
    readonly waiting: number;
  },
): StepOutcome {
  if (verdict === 'reject') return { kind: 'ends', state: 'rejected' };
  if (verdict === 'return') return { kind: 'ends', state: 'returned' };
  if (step.needs === 'all' && step.waiting > 0) return { kind: 'waits' };
  const next = step.index + 1;
  return next < step.count ? { kind: 'opens', step: next } : { kind: 'ends', state: 'approved' };
}

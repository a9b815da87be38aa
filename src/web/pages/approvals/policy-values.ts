/** The rules of a policy as the form holds them, and back. */
import { isRole } from '../../../modules/accounts/roles.ts';
import type { PolicyRule, PolicySeat } from '../../../modules/approvals/policy-rules.ts';

export interface SeatValues {
  /** `applicant:department_head`, `court:president`, or `person`. */
  readonly who?: string;
  readonly personId?: string;
}

export interface StepValues {
  readonly title?: string;
  readonly needs?: 'all' | 'any';
  readonly seats?: readonly (SeatValues | undefined)[];
}

export interface RuleValues {
  readonly grades?: readonly string[];
  readonly minAmountFen?: number | null;
  readonly applicantRoles?: readonly string[];
  readonly steps?: readonly (StepValues | undefined)[];
  readonly validDays?: number | null;
  readonly basis?: string;
}

export const EMPTY_STEP: StepValues = { title: '', needs: 'all', seats: [{}] };
export const EMPTY_RULE: RuleValues = { steps: [EMPTY_STEP], validDays: 30 };

const seatValues = (seat: PolicySeat): SeatValues =>
  'personId' in seat ? { who: 'person', personId: seat.personId } : { who: `${seat.of}:${seat.role}` };

export function valuesOf({ when, steps, validDays, basis }: PolicyRule): RuleValues {
  return {
    ...(when.grades === undefined ? {} : { grades: when.grades }),
    ...(when.minAmountFen === undefined ? {} : { minAmountFen: when.minAmountFen }),
    ...(when.applicantRoles === undefined ? {} : { applicantRoles: when.applicantRoles }),
    steps: steps.map((step) => ({ ...step, seats: step.seats.map(seatValues) })),
    validDays,
    ...(basis === null ? {} : { basis }),
  };
}

function seatOf({ who = '', personId = '' }: SeatValues = {}): PolicySeat {
  if (who === 'person') return { personId };
  const [of, role = ''] = who.split(':');
  return { role: isRole(role) ? role : 'president', of: of === 'applicant' ? 'applicant' : 'court' };
}

/** What is empty is left out; the server says what is missing. */
export function ruleOf(values: RuleValues = {}): PolicyRule {
  const { grades = [], minAmountFen, applicantRoles = [], steps = [], validDays, basis = '' } = values;
  return {
    when: {
      ...(grades.length === 0 ? {} : { grades: [...grades] }),
      ...(minAmountFen == null ? {} : { minAmountFen }),
      ...(applicantRoles.length === 0 ? {} : { applicantRoles: applicantRoles.filter(isRole) }),
    },
    steps: steps.map((step = {}) => ({
      title: step.title ?? '',
      needs: step.needs ?? 'all',
      seats: (step.seats ?? []).map(seatOf),
    })),
    validDays: validDays ?? 0,
    basis: basis.trim() === '' ? null : basis,
  };
}

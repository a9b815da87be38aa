/** Who must decide what: a court's policy for a kind of request, as data, and the choice of its rule. Pure. */
import { z } from 'zod';
import { line } from '../../platform/fields.ts';
import { BUSINESS_ROLES, ROLES, type Role } from '../accounts/roles.ts';

// why: the business roles are a list of literal names, and there is at least one.
const DECIDING_ROLES = BUSINESS_ROLES as [Role, ...Role[]];

const seatOfRole = z.strictObject({
  role: z.enum(DECIDING_ROLES),
  /** `applicant`: the holder for the applicant's department; `court`: any holder of the role. */
  of: z.enum(['applicant', 'court']),
});
const seatOfPerson = z.strictObject({ personId: z.uuid() });
export const policySeat = z.union([seatOfRole, seatOfPerson]);

export const policyStep = z.strictObject({
  title: line(40),
  /** `all`: every seat approves, in any order; `any`: one is enough. */
  needs: z.enum(['all', 'any']),
  seats: z.array(policySeat).min(1).max(5),
});

export const policyRule = z.strictObject({
  /** Everything that is said must hold; nothing said holds for every request. */
  when: z.strictObject({
    grades: z.array(line(20)).min(1).max(10).optional(),
    minAmountFen: z.int().min(0).optional(),
    applicantRoles: z.array(z.enum(DECIDING_ROLES)).min(1).max(20).optional(),
  }),
  /** None: no approval is asked for, where the kind of request allows that. */
  steps: z.array(policyStep).max(6),
  /** Days for which a request waits, and for which an approval may be carried out. */
  validDays: z.int().min(1).max(365),
  /** The article or the document on which the rule stands. */
  basis: line(200).nullable(),
});

/** The first rule that applies is taken; the last one applies to everything, so that no request is without. */
export const policyRules = z
  .array(policyRule)
  .min(1)
  .max(20)
  .refine(
    (rules) => Object.values(rules.at(-1)?.when ?? { none: true }).every((part) => part === undefined),
    {
      params: { code: 'POLICY_LAST_RULE_CONDITIONAL' },
    },
  );

export type PolicySeat = z.output<typeof policySeat>;
export type PolicyStep = z.output<typeof policyStep>;
export type PolicyRule = z.output<typeof policyRule>;

export interface RequestFacts {
  readonly grade: string | null;
  readonly amountFen: number | null;
  readonly applicantRoles: readonly string[];
}

function applies({ when }: PolicyRule, facts: RequestFacts): boolean {
  if (when.grades !== undefined && !when.grades.some((grade) => grade === facts.grade)) return false;
  if (when.minAmountFen !== undefined && (facts.amountFen ?? 0) < when.minAmountFen) return false;
  const roles: readonly string[] | undefined = when.applicantRoles;
  return roles === undefined || roles.some((role) => facts.applicantRoles.includes(role));
}

/** The first rule that applies, or undefined when the rules leave the request without one. */
export function chooseRule(rules: readonly PolicyRule[], facts: RequestFacts): PolicyRule | undefined {
  return rules.find((rule) => applies(rule, facts));
}

/** Whether the amount decides which rule is taken: of nothing another than of any sum. */
export function isDecidedByAmount(
  rules: readonly PolicyRule[],
  facts: Omit<RequestFacts, 'amountFen'>,
): boolean {
  const of = (amountFen: number) => chooseRule(rules, { ...facts, amountFen });
  return of(0) !== of(Number.MAX_SAFE_INTEGER);
}

/** `部门负责人（申请部门）`, for pages and refusals. */
export function seatName(seat: PolicySeat, personName: string | null): { zh: string; en: string } {
  if ('personId' in seat) return { zh: personName ?? '指定人员', en: personName ?? 'A named person' };
  const { zh, en } = ROLES[seat.role];
  return seat.of === 'applicant'
    ? { zh: `${zh}（申请部门）`, en: `${en} (applicant’s department)` }
    : { zh, en };
}

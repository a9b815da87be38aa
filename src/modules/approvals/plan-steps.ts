/** From a court's policy to the steps and seats of one request. */
import type { TenantReader } from '../../platform/database.ts';
import { refuseApproval } from './approval-refusals.ts';
import type { KeptStep } from './approval-request.sql.ts';
import { chooseRule, seatName, type PolicyRule, type PolicySeat, type RequestFacts } from './policy-rules.ts';
import { findPolicy } from './policy.sql.ts';
import { listOpenPeople } from './principal.sql.ts';
import type { RequestKind } from './request-kinds.ts';
import type { Seat } from './seat-rules.ts';

export interface PlannedSteps {
  readonly policyVersion: number;
  readonly steps: readonly KeptStep[];
  readonly seats: readonly Pick<Seat, 'step' | 'seat' | 'role' | 'departmentId' | 'personId'>[];
  readonly basis: string | null;
  readonly validDays: number;
}

/** The rules that hold in the court for the kind: its own latest version, or those that ship (version 0). */
export async function findRules(
  reader: TenantReader,
  courtId: number,
  kind: RequestKind,
): Promise<{ readonly version: number; readonly rules: readonly PolicyRule[] }> {
  const policy = await findPolicy(reader, courtId, kind.kind);
  return policy ?? { version: 0, rules: kind.shippedRules };
}

/** Named people of seats, whoever has left being absent. */
export async function listNamedPeople(
  reader: TenantReader,
  courtId: number,
  rules: readonly PolicyRule[],
  now: Date,
): Promise<{ readonly ids: readonly string[]; readonly names: ReadonlyMap<string, string> }> {
  const ids = rules
    .flatMap(({ steps }) => steps.flatMap(({ seats }) => seats))
    .flatMap((seat) => ('personId' in seat ? [seat.personId] : []));
  return { ids: [...new Set(ids)], names: await listOpenPeople(reader, courtId, ids, now) };
}

/** Refusals: POLICY_WITHOUT_RULE, APPROVAL_NOT_NEEDED, POLICY_PERSON_UNKNOWN. */
export async function planSteps(
  { reader, courtId, now }: { readonly reader: TenantReader; readonly courtId: number; readonly now: Date },
  kind: RequestKind,
  facts: RequestFacts & { readonly applicantDepartmentId: string | null },
): Promise<PlannedSteps> {
  const { version, rules } = await findRules(reader, courtId, kind);
  const rule = chooseRule(rules, facts);
  if (!rule) throw refuseApproval('POLICY_WITHOUT_RULE');
  if (rule.steps.length === 0) throw refuseApproval('APPROVAL_NOT_NEEDED');
  const { ids, names } = await listNamedPeople(reader, courtId, [rule], now);
  if (ids.some((id) => !names.has(id))) throw refuseApproval('POLICY_PERSON_UNKNOWN');
  const nameOf = (seat: PolicySeat) =>
    seatName(seat, 'personId' in seat ? (names.get(seat.personId) ?? null) : null);
  return {
    policyVersion: version,
    basis: rule.basis,
    validDays: rule.validDays,
    steps: rule.steps.map(({ title, needs, seats }) => ({ title, needs, seats: seats.map(nameOf) })),
    seats: rule.steps.flatMap(({ seats }, step) =>
      seats.map((seat, index) => ({
        step,
        seat: index,
        role: 'role' in seat ? seat.role : null,
        departmentId: 'role' in seat && seat.of === 'applicant' ? facts.applicantDepartmentId : null,
        personId: 'personId' in seat ? seat.personId : null,
      })),
    ),
  };
}

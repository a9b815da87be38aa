import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { mayUse } from '../accounts/permissions.ts';
import { listNamedPeople } from './plan-steps.ts';
import type { ApprovalPolicy, listPoliciesEndpoint } from './policies.contract.ts';
import { listPolicies, type PolicyRow } from './policy.sql.ts';
import { listRequestKinds, type RequestKind } from './request-kinds.ts';

/** A kind with the rules that hold. */
export function describePolicy(
  kind: RequestKind,
  policy: PolicyRow | undefined,
  names: ReadonlyMap<string, string>,
): ApprovalPolicy {
  return {
    kind: kind.kind,
    name: kind.name,
    version: policy?.version ?? 0,
    rules: [...(policy?.rules ?? kind.shippedRules)],
    mayBeWaived: kind.mayBeWaived === true,
    note: policy?.note ?? null,
    changedAt: policy ? shanghaiInstant(policy.createdAt) : null,
    changedByName: policy?.createdByName ?? null,
    personNames: Object.fromEntries(names),
  };
}

/** Every kind of request with the rules that hold in the acting court. */
export async function listApprovalPolicies({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof listPoliciesEndpoint>> {
  const own = await listPolicies(reader, actor.courtId);
  const items: ApprovalPolicy[] = [];
  for (const kind of listRequestKinds()) {
    const policy = own.find((each) => each.kind === kind.kind);
    const rules = policy?.rules ?? kind.shippedRules;
    const { names } = await listNamedPeople(reader, actor.courtId, rules, now);
    items.push(describePolicy(kind, policy, names));
  }
  return { items, mayChange: mayUse(actor, 'approval-policy.manage') };
}

import type { InputOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseApproval } from './approval-refusals.ts';
import { describePolicy } from './list-policies.ts';
import { findRules, listNamedPeople } from './plan-steps.ts';
import type { ApprovalPolicy, savePolicyEndpoint } from './policies.contract.ts';
import { findPolicy, insertPolicy } from './policy.sql.ts';
import { requestKindOf } from './request-kinds.ts';

/**
 * The next version of a court's rules for one kind; requests that wait keep the steps they have.
 * Refusals: APPROVAL_KIND_UNKNOWN, VERSION_STALE, POLICY_STEPS_MISSING, POLICY_PERSON_UNKNOWN.
 */
export async function saveApprovalPolicy(
  command: CommandContext,
  input: InputOf<typeof savePolicyEndpoint>['params'] &
    InputOf<typeof savePolicyEndpoint>['body'] & { readonly expectedVersion: number },
): Promise<ApprovalPolicy> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const kind = requestKindOf(input.kind);
  if (!kind) throw refuseApproval('APPROVAL_KIND_UNKNOWN');
  const before = await findRules(trx, courtId, kind);
  if (before.version !== input.expectedVersion) throw refuse('VERSION_STALE');
  if (kind.mayBeWaived !== true && input.rules.some(({ steps }) => steps.length === 0))
    throw refuseApproval('POLICY_STEPS_MISSING', { kind: kind.name.zh, kindEnglish: kind.name.en });
  const { ids, names } = await listNamedPeople(trx, courtId, input.rules, now);
  if (ids.some((id) => !names.has(id))) throw refuseApproval('POLICY_PERSON_UNKNOWN');
  const isSaved = await insertPolicy(trx, {
    courtId,
    kind: kind.kind,
    version: before.version + 1,
    rules: input.rules,
    note: input.note,
    createdAt: now,
    createdBy: actor.personId,
    createdByName: actor.personName,
  });
  if (!isSaved) throw refuse('VERSION_STALE');
  command.audit({
    subjectKind: 'approval_policy',
    subjectId: kind.kind,
    subjectLabel: kind.name.zh,
    before: { version: before.version, rules: before.rules },
    after: { version: before.version + 1, rules: input.rules },
    detail: { note: input.note },
  });
  return describePolicy(kind, await findPolicy(trx, courtId, kind.kind), names);
}

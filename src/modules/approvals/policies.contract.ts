/** Approval policies of a court (审批规则) and delegations (委托审批). Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, uuid } from '../../platform/fields.ts';
import { policyRules } from './policy-rules.ts';

const tag = 'approvals';
const sentence = z.object({ zh: z.string(), en: z.string() });

export const approvalPolicy = z.object({
  kind: z.string(),
  name: sentence,
  /** 0: the rules that ship with the product. */
  version: z.int(),
  rules: policyRules,
  /** A rule may have no steps: then no approval is asked for. */
  mayBeWaived: z.boolean(),
  note: z.string().nullable(),
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
  /** Names of the people whom the rules name, by id; who has left is absent. */
  personNames: z.record(z.string(), z.string()),
});
export type ApprovalPolicy = z.output<typeof approvalPolicy>;

export const listPoliciesEndpoint = declareEndpoint({
  name: 'listApprovalPolicies',
  kind: 'query',
  method: 'get',
  path: '/approval-policies',
  permission: 'approval.read',
  tag,
  summary: { zh: '审批规则', en: 'Who must decide what, by kind of request' },
  response: z.object({ items: z.array(approvalPolicy), mayChange: z.boolean() }),
});

export const savePolicyEndpoint = declareEndpoint({
  name: 'saveApprovalPolicy',
  kind: 'command',
  method: 'put',
  path: '/approval-policies/:kind',
  permission: 'approval-policy.manage',
  tag,
  summary: {
    zh: '修改审批规则，只影响以后提交的申请',
    en: 'Change the rules of one kind, for requests handed in from now on',
  },
  params: z.strictObject({ kind: line(60) }),
  body: z.strictObject({ rules: policyRules, note: line(200) }),
  response: approvalPolicy,
  ifMatch: true,
  refusals: ['APPROVAL_KIND_UNKNOWN', 'VERSION_STALE', 'POLICY_STEPS_MISSING', 'POLICY_PERSON_UNKNOWN'],
});

export const approvalDelegation = z.object({
  id: z.string(),
  fromPersonName: z.string(),
  toPersonName: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  reason: z.string(),
  state: z.enum(['coming', 'running', 'over', 'ended']),
  /** Given by the person who asks. */
  isOwn: z.boolean(),
});
export type ApprovalDelegation = z.output<typeof approvalDelegation>;

export const listDelegationsEndpoint = declareEndpoint({
  name: 'listApprovalDelegations',
  kind: 'query',
  method: 'get',
  path: '/approval-delegations',
  permission: 'approval.decide',
  tag,
  summary: { zh: '委托审批', en: 'Delegations that one has given or been given' },
  response: z.object({ items: z.array(approvalDelegation) }),
});

export const delegateApprovalsEndpoint = declareEndpoint({
  name: 'delegateApprovals',
  kind: 'command',
  method: 'post',
  path: '/approval-delegations',
  permission: 'approval.decide',
  tag,
  summary: { zh: '委托他人审批', en: 'Let somebody decide in one’s name for some days' },
  body: z.strictObject({ toPersonId: uuid(), validFrom: day(), validTo: day(), reason: line(200) }),
  response: z.object({ id: z.string() }),
  refusals: ['DELEGATE_UNFIT', 'DELEGATION_BACKWARDS'],
});

export const endDelegationEndpoint = declareEndpoint({
  name: 'endApprovalDelegation',
  kind: 'command',
  method: 'post',
  path: '/approval-delegations/:delegationId/end',
  permission: 'approval.decide',
  tag,
  summary: { zh: '终止委托', en: 'End a delegation that one has given' },
  params: z.strictObject({ delegationId: uuid() }),
  response: z.object({ id: z.string() }),
  refusals: ['DELEGATION_NOT_FOUND'],
});

/** Joins the declared endpoints of approvals to their use cases. */
import {
  answerCommand,
  answerQuery,
  withVersion,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import * as contract from './approvals.contract.ts';
import { decideRequest } from './decide-request.ts';
import { delegateApprovals, endDelegation } from './delegate-approvals.ts';
import { listApprovalDelegations } from './list-delegations.ts';
import { listApprovalPolicies } from './list-policies.ts';
import { listRequests, listWaitingRequests } from './list-requests.ts';
import * as policies from './policies.contract.ts';
import { readRequest } from './read-request.ts';
import { resubmitRequest } from './resubmit-request.ts';
import { saveApprovalPolicy } from './save-policy.ts';
import { withdrawRequest } from './withdraw-request.ts';

const versioned = (request: contract.ApprovalDetail) => withVersion(request.version, request);

export const approvalEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listApprovalsEndpoint, (query, input) => listRequests(query, input.query)),
  // Before the one with an id in its path.
  answerQuery(contract.listWaitingApprovalsEndpoint, (query, input) =>
    listWaitingRequests(query, input.query),
  ),
  answerQuery(contract.readApprovalEndpoint, async (query, { params }) =>
    versioned(await readRequest(query, params)),
  ),
  answerCommand(contract.decideApprovalEndpoint, async (command, { params, body }, { expectedVersion }) =>
    versioned(await decideRequest(command, { ...params, ...body, expectedVersion })),
  ),
  answerCommand(contract.withdrawApprovalEndpoint, async (command, { params, body }, { expectedVersion }) =>
    versioned(await withdrawRequest(command, { ...params, ...body, expectedVersion })),
  ),
  answerCommand(contract.resubmitApprovalEndpoint, async (command, { params, body }, { expectedVersion }) =>
    versioned(await resubmitRequest(command, { ...params, ...body, expectedVersion })),
  ),
  answerQuery(policies.listPoliciesEndpoint, (query) => listApprovalPolicies(query)),
  answerCommand(policies.savePolicyEndpoint, async (command, { params, body }, { expectedVersion }) => {
    const policy = await saveApprovalPolicy(command, { ...params, ...body, expectedVersion });
    return withVersion(policy.version, policy);
  }),
  answerQuery(policies.listDelegationsEndpoint, (query) => listApprovalDelegations(query)),
  answerCommand(policies.delegateApprovalsEndpoint, (command, { body }) => delegateApprovals(command, body)),
  answerCommand(policies.endDelegationEndpoint, (command, { params }) => endDelegation(command, params)),
];

import type { QueryContext } from '../../platform/run-query.ts';
import { refuseApproval } from './approval-refusals.ts';
import { findRequest } from './approval-request.sql.ts';
import type { ApprovalDetail } from './approvals.contract.ts';
import { describeRequest } from './describe-request.ts';

/** One request with everything that a decision needs. Refusal: APPROVAL_NOT_FOUND. */
export async function readRequest(
  query: QueryContext,
  { requestId }: { readonly requestId: string },
): Promise<ApprovalDetail> {
  const row = await findRequest(query.reader, query.actor.readableCourtIds, requestId);
  if (!row) throw refuseApproval('APPROVAL_NOT_FOUND');
  return describeRequest(query, row);
}

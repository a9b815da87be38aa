import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { refuseIntake } from './intake-refusals.ts';
import { listRecusalsOfCase } from './item-hold.sql.ts';
import { findReadableCase } from './reach-case.ts';
import type { listCaseRecusalsEndpoint } from './recusals.contract.ts';

/**
 * Everybody who keeps away from the case, under any of its numbers: custodians, approvers, whoever stands beside.
 * Refusal: INTAKE_CASE_UNKNOWN.
 */
export async function listCaseRecusals(
  context: QueryContext,
  { params }: InputOf<typeof listCaseRecusalsEndpoint>,
): Promise<ResponseOf<typeof listCaseRecusalsEndpoint>> {
  const head = await findReadableCase(context, params.caseId);
  if (!head) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const rows = await listRecusalsOfCase(context.reader, head.courtId, head.id);
  return {
    items: rows.map((row) => ({
      ...row,
      declaredAt: shanghaiInstant(row.declaredAt),
      withdrawnAt: row.withdrawnAt && shanghaiInstant(row.withdrawnAt),
    })),
  };
}

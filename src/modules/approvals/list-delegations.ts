import { shanghaiDay } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listDelegations, type DelegationRow } from './delegation.sql.ts';
import type { ApprovalDelegation, listDelegationsEndpoint } from './policies.contract.ts';

function stateOf(row: DelegationRow, today: string): ApprovalDelegation['state'] {
  if (row.endedAt !== null) return 'ended';
  if (row.validTo < today) return 'over';
  return row.validFrom > today ? 'coming' : 'running';
}

/** Delegations given by the actor and to the actor. */
export async function listApprovalDelegations({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof listDelegationsEndpoint>> {
  const today = shanghaiDay(now);
  const rows = await listDelegations(reader, actor.courtId, actor.personId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      fromPersonName: row.fromPersonName,
      toPersonName: row.toPersonName,
      validFrom: row.validFrom,
      validTo: row.validTo,
      reason: row.reason,
      state: stateOf(row, today),
      isOwn: row.fromPersonId === actor.personId,
    })),
  };
}

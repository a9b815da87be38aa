import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { caseReachOf } from '../cases/case-access.ts';
import { countItemMattersIn } from './item-room.sql.ts';
import type { countItemMattersEndpoint } from './items.contract.ts';

const LATELY_MS = 30 * 86_400_000;

/**
 * What the judge, the heads, the leaders and the inspector are told of at once (T20, T22): incidents, differences of a
 * receipt, losses of the last thirty days, as far as one's cases go.
 */
export function countItemMatters({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof countItemMattersEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  if (reach === null) return Promise.resolve({ underInvestigation: 0, discrepancies: 0, lostLately: 0 });
  return countItemMattersIn(reader, { courtId, reach, lostSince: new Date(now.getTime() - LATELY_MS) });
}

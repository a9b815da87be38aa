import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { countWaitingItems } from './item-room.sql.ts';
import type { countItemsEndpoint } from './items.contract.ts';

/** What waits in the acting court: loans that are overdue, incidents, differences, lists and deliveries. */
export function countItems({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof countItemsEndpoint>> {
  return countWaitingItems(reader, actor.courtId, now);
}

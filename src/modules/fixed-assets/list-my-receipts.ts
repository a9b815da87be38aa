import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { listPendingReceiptsEndpoint } from './contract.ts';
import { listPendingReceiptsOf } from './receipt.sql.ts';

/** What waits for the signed-in person's signature, oldest first. */
export async function listMyReceipts(
  query: QueryContext,
): Promise<ResponseOf<typeof listPendingReceiptsEndpoint>> {
  const rows = await listPendingReceiptsOf(query.reader, query.actor.courtId, query.actor.personId);
  return { items: rows.map((row) => ({ ...row, handedOutAt: shanghaiInstant(row.handedOutAt) })) };
}

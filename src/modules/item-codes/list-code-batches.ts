import { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import { instant } from '../../platform/fields.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listBatchRows } from './code-batch.sql.ts';
import type { listCodeBatchesEndpoint } from './code-batches.contract.ts';
import { describeBatch } from './describe-batch.ts';

const position = z.strictObject({ at: instant(), id: z.uuid() });

/** Batches of the acting court, newest first. */
export async function listCodeBatches(
  { reader, actor }: QueryContext,
  query: InputOf<typeof listCodeBatchesEndpoint>['query'],
): Promise<ResponseOf<typeof listCodeBatchesEndpoint>> {
  const after = decodeCursor(query.after, position);
  const rows = await listBatchRows(reader, actor.courtId, { after, rowCount: query.limit + 1 });
  return pageOfRows(
    rows,
    query.limit,
    (row) => describeBatch(actor, row),
    (row) => ({ at: shanghaiInstant(row.createdAt), id: row.id }),
  );
}

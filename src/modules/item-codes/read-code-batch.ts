import type { QueryContext } from '../../platform/run-query.ts';
import { findBatch, type CountedBatchRow } from './code-batch.sql.ts';
import type { CodeBatch } from './code-batches.contract.ts';
import { refuseCode } from './code-refusals.ts';
import { describeBatch } from './describe-batch.ts';

/** A batch of the acting court. Refusal: BATCH_NOT_FOUND. */
export async function requireBatch(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  batchId: string,
): Promise<CountedBatchRow> {
  const row = await findBatch(reader, actor.courtId, batchId);
  if (!row) throw refuseCode('BATCH_NOT_FOUND');
  return row;
}

/** Refusal: BATCH_NOT_FOUND. */
export async function readCodeBatch(
  context: QueryContext,
  { batchId }: { readonly batchId: string },
): Promise<CodeBatch> {
  return describeBatch(context.actor, await requireBatch(context, batchId));
}

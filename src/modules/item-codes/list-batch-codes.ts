import { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listBatchCodes as listRows } from './code-batch.sql.ts';
import type { BatchCode, listBatchCodesEndpoint } from './code-batches.contract.ts';
import type { CodeRow } from './code-directory.sql.ts';
import { codeStateOf } from './code-states.ts';
import { listReadableThings } from './list-readable-things.ts';
import { requireBatch } from './read-code-batch.ts';

const position = z.string().max(16);

function instantOrNull(at: Date | null): string | null {
  return at === null ? null : shanghaiInstant(at);
}

/** The codes of a batch in the order of issue, with what each is bound to. Refusal: BATCH_NOT_FOUND. */
export async function listBatchCodes(
  context: QueryContext,
  { params, query }: Pick<InputOf<typeof listBatchCodesEndpoint>, 'params' | 'query'>,
): Promise<ResponseOf<typeof listBatchCodesEndpoint>> {
  const batch = await requireBatch(context, params.batchId);
  const rows = await listRows(context.reader, batch.courtId, batch.id, {
    states: query.state ?? null,
    afterCode: decodeCursor(query.after, position),
    rowCount: query.limit + 1,
  });
  const bound = rows.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]));
  const things = await listReadableThings(context, batch.kind, bound);
  const describe = (row: CodeRow): BatchCode => {
    const thing = row.subjectId === null ? undefined : things.get(row.subjectId);
    return {
      code: row.code,
      state: codeStateOf(row),
      labelVersion: row.labelVersion,
      boundAt: instantOrNull(row.boundAt),
      voidedAt: instantOrNull(row.voidedAt),
      voidReason: row.voidReason,
      thing: thing ? { id: thing.id, title: thing.title, subtitle: thing.subtitle } : null,
    };
  };
  return pageOfRows(rows, query.limit, describe, ({ code }) => code);
}

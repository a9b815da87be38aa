import { z } from 'zod';
import { instant } from '../../platform/fields.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { listImportsEndpoint } from './contract.ts';
import { summaryOfImport } from './describe-import.ts';
import { IMPORT_TARGET_IDS } from './import-fields.ts';
import { mayImport } from './may-import.ts';
import { listImportRuns } from './import-run.sql.ts';

const position = z.strictObject({ at: instant(), id: z.uuid() });

/** Imports of the acting court, newest first. */
export async function listImports(
  query: QueryContext,
  input: InputOf<typeof listImportsEndpoint>['query'],
): Promise<ResponseOf<typeof listImportsEndpoint>> {
  const after = decodeCursor(input.after, position);
  const targets = IMPORT_TARGET_IDS.filter((target) => mayImport(query.actor, target));
  const runs = await listImportRuns(query.reader, query.actor.courtId, targets, after, input.limit + 1);
  return pageOfRows(runs, input.limit, summaryOfImport, (run) => ({
    at: run.createdAt.toISOString(),
    id: run.id,
  }));
}

import { z } from 'zod';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { listImportNamesEndpoint, listImportProblemsEndpoint } from './contract.ts';
import { requireImport } from './find-import.ts';
import { listFindings, listNames } from './import-finding.sql.ts';

const ordinal = z.int().min(0);

/** What the last step found about rows, in the order of the file. Refusal: IMPORT_NOT_FOUND. */
export async function listImportProblems(
  query: QueryContext,
  { params, query: filter }: InputOf<typeof listImportProblemsEndpoint>,
): Promise<ResponseOf<typeof listImportProblemsEndpoint>> {
  const run = await requireImport(query, params.importId);
  const rows = await listFindings(query.reader, {
    courtId: run.courtId,
    runId: run.id,
    code: filter.code ?? null,
    severity: filter.severity ?? null,
    rowNumber: filter.rowNumber ?? null,
    after: decodeCursor(filter.after, ordinal),
    limit: filter.limit + 1,
  });
  return pageOfRows(
    rows,
    filter.limit,
    (row) => row,
    (row) => row.ordinal,
  );
}

/** Names that need a decision first, then those worth a look. Refusal: IMPORT_NOT_FOUND. */
export async function listImportNames(
  query: QueryContext,
  { params, query: page }: InputOf<typeof listImportNamesEndpoint>,
): Promise<ResponseOf<typeof listImportNamesEndpoint>> {
  const run = await requireImport(query, params.importId);
  const after = decodeCursor(page.after, ordinal);
  const rows = await listNames(query.reader, run.courtId, run.id, after, page.limit + 1);
  return pageOfRows(
    rows,
    page.limit,
    (row) => row,
    (row) => row.ordinal,
  );
}

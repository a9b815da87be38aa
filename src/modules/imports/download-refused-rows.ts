import { readFile } from 'node:fs/promises';
import { errorCodeOf } from '../../platform/error-code.ts';
import { contentPath } from '../../platform/files/content-store.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { requireImport } from './find-import.ts';
import { listFindings, type KeptFinding } from './import-finding.sql.ts';
import { refuseImport } from './import-refusals.ts';
import type { ImportRun } from './import-run.sql.ts';
import { readOptionsOf } from './read-drafts.ts';
import { readTableInWorker } from './reading/read-table-in-worker.ts';
import { writeRefusedRows } from './write-refused-rows.ts';

const PAGE = 10_000;
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The refused rows in the layout they came in, with a column of reasons; corrected, the file can be imported.
 * Refusals: IMPORT_NOT_FOUND, IMPORT_NOTHING_REFUSED, IMPORT_FILE_GONE.
 */
export async function downloadRefusedRows(
  query: QueryContext,
  input: { readonly importId: string; readonly language: 'zh' | 'en' },
): Promise<Download> {
  const run = await requireImport(query, input.importId);
  const problems = await listRefused(query, run);
  if (problems.length === 0) throw refuseImport('IMPORT_NOTHING_REFUSED');
  const file = await readFile(contentPath(query.filesFolder, run)).catch((error: unknown) => {
    throw errorCodeOf(error) === 'ENOENT' ? refuseImport('IMPORT_FILE_GONE') : error;
  });
  const table = await readTableInWorker(file, run.fileName, readOptionsOf(run.reading));
  const isCsv = table.format.kind === 'csv';
  const stem = run.fileName.replace(/\.[^.]*$/, '');
  const suffix = input.language === 'zh' ? '未导入的行' : 'refused rows';
  return {
    fileName: `${stem} ${suffix}.${isCsv ? 'csv' : 'xlsx'}`,
    contentType: isCsv ? 'text/csv; charset=utf-8' : XLSX_TYPE,
    body: writeRefusedRows(table, problems, input.language),
    isDetached: true,
  };
}

async function listRefused({ reader }: QueryContext, run: ImportRun): Promise<KeptFinding[]> {
  const all: KeptFinding[] = [];
  for (let after: number | null = null; ;) {
    const page: KeptFinding[] = await listFindings(reader, {
      courtId: run.courtId,
      runId: run.id,
      code: null,
      severity: 'refused',
      rowNumber: null,
      after,
      limit: PAGE,
    });
    for (const each of page) all.push(each);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return all;
    after = last.ordinal;
  }
}

import type { QueryContext } from '../../platform/run-query.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import type { ImportRunAnswer } from './answers.contract.ts';
import { describeImport } from './describe-import.ts';
import { refuseImport } from './import-refusals.ts';
import { mayImport } from './may-import.ts';
import { findImportRun, type ImportRun } from './import-run.sql.ts';

/** An import of the acting court. Refusal: IMPORT_NOT_FOUND. */
export async function requireImport(query: QueryContext, importId: string): Promise<ImportRun> {
  const run = await findImportRun(query.reader, query.actor.courtId, importId);
  if (!run || !mayImport(query.actor, run.target)) throw refuseImport('IMPORT_NOT_FOUND');
  return run;
}

/** One import with its progress. Its version is that of its step, so that progress alone never makes it stale. */
export async function findImport(
  query: QueryContext,
  input: { importId: string },
): Promise<Versioned<ImportRunAnswer>> {
  const run = await requireImport(query, input.importId);
  return withVersion(run.version, await describeImport(query.reader, run, query.now));
}

import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { ImportRunAnswer } from './answers.contract.ts';
import { findEarlierImport, type ImportRun } from './import-run.sql.ts';
import { listImportActions, type ImportAction } from './rules.ts';

/** What the list of imports shows of one. */
export function summaryOfImport(run: ImportRun) {
  return {
    id: run.id,
    target: run.target,
    fileName: run.fileName,
    sizeBytes: run.sizeBytes,
    state: run.state,
    createdAt: shanghaiInstant(run.createdAt),
    createdBy: { id: run.createdBy, name: run.createdByName },
    finishedAt: run.finishedAt === null ? null : shanghaiInstant(run.finishedAt),
    counts: run.result?.counts ?? null,
  };
}

export function actionsOnImport(run: ImportRun, now: Date): ImportAction[] {
  return listImportActions({
    state: run.state,
    isRead: run.head !== null,
    isMapped: run.columns !== null,
    isFileKept: run.fileKeptUntil > now,
    refusedRowCount: run.result?.counts.refused ?? 0,
  });
}

/** One import with everything that its page shows. */
export async function describeImport(
  reader: TenantReader,
  run: ImportRun,
  now: Date,
): Promise<ImportRunAnswer> {
  const earlier = await findEarlierImport(reader, run);
  return {
    ...summaryOfImport(run),
    version: run.version,
    sha256: run.sha256,
    fileKeptUntil: shanghaiInstant(run.fileKeptUntil),
    reading: run.reading,
    head: run.head,
    columns: run.columns === null ? null : [...run.columns],
    settings: run.settings,
    progress: run.progress,
    result: run.result,
    refusal: run.refusal,
    earlierImport: earlier ? { id: earlier.id, finishedAt: shanghaiInstant(earlier.finishedAt) } : null,
    availableActions: actionsOnImport(run, now),
  };
}

import { keepVerdict } from './check-rows.ts';
import { replaceFindings } from './import-finding.sql.ts';
import { lockImporting, updateImportRun } from './import-run.sql.ts';
import type { ReadDrafts } from './read-drafts.ts';
import { fileKeptUntil } from './file-kept-until.ts';
import type { Step } from './run-step.ts';
import { settleRows, type SettledRows } from './settle-rows.ts';

/** Rolls everything back: names that were created for rows that are not written after all. */
class NothingWritten extends Error {
  constructor(readonly settled: SettledRows) {
    super('rows are refused');
  }
}

/**
 * Imports the rows, the end of the import and its one audit event in one transaction. Rows that are refused after all,
 * because the register changed since the check, bring the import back to its check.
 */
export async function importRows(step: Step, drafts: ReadDrafts, goodRowsOnly: boolean): Promise<void> {
  const { run, steps, progress, signal } = step;
  const call = { name: 'finishImport', input: null };
  try {
    await steps.command(call, async (command) => {
      const { trx, now } = command;
      await lockImporting(trx, run.courtId);
      const settled = await settleRows(step, command, drafts, { write: true, goodRowsOnly });
      if (!settled.result.isWritten) throw new NothingWritten(settled);
      await progress.settle();
      signal.throwIfAborted();
      const { result } = settled;
      await replaceFindings(trx, run.courtId, run.id, settled.findings, settled.names);
      await updateImportRun(trx, run.courtId, run.id, now, {
        state: 'done',
        result,
        finishedAt: now,
        fileKeptUntil: result.counts.refused === 0 ? now : fileKeptUntil(now),
      });
      const { counts, sums, createdNames, codes } = result;
      command.audit({
        subjectKind: 'import',
        subjectId: run.id,
        subjectLabel: run.fileName,
        after: { counts, createdNames, codes, goodRowsOnly },
        detail: { sha256: run.sha256, sums },
      });
    });
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error;
    await progress.settle();
    await keepVerdict(step, error.settled);
  }
}

import { replaceFindings } from './import-finding.sql.ts';
import { updateImportRun } from './import-run.sql.ts';
import { keepDrafts } from './kept-drafts.ts';
import type { ReadDrafts } from './read-drafts.ts';
import type { Step } from './run-step.ts';
import { settleRows, type SettledRows } from './settle-rows.ts';

/** Takes the rows the way of the import in a transaction that is rolled back, and keeps what was found. */
export async function checkRows(step: Step, drafts: ReadDrafts): Promise<void> {
  const call = { name: 'checkImport', input: null, dryRun: true };
  const settled = await step.steps.command(call, (command) =>
    settleRows(step, command, drafts, { write: false, goodRowsOnly: false }),
  );
  await step.progress.settle();
  step.signal.throwIfAborted();
  keepDrafts(step.run, drafts);
  await keepVerdict(step, settled);
}

/** What a check found, or an import that could not write. */
export function keepVerdict({ steps, run }: Step, { result, findings, names }: SettledRows): Promise<void> {
  return steps.command({ name: 'recordImport', input: null, isAudited: false }, async ({ trx, now }) => {
    await replaceFindings(trx, run.courtId, run.id, findings, names);
    await updateImportRun(trx, run.courtId, run.id, now, { state: 'checked', result, refusal: null });
  });
}

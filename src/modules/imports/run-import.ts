import type { InputOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { ImportRunAnswer } from './answers.contract.ts';
import type { runImportEndpoint } from './contract.ts';
import { describeImport } from './describe-import.ts';
import { refuseImport } from './import-refusals.ts';
import { updateImportRun } from './import-run.sql.ts';
import { importRows } from './import-rows.ts';
import { takeDrafts } from './kept-drafts.ts';
import { lockIdleRun, lockRun } from './lock-run.ts';
import { readRows } from './read-upload.ts';
import { decideWriting } from './rules.ts';
import { runStep } from './run-step.ts';

/**
 * Starts the import of what was checked. The rows take the way of the check again, on what the register is by then.
 * Refusals: those of `lockIdleRun`, IMPORT_NOT_CHECKED, VERSION_STALE when another check came in between,
 * IMPORT_ROWS_REFUSED.
 */
export async function runImport(
  command: CommandContext,
  { params, body }: InputOf<typeof runImportEndpoint>,
  { expectedVersion }: { readonly expectedVersion: number },
): Promise<ImportRunAnswer> {
  const { trx, now } = command;
  const run = await lockIdleRun(command, params.importId);
  const { columns, result } = run;
  if (run.state !== 'checked' || columns === null || result === null)
    throw refuseImport('IMPORT_NOT_CHECKED');
  if (run.version !== expectedVersion) throw refuse('VERSION_STALE');
  const verdict = decideWriting(result.counts, body.goodRowsOnly);
  if (!verdict.allowed) throw refuseImport(verdict.reason, { count: result.counts.refused });
  await updateImportRun(trx, run.courtId, run.id, now, { state: 'importing', refusal: null });
  command.audit({ subjectKind: 'import', subjectId: run.id, subjectLabel: run.fileName, after: body });
  command.later((steps) =>
    runStep(steps, run, async (step) => {
      const drafts = takeDrafts(step.run) ?? (await readRows(step, () => Promise.resolve(columns)));
      await importRows(step, drafts, body.goodRowsOnly);
    }),
  );
  return describeImport(trx, await lockRun(command, run.id), now);
}

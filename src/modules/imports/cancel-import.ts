import type { CommandContext } from '../../platform/run-command.ts';
import type { ImportRunAnswer } from './answers.contract.ts';
import { describeImport } from './describe-import.ts';
import { refuseImport } from './import-refusals.ts';
import { updateImportRun } from './import-run.sql.ts';
import { lockRun } from './lock-run.ts';
import { isBusy } from './rules.ts';
import { cancelStep } from './running-steps.ts';

/**
 * Cancels an import. A step at work ends at its next safe point and takes back what it wrote; it may be done before.
 * Refusals: IMPORT_NOT_FOUND, IMPORT_FINISHED.
 */
export async function cancelImport(
  command: CommandContext,
  { importId }: { readonly importId: string },
): Promise<ImportRunAnswer> {
  const { trx, now } = command;
  const run = await lockRun(command, importId);
  if (run.state === 'done') throw refuseImport('IMPORT_FINISHED');
  command.audit({ subjectKind: 'import', subjectId: run.id, subjectLabel: run.fileName });
  const isWorkedOn = isBusy(run.state) && !command.dryRun && cancelStep(run.id);
  if (isWorkedOn) return describeImport(trx, run, now);
  await updateImportRun(trx, run.courtId, run.id, now, { state: 'cancelled' });
  return describeImport(trx, await lockRun(command, run.id), now);
}

import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { ImportRunAnswer } from './answers.contract.ts';
import type { readImportEndpoint } from './contract.ts';
import { describeImport } from './describe-import.ts';
import { updateImportRun } from './import-run.sql.ts';
import { lockIdleRun, lockRun } from './lock-run.ts';
import { readUpload } from './read-upload.ts';

/** Reads the file anew by what the person chose; columns are recognised anew too. Refusals: those of `lockIdleRun`. */
export async function readImport(
  command: CommandContext,
  { params, body }: InputOf<typeof readImportEndpoint>,
): Promise<ImportRunAnswer> {
  const { trx, now } = command;
  const run = await lockIdleRun(command, params.importId);
  await updateImportRun(trx, run.courtId, run.id, now, {
    state: 'reading',
    reading: body,
    head: null,
    columns: null,
    result: null,
    refusal: null,
  });
  command.audit({ subjectKind: 'import', subjectId: run.id, subjectLabel: run.fileName, after: body });
  command.later((steps) => readUpload(steps, run));
  return describeImport(trx, await lockRun(command, run.id), now);
}

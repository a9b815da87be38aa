import type { CommandContext } from '../../platform/run-command.ts';
import { refuseImport } from './import-refusals.ts';
import { lockImportRun, type ImportRun } from './import-run.sql.ts';
import { mayImport } from './may-import.ts';
import { isBusy } from './rules.ts';

/** An import of the acting court, locked. Refusal: IMPORT_NOT_FOUND. */
export async function lockRun(command: CommandContext, importId: string): Promise<ImportRun> {
  const run = await lockImportRun(command.trx, command.actor.courtId, importId);
  if (!run || !mayImport(command.actor, run.target)) throw refuseImport('IMPORT_NOT_FOUND');
  return run;
}

/**
 * An import that can take another step, locked.
 * Refusals: IMPORT_NOT_FOUND, IMPORT_BUSY, IMPORT_FINISHED, IMPORT_FILE_GONE.
 */
export async function lockIdleRun(command: CommandContext, importId: string): Promise<ImportRun> {
  const run = await lockRun(command, importId);
  if (isBusy(run.state)) throw refuseImport('IMPORT_BUSY');
  if (run.state === 'done') throw refuseImport('IMPORT_FINISHED');
  if (run.fileKeptUntil <= command.now) throw refuseImport('IMPORT_FILE_GONE');
  return run;
}

import { keepContent } from '../../platform/files/content-store.ts';
import { plainFileName } from '../../platform/files/shown-file-name.ts';
import { newId } from '../../platform/ids.ts';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { ImportRunAnswer } from './answers.contract.ts';
import { describeImport } from './describe-import.ts';
import { fileKeptUntil } from './file-kept-until.ts';
import type { ImportTargetId } from './import-fields.ts';
import { refuseImport } from './import-refusals.ts';
import { insertImportRun } from './import-run.sql.ts';
import { NO_SETTINGS } from './import-settings.ts';
import { mayImport } from './may-import.ts';
import { lockRun } from './lock-run.ts';
import { readUpload } from './read-upload.ts';

const NAME_MAX = 150;

/** Keeps an uploaded file and starts reading it; whether it can be read at all is told by the import's state. */
export async function receiveImport(
  command: CommandContext,
  file: ReceivedFile,
  target: ImportTargetId = 'fixed_assets',
): Promise<ImportRunAnswer> {
  if (!mayImport(command.actor, target)) throw refuseImport('IMPORT_TARGET_NOT_YOURS');
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const id = newId(now.getTime());
  const fileName = [...plainFileName(file.fileName)].slice(0, NAME_MAX).join('') || 'file';
  const { sha256, sizeBytes } = file;
  if (!command.dryRun) await keepContent(command.filesFolder, { courtId, sha256 }, file.temporaryPath);
  await insertImportRun(trx, {
    courtId,
    id,
    target,
    fileName,
    sha256,
    sizeBytes,
    state: 'reading',
    reading: {},
    settings: NO_SETTINGS,
    createdBy: actor.personId,
    createdAt: now,
    fileKeptUntil: fileKeptUntil(now),
  });
  command.audit({
    subjectKind: 'import',
    subjectId: id,
    subjectLabel: fileName,
    after: { target, sha256, sizeBytes },
  });
  command.later((steps) => readUpload(steps, { courtId, id }));
  return describeImport(trx, await lockRun(command, id), now);
}

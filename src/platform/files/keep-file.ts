import { createHash } from 'node:crypto';
import { newId } from '../ids.ts';
import type { ReceivedFile } from '../received-file.ts';
import type { CommandContext } from '../run-command.ts';
import { keepBytes, keepContent } from './content-store.ts';
import type { FileKind } from './file-kinds.ts';
import { shownFileName } from './shown-file-name.ts';
import {
  findSameStoredFile,
  insertStoredFile,
  type FilePurpose,
  type StoredFile,
} from './stored-file.sql.ts';

export interface FileToKeep {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly purpose: FilePurpose;
  /** What `sniffFile` found. */
  readonly kind: FileKind;
  readonly received: ReceivedFile;
}

/**
 * Keeps a received file for a thing of the actor's court: content first, then the row. The same content for the same
 * thing and purpose is kept once and answered again. If the command is rolled back, a sweep removes the content.
 * A thing that is recorded only later is named among the drafts of its module (`unrecorded-file.sql.ts`), whose files go
 * when it never is.
 */
export async function keepFile(command: CommandContext, file: FileToKeep): Promise<StoredFile> {
  const { trx, actor, now } = command;
  const { fileName, sizeBytes, sha256, temporaryPath } = file.received;
  const stored: StoredFile = {
    courtId: actor.courtId,
    id: newId(now.getTime()),
    subjectKind: file.subjectKind,
    subjectId: file.subjectId,
    purpose: file.purpose,
    fileName: shownFileName(fileName, file.kind),
    contentType: file.kind.contentType,
    sizeBytes,
    sha256,
    uploadedAt: now,
    uploadedBy: actor.personId,
  };
  const same = await findSameStoredFile(trx, stored);
  if (same) return same;
  if (!command.dryRun) await keepContent(command.filesFolder, stored, temporaryPath);
  await insertStoredFile(trx, stored);
  return stored;
}

/** Keeps bytes made on the screen, such as a drawn signature, as a file of its own; answers its SHA-256. */
export async function keepDrawing(
  command: CommandContext,
  drawing: { readonly bytes: Uint8Array; readonly kind: FileKind; readonly name: string },
): Promise<string> {
  const { trx, actor, now } = command;
  const sha256 = createHash('sha256').update(drawing.bytes).digest('hex');
  if (!command.dryRun)
    await keepBytes(command.filesFolder, { courtId: actor.courtId, sha256 }, drawing.bytes);
  const id = newId(now.getTime());
  await insertStoredFile(trx, {
    courtId: actor.courtId,
    id,
    subjectKind: 'signature',
    subjectId: id,
    purpose: 'signature',
    fileName: shownFileName(drawing.name, drawing.kind),
    contentType: drawing.kind.contentType,
    sizeBytes: drawing.bytes.byteLength,
    sha256,
    uploadedAt: now,
    uploadedBy: actor.personId,
  });
  return sha256;
}

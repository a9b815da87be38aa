import { refuse } from '../../platform/errors.ts';
import { keepFile, type FileToKeep } from '../../platform/files/keep-file.ts';
import { sniffFile } from '../../platform/files/sniff-file.ts';
import type { StoredFile } from '../../platform/files/stored-file.sql.ts';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { ITEM_PHOTO_BYTES_MAX } from './item-files.contract.ts';
import { refuseItem } from './item-refusals.ts';

/**
 * Keeps a photo or a paper of seized property. What it is, is told by its content; a photo is a picture, and of limited
 * size. Refusals: BODY_TOO_LARGE, ITEM_FILE_REFUSED.
 */
export async function keepItemFile(
  command: CommandContext,
  of: Pick<FileToKeep, 'subjectKind' | 'subjectId' | 'purpose'>,
  received: ReceivedFile,
): Promise<StoredFile> {
  const isPhoto = of.purpose === 'photo';
  if (isPhoto && received.sizeBytes > ITEM_PHOTO_BYTES_MAX)
    throw refuse('BODY_TOO_LARGE', { limitBytes: ITEM_PHOTO_BYTES_MAX });
  const kind = await sniffFile(received.temporaryPath);
  if (kind === null || (isPhoto && !kind.isPicture)) throw refuseItem('ITEM_FILE_REFUSED');
  return keepFile(command, { ...of, kind, received });
}

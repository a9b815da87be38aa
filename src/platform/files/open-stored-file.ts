import type { Download } from '../served-endpoint.ts';
import { checkContent, readContent } from './content-store.ts';
import { kindOfContentType } from './file-kinds.ts';
import type { StoredFile } from './stored-file.sql.ts';

/**
 * A kept file as it was received, once its checksum was compared: pictures and PDF are shown, everything else is saved.
 * `absent`: there is none; `damaged`: its content is not what was kept. Each module refuses by its own reason.
 */
export async function openStoredFile(
  filesFolder: string,
  file: StoredFile | undefined,
): Promise<Download | 'absent' | 'damaged'> {
  const kind = file && kindOfContentType(file.contentType);
  if (!file || !kind) return 'absent';
  if ((await checkContent(filesFolder, file)) !== 'intact') return 'damaged';
  return {
    fileName: file.fileName,
    contentType: kind.contentType,
    inline: kind.isShownInline,
    isDetached: true,
    body: readContent(filesFolder, file),
  };
}

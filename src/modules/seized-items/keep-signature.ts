import { FILE_KINDS } from '../../platform/files/file-kinds.ts';
import { keepDrawing } from '../../platform/files/keep-file.ts';
import { readPngDataUrl } from '../../platform/files/png-data-url.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseIntake } from './intake-refusals.ts';

/** Keeps a signature that was drawn on the screen; answers its SHA-256, which entries quote. Refusal: SIGNATURE_INVALID. */
export async function keepSignature(command: CommandContext, imageDataUrl: string): Promise<string> {
  const bytes = readPngDataUrl(imageDataUrl);
  if (bytes === null) throw refuseIntake('SIGNATURE_INVALID');
  return keepDrawing(command, { bytes, kind: FILE_KINDS.png, name: 'signature.png' });
}

import { FILE_KINDS } from '../../platform/files/file-kinds.ts';
import { keepDrawing } from '../../platform/files/keep-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseAsset } from './asset-refusals.ts';
import { readPngDataUrl } from '../../platform/files/png-data-url.ts';

/**
 * Keeps a signature that was drawn on the screen as a PNG of the actor's court; answers its SHA-256, by which the
 * receipt refers to it. Refusal: SIGNATURE_INVALID.
 */
export async function keepDrawnSignature(
  command: CommandContext,
  input: { readonly imageDataUrl: string },
): Promise<string> {
  const bytes = readPngDataUrl(input.imageDataUrl);
  if (bytes === null) throw refuseAsset('SIGNATURE_INVALID');
  return keepDrawing(command, { bytes, kind: FILE_KINDS.png, name: 'signature.png' });
}

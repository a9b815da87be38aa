import { checkContent, readContent } from '../files/content-store.ts';
import { readPicture, type PdfPicture } from './pdf-picture.ts';

/** Pixels of the longest side: 150 dots an inch over the width of a page. */
const SIDE_MAX = 1000;

/** Kept pictures of a court by their SHA-256; what is missing, damaged or no picture is left out. */
export async function loadPictures(
  filesFolder: string,
  courtId: number,
  sha256s: Iterable<string>,
): Promise<Map<string, PdfPicture>> {
  const loaded = new Map<string, PdfPicture>();
  for (const sha256 of new Set(sha256s)) {
    const address = { courtId, sha256 };
    if ((await checkContent(filesFolder, address)) !== 'intact') continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of readContent(filesFolder, address)) chunks.push(chunk);
    const picture = await readPicture(Buffer.concat(chunks), { longestSide: SIDE_MAX });
    if (picture !== null) loaded.set(sha256, picture);
  }
  return loaded;
}

/** A drawing as the browser's canvas hands it over: a PNG in a data URL. */

const PREFIX = 'data:image/png;base64,';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES_MAX = 300_000;
const SIDE_PIXELS_MAX = 4096;

/** Chunk by chunk from the first to IEND: an image that holds pixels and nothing after its end. */
function isWholePng(bytes: Buffer): boolean {
  let at = SIGNATURE.length;
  let hasPixels = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    hasPixels ||= type === 'IDAT' && length > 0;
    at += 12 + length;
    if (type === 'IEND') return hasPixels && at === bytes.length;
  }
  return false;
}

/** The bytes; null for anything but a whole PNG of at most 300 kB and 4096 pixels a side. */
export function readPngDataUrl(text: string): Buffer | null {
  if (!text.startsWith(PREFIX) || !BASE64.test(text.slice(PREFIX.length))) return null;
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64');
  if (bytes.length > BYTES_MAX || !bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR' || bytes.length < 24) return null;
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (sides.some((side) => side < 1 || side > SIDE_PIXELS_MAX)) return null;
  return isWholePng(bytes) ? bytes : null;
}

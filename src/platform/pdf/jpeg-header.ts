/** What a JPEG says of itself before its picture begins (ITU-T T.81, annex B; EXIF 2.3, 4.6.4). Pure. */

/** How the picture is to be turned to be shown upright, as EXIF numbers it; 1: not at all. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly orientation: Orientation;
}

const ORIENTATION_TAG = 0x0112;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

/** Start-of-frame markers of pictures that PDF readers decode: baseline, extended and progressive. */
function isFrame(marker: number): boolean {
  return marker === 0xc0 || marker === 0xc1 || marker === 0xc2;
}

/** null: the bytes are no JPEG, or one of a kind that PDF does not know. */
export function readJpegHeader(bytes: Buffer): JpegHeader | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let orientation: Orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (isFrame(marker) && segment.length >= 6) {
      const [height, width] = [segment.readUInt16BE(1), segment.readUInt16BE(3)];
      const components = segment[5] ?? 0;
      return width > 0 && height > 0 ? { width, height, components, orientation } : null;
    }
    if (marker === START_OF_SCAN) return null;
    if (marker === APP1) orientation = readOrientation(segment) ?? orientation;
    at += 2 + length;
  }
  return null;
}

function isOrientation(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8;
}

function readOrientation(segment: Buffer): Orientation | null {
  if (segment.length < 14 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  const count = short(directory);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return null;
    if (short(entry) !== ORIENTATION_TAG) continue;
    const value = short(entry + 8);
    return isOrientation(value) ? value : null;
  }
  return null;
}

/** The JPEG without what cameras write beside the picture, such as place and turn. */
export function withoutExif(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    const length = bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] !== APP1) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

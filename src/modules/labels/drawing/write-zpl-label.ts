/** A label in ZPL II: codes as the printer's own, text and pictures as compressed bitmaps (Z64). */
import { deflateSync } from 'node:zlib';
import { artworkOf } from './artwork.ts';
import { packBits, type Bitmap } from './bitmap/bitmap.ts';
import type { BarsItem, DisplayList, FillItem, MatrixItem } from './display-list.ts';
import { checkSettings, inchesPerSecond, type ThermalSettings } from './thermal-settings.ts';

/**
 * One label with everything that the printer must know. No text of a field is ever part of a command: text is a bitmap,
 * contents of codes are written as hexadecimal. Throws RangeError for a number of copies other than 1 to 99.
 */
export function writeZplLabel(display: DisplayList, settings: ThermalSettings): Buffer {
  checkSettings(settings);
  const { fills, bitmaps, codes } = artworkOf(display);
  return Buffer.from(
    [
      '^XA',
      // Hexadecimal escapes by _, no shift, no mirror, upright, home at the corner: whatever the job before set.
      '^CI28^LH0,0^LS0^LT0^PMN^PON^FWN',
      `^PW${display.width}^LL${display.height}${settings.gapMm > 0 ? '^MNY' : '^MNN'}`,
      settings.darkness === null ? '' : `^MD0~SD${String(settings.darkness).padStart(2, '0')}`,
      settings.speedMmPerSecond === null ? '' : `^PR${inchesPerSecond(settings.speedMmPerSecond)}`,
      ...fills.map(fillCommand),
      ...bitmaps.map((bitmap) => `^FO${bitmap.x},${bitmap.y}${graphicField(bitmap)}^FS`),
      ...codes.map((code) => (code.kind === 'bars' ? barsCommand(code) : matrixCommand(code))),
      `^PQ${settings.copies},0,0,N`,
      '^XZ',
    ]
      .filter((line) => line !== '')
      .join('\n') + '\n',
    'latin1',
  );
}

function fillCommand({ x, y, width, height }: FillItem): string {
  return `^FO${x},${y}^GB${width},${height},${Math.min(width, height)},B,0^FS`;
}

const fields = new WeakMap<Uint8Array, string>();

/** `^GFA` with the bits deflated, in base64, and a CRC. Bitmaps that stand on many labels are packed once. */
function graphicField(bitmap: Bitmap): string {
  const known = fields.get(bitmap.dots);
  if (known !== undefined) return known;
  const packed = packBits(bitmap);
  const base64 = deflateSync(packed).toString('base64');
  const crc = crc16(base64).toString(16).padStart(4, '0');
  const stride = Math.ceil(bitmap.width / 8);
  const field = `^GFA,${packed.length},${packed.length},${stride},:Z64:${base64}:${crc}`;
  fields.set(bitmap.dots, field);
  return field;
}

/** CRC-16 with the polynomial 0x1021, from 0, over the characters of the base64. */
function crc16(text: string): number {
  let crc = 0;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/** Whatever could be a command is written as `_XX`. */
function escaped(text: string): string {
  return text.replace(
    /[^A-Za-z0-9:/.-]/g,
    (character) => `_${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Firmware moves a QR code down by the height that `^BY` says, so that is said first; it keeps the one before. */
const QR_SINKS_BY = 1;

/** The printer takes the smallest QR version, as we do; a Data Matrix is told its size. */
function matrixCommand({ symbology, content, level, x, y, module, side }: MatrixItem): string {
  if (symbology === 'datamatrix')
    return `^FO${x},${y}^BXN,${module},200,${side},${side},6,\\^FH_^FD${escaped(content)}^FS`;
  const place = `^BY2,3,${QR_SINKS_BY}^FO${x},${y - QR_SINKS_BY}`;
  return `${place}^BQN,2,${module}^FH_^FD${level}A,${escaped(content)}^FS`;
}

const TURNS = { 0: 'N', 90: 'R', 180: 'I', 270: 'B' } as const;

/** Mode A takes the shortest way through the code sets, as we do. */
function barsCommand({ x, y, width, height, module, content, turn }: BarsItem): string {
  const barHeight = turn === 0 || turn === 180 ? height : width;
  return `^BY${module},3,${barHeight}^FO${x},${y}^BC${TURNS[turn]},${barHeight},N,N,N,A^FH_^FD${escaped(content)}^FS`;
}

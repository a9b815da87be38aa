/** A label in ZPL II: codes as the printer's own, text and pictures as compressed bitmaps (Z64). */
import { deflateSync } from 'node:zlib';
import { START_B, START_C, TO_B, TO_C } from '../symbologies/code-128.ts';
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
  const base64 = deflateSync(packed, { level: 9 }).toString('base64');
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

/**
 * A QR code hangs from its lower edge (`^FT`): from its upper one the firmware moves it down by the height that `^BY`
 * says. The printer takes the smallest version, as we do.
 */
function matrixCommand({ symbology, content, level, x, y, module, side }: MatrixItem): string {
  if (symbology === 'datamatrix')
    return `^FO${x},${y}^BXN,${module},200,${side},${side},,_^FH_^FD${escaped(content).replace(/_/g, '_5F')}^FS`;
  return `^FT${x},${y + side * module}^BQN,2,${module}^FH_^FD${level}A,${escaped(content)}^FS`;
}

const TURNS = { 0: 'N', 90: 'R', 180: 'I', 270: 'B' } as const;

/** The very symbols that we laid out: `>:` starts in set B, `>;` in C, `>5` goes over to C, `>6` to B. */
function barsCommand({ x, y, width, height, module, symbols, turn }: BarsItem): string {
  const barHeight = turn === 0 || turn === 180 ? height : width;
  return `^FO${x},${y}^BY${module}^BC${TURNS[turn]},${barHeight},N,N,N,N^FH_^FD${invocations(symbols)}^FS`;
}

function invocations(symbols: readonly number[]): string {
  let isC = false;
  return symbols
    .slice(0, -1)
    .map((symbol) => {
      if (symbol === START_B || symbol === START_C) {
        isC = symbol === START_C;
        return isC ? '>;' : '>:';
      }
      if (symbol === (isC ? TO_B : TO_C)) {
        isC = !isC;
        return isC ? '>5' : '>6';
      }
      return isC ? String(symbol).padStart(2, '0') : escaped(String.fromCharCode(symbol + 32));
    })
    .join('');
}

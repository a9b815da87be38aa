/** A label in TSPL: codes as the printer's own, text and pictures as bitmaps. */
import { START_B, START_C, TO_B, TO_C } from '../symbologies/code-128.ts';
import { artworkOf } from './artwork.ts';
import { packBits } from './bitmap/bitmap.ts';
import type { PlacedBitmap } from './bitmap/draw-text-bitmap.ts';
import { millimetresOf, type BarsItem, type DisplayList, type MatrixItem } from './display-list.ts';
import { checkSettings, inchesPerSecond, type ThermalSettings } from './thermal-settings.ts';

/** Our scale of heat, 0 to 30, on TSPL's, 0 to 15. */
const DENSITY_SHARE = 0.5;
/** A bitmap's bit that burns no dot is 1. */
const BLACK_BIT = 0;

/**
 * One label with everything that the printer must know. No text of a field is ever part of a command: text is a bitmap,
 * and the contents of codes are checked to hold no quotation mark. Throws RangeError for a number of copies other than 1
 * to 99, and for such a content.
 */
export function writeTsplLabel(display: DisplayList, settings: ThermalSettings): Buffer {
  checkSettings(settings);
  const { fills, bitmaps, codes } = artworkOf(display);
  const width = millimetresOf(display.width, display.dpi).toFixed(2);
  const height = millimetresOf(display.height, display.dpi).toFixed(2);
  return Buffer.concat([
    lines([
      `SIZE ${width} mm,${height} mm`,
      `GAP ${settings.gapMm.toFixed(2)} mm,0 mm`,
      'DIRECTION 1,0',
      'REFERENCE 0,0',
      'OFFSET 0 mm',
      'SHIFT 0',
      ...(settings.darkness === null ? [] : [`DENSITY ${Math.round(settings.darkness * DENSITY_SHARE)}`]),
      ...(settings.speedMmPerSecond === null ? [] : [`SPEED ${inchesPerSecond(settings.speedMmPerSecond)}`]),
      'CLS',
      ...fills.map(({ x, y, width: wide, height: high }) => `BAR ${x},${y},${wide},${high}`),
    ]),
    ...bitmaps.map(bitmapCommand),
    lines([
      ...codes.map((code) => (code.kind === 'bars' ? barsCommand(code) : matrixCommand(code))),
      `PRINT 1,${settings.copies}`,
    ]),
  ]);
}

function lines(commands: readonly string[]): Buffer {
  return Buffer.from(commands.map((command) => `${command}\r\n`).join(''), 'latin1');
}

const packed = new WeakMap<Uint8Array, Buffer>();

/** Mode 1 adds black to what is there. Bitmaps that stand on many labels are packed once. */
function bitmapCommand(bitmap: PlacedBitmap): Buffer {
  const bits = packed.get(bitmap.dots) ?? packBits(bitmap, BLACK_BIT);
  packed.set(bitmap.dots, bits);
  const stride = Math.ceil(bitmap.width / 8);
  const head = `BITMAP ${bitmap.x},${bitmap.y},${stride},${bitmap.height},1,`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bits, Buffer.from('\r\n')]);
}

function quoted(content: string): string {
  if (!/^[!#-[\]-~]+$/.test(content))
    throw new RangeError('a code for TSPL holds no quotation mark and no space');
  return `"${content}"`;
}

function matrixCommand({ symbology, content, level, x, y, module, side }: MatrixItem): string {
  if (symbology === 'qr') return `QRCODE ${x},${y},${level},${module},A,0,M2,${quoted(content)}`;
  return `DMATRIX ${x},${y},${side * module},${side * module},x${module},${side},${side},${quoted(content)}`;
}

/** The very symbols that we laid out: 128M takes the changes of set by number. */
function barsCommand({ x, y, width, height, module, symbols, turn }: BarsItem): string {
  const isSideways = turn === 90 || turn === 270;
  // Turned clockwise about the corner where the first bar begins.
  const corner = {
    0: [x, y],
    90: [x + width, y],
    180: [x + width, y + height],
    270: [x, y + height],
  } as const;
  const [left, top] = corner[turn];
  const barHeight = isSideways ? width : height;
  return `BARCODE ${left},${top},"128M",${barHeight},0,${turn},${module},${module},${quoted(invocations(symbols))}`;
}

function invocations(symbols: readonly number[]): string {
  let isC = false;
  return symbols
    .slice(0, -1)
    .map((symbol) => {
      const changes = symbol === START_B || symbol === START_C || symbol === (isC ? TO_B : TO_C);
      if (!changes) return isC ? String(symbol).padStart(2, '0') : String.fromCharCode(symbol + 32);
      isC = symbol === START_C || symbol === TO_C;
      return `!${String(symbol).padStart(3, '0')}`;
    })
    .join('');
}

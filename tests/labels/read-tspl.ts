/** An interpreter of the TSPL that we write: bars, bitmaps and codes onto dots, and the settings by name. */
import { blankBitmap, fillDots, type Bitmap } from '../../src/modules/labels/drawing/bitmap/bitmap.ts';
import { barRectangles, matrixRows } from '../../src/modules/labels/drawing/code-rectangles.ts';
import { encodeCode128 } from '../../src/modules/labels/symbologies/code-128.ts';
import { encodeDataMatrix } from '../../src/modules/labels/symbologies/data-matrix.ts';
import { encodeQr, type QrLevel } from '../../src/modules/labels/symbologies/qr-code.ts';

export interface TsplLabel {
  readonly bitmap: Bitmap;
  /** What each command said, by its first word; of drawing commands all of them in turn. */
  readonly commands: readonly { readonly name: string; readonly rest: string }[];
}

/** Throws for a command that the interpreter does not know. */
export function readTspl(bytes: Buffer, size: { width: number; height: number }): TsplLabel {
  const bitmap = blankBitmap(size.width, size.height);
  const commands: { name: string; rest: string }[] = [];
  for (let at = 0; at < bytes.length;) {
    const picture = /^BITMAP (\d+),(\d+),(\d+),(\d+),1,/.exec(bytes.toString('latin1', at, at + 60));
    if (picture) {
      const [x = 0, y = 0, stride = 0, height = 0] = picture.slice(1).map(Number);
      const start = at + picture[0].length;
      drawBits(bitmap, bytes.subarray(start, start + stride * height), { x, y, stride, height });
      commands.push({ name: 'BITMAP', rest: picture[0] });
      at = start + stride * height + 2;
      continue;
    }
    const end = bytes.indexOf('\r\n', at, 'latin1');
    const [name = '', ...rest] = bytes.toString('latin1', at, end).split(' ');
    commands.push({ name, rest: rest.join(' ') });
    draw(bitmap, name, rest.join(' '));
    at = end + 2;
  }
  return { bitmap, commands };
}

/** A bit of 0 burns. */
function drawBits(
  target: Bitmap,
  bits: Buffer,
  { x, y, stride, height }: { x: number; y: number; stride: number; height: number },
): void {
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < stride * 8; column += 1)
      if ((((bits[row * stride + (column >> 3)] ?? 0xff) >> (7 - (column & 7))) & 1) === 0)
        fillDots(target, { x: x + column, y: y + row, width: 1, height: 1 });
}

const SILENT = /^(?:SIZE|GAP|DIRECTION|REFERENCE|OFFSET|SHIFT|DENSITY|SPEED|CLS|PRINT)$/;

function draw(bitmap: Bitmap, name: string, rest: string): void {
  const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
  const [x = 0, y = 0, third = 0, fourth = 0] = numbers;
  const content = /"([^"]*)"$/.exec(rest)?.[1] ?? '';
  if (SILENT.test(name)) return;
  if (name === 'BAR') fillDots(bitmap, { x, y, width: third, height: fourth });
  else if (name === 'QRCODE') {
    const [, level, module] = /^\d+,\d+,([LMQH]),(\d+),A,0,M2,/.exec(rest) ?? [];
    // why: the pattern admits exactly the four levels.
    drawMatrix(bitmap, encodeQr(content, level as QrLevel), { x, y, module: Number(module) });
  } else if (name === 'DMATRIX') {
    const [, module, side] = /^\d+,\d+,\d+,\d+,x(\d+),(\d+),\2,/.exec(rest) ?? [];
    const code = encodeDataMatrix(content);
    expectSame(code?.side, Number(side));
    drawMatrix(bitmap, code, { x, y, module: Number(module) });
  } else if (name === 'BARCODE') drawBars(bitmap, rest, content);
  else throw new Error(`TSPL ${name} ${rest}`);
}

function expectSame(one: unknown, other: unknown): void {
  if (one !== other) throw new Error(`${String(one)} is not ${String(other)}`);
}

function drawMatrix(
  bitmap: Bitmap,
  code: { side: number; modules: Uint8Array } | null,
  at: { x: number; y: number; module: number },
): void {
  if (code === null) throw new Error('the printer cannot encode this');
  const item = { kind: 'matrix', symbology: 'qr', content: '', level: 'M', ...code, ...at } as const;
  for (const area of matrixRows(item)) fillDots(bitmap, area);
}

function drawBars(bitmap: Bitmap, rest: string, content: string): void {
  const [, x, y, height, narrow, wide] =
    /^(\d+),(\d+),"128M",(\d+),0,0,(\d+),(\d+),/.exec(rest)?.map(Number) ?? [];
  expectSame(narrow, wide);
  const text = content.replace(/!\d{3}/g, '');
  const { symbols, runs, width } = encodeCode128(text);
  expectSame([...content.matchAll(/!(\d{3})/g)].map(([, symbol]) => Number(symbol)).join(), '104,99');
  const module = narrow ?? 0;
  const area = { x: x ?? 0, y: y ?? 0, width: width * module, height: height ?? 0 };
  const item = { kind: 'bars', content: text, symbols, runs, module, turn: 0, ...area } as const;
  for (const bar of barRectangles(item)) fillDots(bitmap, bar);
}

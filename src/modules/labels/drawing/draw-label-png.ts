import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { packBits } from './bitmap/bitmap.ts';
import { drawLabelBitmap } from './bitmap/draw-label-bitmap.ts';
import type { DisplayList } from './display-list.ts';

const compress = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const DOTS_PER_METRE = { 203: 8_000, 300: 11_811, 600: 23_622 } as const;

/** The label as a PNG file of one bit a dot: the very dots that a thermal head of the list's dpi burns. */
export async function drawLabelPng(display: DisplayList): Promise<Buffer> {
  const bitmap = drawLabelBitmap(display);
  const stride = Math.ceil(bitmap.width / 8);
  const packed = packBits(bitmap, 0);
  const rows = Buffer.alloc((stride + 1) * bitmap.height);
  for (let y = 0; y < bitmap.height; y += 1)
    packed.copy(rows, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(bitmap.width, 0);
  header.writeUInt32BE(bitmap.height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const density = Buffer.alloc(9);
  density.writeUInt32BE(DOTS_PER_METRE[display.dpi], 0);
  density.writeUInt32BE(DOTS_PER_METRE[display.dpi], 4);
  density[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('IDAT', await compress(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

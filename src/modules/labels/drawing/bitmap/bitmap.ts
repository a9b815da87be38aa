/** Pictures of one bit a dot, one byte a dot while they are worked on: 1 is black. */
import type { Turn } from '../display-list.ts';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, dots: new Uint8Array(width * height) };
}

/** Sets or clears the dots of `target` where `source`, laid at x, y, is black; what lies outside is left out. */
export function stamp(target: Bitmap, source: Bitmap, x: number, y: number, dot: 0 | 1 = 1): void {
  const [left, right] = [Math.max(0, -x), Math.min(source.width, target.width - x)];
  const [top, bottom] = [Math.max(0, -y), Math.min(source.height, target.height - y)];
  for (let row = top; row < bottom; row += 1) {
    const from = row * source.width;
    const to = (row + y) * target.width + x;
    for (let column = left; column < right; column += 1) {
      if (source.dots[from + column] === 1) target.dots[to + column] = dot;
    }
  }
}

/** Fills a rectangle, cut at the edges. */
export function fillDots(
  { width, height, dots }: Bitmap,
  area: { x: number; y: number; width: number; height: number },
): void {
  const left = Math.max(0, area.x);
  const right = Math.min(width, area.x + area.width);
  if (right <= left) return;
  for (let row = Math.max(0, area.y); row < Math.min(height, area.y + area.height); row += 1) {
    dots.fill(1, row * width + left, row * width + right);
  }
}

/** Turned clockwise. */
export function turnBitmap(bitmap: Bitmap, turn: Turn): Bitmap {
  if (turn === 0) return bitmap;
  const { width, height, dots } = bitmap;
  const turned = turn === 180 ? blankBitmap(width, height) : blankBitmap(height, width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] !== 1) continue;
      const [column, row] =
        turn === 180
          ? [width - 1 - x, height - 1 - y]
          : turn === 90
            ? [height - 1 - y, x]
            : [y, width - 1 - x];
      turned.dots[row * turned.width + column] = 1;
    }
  }
  return turned;
}

/** Eight dots a byte, the first in the highest bit, rows filled up to whole bytes with `filling`. */
export function packBits({ width, height, dots }: Bitmap, black: 0 | 1 = 1): Buffer {
  const stride = Math.ceil(width / 8);
  const packed = Buffer.alloc(stride * height, black === 1 ? 0x00 : 0xff);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] === 1)
        packed[y * stride + (x >> 3)] = (packed[y * stride + (x >> 3)] ?? 0) ^ (0x80 >> (x & 7));
    }
  }
  return packed;
}

import type { PictureItem } from '../display-list.ts';
import { blankBitmap, type Bitmap } from './bitmap.ts';
import { readPng, type GreyPicture } from './read-png.ts';

const CACHE_MAX = 20;
const drawn = new Map<string, Bitmap>();

/** A picture in the dots of its rectangle: scaled by the mean of what each dot covers, then black or white. */
export function drawPictureBitmap({ png, width, height }: PictureItem): Bitmap {
  const key = `${width} ${height} ${png}`;
  const known = drawn.get(key);
  if (known) return known;
  if (drawn.size >= CACHE_MAX) drawn.clear();
  const picture = readPng(png);
  const bitmap = picture === null ? blankBitmap(width, height) : scale(picture, width, height);
  drawn.set(key, bitmap);
  return bitmap;
}

function scale(picture: GreyPicture, width: number, height: number): Bitmap {
  const bitmap = blankBitmap(width, height);
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x += 1) {
      const left = Math.floor((x * picture.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.width) / width));
      let sum = 0;
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1)
          sum += picture.grey[row * picture.width + column] ?? 255;
      bitmap.dots[y * width + x] = sum / ((bottom - top) * (right - left)) < 128 ? 1 : 0;
    }
  }
  return bitmap;
}

/** Everything but the codes as bitmaps on whole dots, for printers that draw the codes themselves. */
import { blankBitmap, fillDots, stamp, type Bitmap } from './bitmap/bitmap.ts';
import { drawPictureBitmap } from './bitmap/draw-picture-bitmap.ts';
import { drawTextBitmap, type PlacedBitmap } from './bitmap/draw-text-bitmap.ts';
import type { BarsItem, DisplayList, FillItem, MatrixItem, TextItem } from './display-list.ts';
import { barRectangles, matrixRows } from './code-rectangles.ts';
import { overlap } from './turned-frame.ts';

export interface Artwork {
  readonly fills: readonly FillItem[];
  readonly bitmaps: readonly PlacedBitmap[];
  readonly codes: readonly (MatrixItem | BarsItem)[];
}

/** Dots a module that every printer's own codes can have; larger ones are sent as bitmaps. */
const NATIVE_MODULE_MAX = 10;

/**
 * Plain fills stay fills; a fill that carries white text becomes one bitmap with it, because a printer only adds black.
 * Bitmaps are cut at the label's edges. The same text gives the same `dots`, so that what is made of them can be kept.
 */
export function artworkOf(display: DisplayList): Artwork {
  const fills: FillItem[] = [];
  const bitmaps: PlacedBitmap[] = [];
  const codes: (MatrixItem | BarsItem)[] = [];
  const white = display.items.filter(
    (item): item is TextItem => item.kind === 'text' && item.ink === 'white',
  );
  for (const item of display.items) {
    if (item.kind === 'matrix' || item.kind === 'bars') {
      if (item.module <= NATIVE_MODULE_MAX) codes.push(item);
      else bitmaps.push(drawCode(item));
    } else if (item.kind === 'picture') bitmaps.push({ ...drawPictureBitmap(item), x: item.x, y: item.y });
    else if (item.kind === 'text') {
      if (item.ink === 'black') bitmaps.push(drawTextBitmap(item));
    } else {
      const cutOut = drawCutOut(item, white);
      if (cutOut === null) fills.push(item);
      else bitmaps.push(cutOut);
    }
  }
  return {
    fills: fills.flatMap((fill) => cutFill(fill, display)),
    bitmaps: bitmaps.flatMap((bitmap) => cutBitmap(bitmap, display)),
    codes,
  };
}

function drawCode(item: MatrixItem | BarsItem): PlacedBitmap {
  const isMatrix = item.kind === 'matrix';
  const width = isMatrix ? item.side * item.module : item.width;
  const height = isMatrix ? item.side * item.module : item.height;
  const bitmap = blankBitmap(width, height);
  const corner = { ...item, x: 0, y: 0 };
  const black = corner.kind === 'matrix' ? matrixRows(corner) : barRectangles(corner);
  for (const area of black) fillDots(bitmap, area);
  return { ...bitmap, x: item.x, y: item.y };
}

const CACHE_MAX = 200;
const cutOuts = new Map<string, Bitmap>();

/** The fill with the white texts on it, or null where there are none. */
function drawCutOut(fill: FillItem, white: readonly TextItem[]): PlacedBitmap | null {
  const texts = white.map(drawTextBitmap).flatMap((text, index) => {
    const item = white[index];
    return item && overlap(fill, text) ? [{ text, item }] : [];
  });
  if (texts.length === 0) return null;
  const key = JSON.stringify([
    fill.width,
    fill.height,
    ...texts.map(({ text, item }) => [
      text.x - fill.x,
      text.y - fill.y,
      item.size,
      item.weight,
      item.spacing,
      item.text,
    ]),
  ]);
  const known = cutOuts.get(key);
  if (known) return { ...known, x: fill.x, y: fill.y };
  if (cutOuts.size >= CACHE_MAX) cutOuts.clear();
  const bitmap = blankBitmap(fill.width, fill.height);
  fillDots(bitmap, { x: 0, y: 0, width: fill.width, height: fill.height });
  for (const { text } of texts) stamp(bitmap, text, text.x - fill.x, text.y - fill.y, 0);
  cutOuts.set(key, bitmap);
  return { ...bitmap, x: fill.x, y: fill.y };
}

function cutFill(fill: FillItem, { width, height }: DisplayList): FillItem[] {
  const [left, top] = [Math.max(0, fill.x), Math.max(0, fill.y)];
  const right = Math.min(width, fill.x + fill.width);
  const bottom = Math.min(height, fill.y + fill.height);
  if (right <= left || bottom <= top) return [];
  return [{ kind: 'fill', x: left, y: top, width: right - left, height: bottom - top }];
}

function cutBitmap(bitmap: PlacedBitmap, { width, height }: DisplayList): PlacedBitmap[] {
  const { x, y } = bitmap;
  const isInside = x >= 0 && y >= 0 && x + bitmap.width <= width && y + bitmap.height <= height;
  if (isInside) return [bitmap];
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const right = Math.min(width, x + bitmap.width);
  const bottom = Math.min(height, y + bitmap.height);
  if (right <= left || bottom <= top) return [];
  const cut = blankBitmap(right - left, bottom - top);
  stamp(cut, bitmap, x - left, y - top);
  return [{ ...cut, x: left, y: top }];
}

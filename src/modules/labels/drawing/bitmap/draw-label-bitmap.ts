import { barRectangles, matrixRows } from '../code-rectangles.ts';
import type { DisplayList } from '../display-list.ts';
import { blankBitmap, fillDots, stamp, type Bitmap } from './bitmap.ts';
import { drawPictureBitmap } from './draw-picture-bitmap.ts';
import { drawTextBitmap } from './draw-text-bitmap.ts';

/** The whole label, dot by dot, as a head of the list's dpi burns it. */
export function drawLabelBitmap({ width, height, items }: DisplayList): Bitmap {
  const label = blankBitmap(width, height);
  for (const item of items) {
    switch (item.kind) {
      case 'fill':
        fillDots(label, item);
        break;
      case 'matrix':
        for (const row of matrixRows(item)) fillDots(label, row);
        break;
      case 'bars':
        for (const bar of barRectangles(item)) fillDots(label, bar);
        break;
      case 'text': {
        const text = drawTextBitmap(item);
        stamp(label, text, text.x, text.y, item.ink === 'black' ? 1 : 0);
        break;
      }
      case 'picture':
        stamp(label, drawPictureBitmap(item), item.x, item.y);
        break;
    }
  }
  return label;
}

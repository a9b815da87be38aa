import { loadFontFace } from '../../../../platform/pdf/font-face.ts';
import type { TextItem } from '../display-list.ts';
import { blankBitmap, stamp, turnBitmap, type Bitmap } from './bitmap.ts';
import { glyphBitmap } from './glyph-bitmaps.ts';

export interface PlacedBitmap extends Bitmap {
  /** Upper left corner on the label, in dots. */
  readonly x: number;
  readonly y: number;
}

const CACHE_MAX = 2_000;
const lines = new Map<string, PlacedBitmap>();

/** A line of text in dots, characters on whole dots; cut to its ink. The same line is drawn once. */
export function drawTextBitmap(item: TextItem): PlacedBitmap {
  const key = `${item.weight} ${item.turn} ${item.size.toFixed(2)} ${item.spacing.toFixed(2)} ${item.text}`;
  const known = lines.get(key);
  const line = known ?? drawLine(item);
  if (!known) {
    if (lines.size >= CACHE_MAX) lines.clear();
    lines.set(key, line);
  }
  return { ...line, x: Math.round(item.x) + line.x, y: Math.round(item.y) + line.y };
}

/** About the point where the baseline begins. */
function drawLine({ text, weight, size, spacing, turn }: TextItem): PlacedBitmap {
  const face = loadFontFace(weight);
  let pen = 0;
  const glyphs = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const x = Math.round(pen);
    pen += ((face.advance(codePoint) ?? 0) * size) / 1000 + spacing;
    return { x, glyph: glyphBitmap(weight, codePoint, size) };
  }).filter(({ glyph }) => glyph.width > 0);
  const left = Math.min(0, ...glyphs.map(({ x, glyph }) => x + glyph.left));
  const right = Math.max(1, ...glyphs.map(({ x, glyph }) => x + glyph.left + glyph.width));
  const top = Math.min(0, ...glyphs.map(({ glyph }) => glyph.top));
  const bottom = Math.max(1, ...glyphs.map(({ glyph }) => glyph.top + glyph.height));
  const upright = blankBitmap(right - left, bottom - top);
  for (const { x, glyph } of glyphs) stamp(upright, glyph, x + glyph.left - left, glyph.top - top);
  const corner = { 0: [left, top], 90: [-bottom, left], 180: [-right, -bottom], 270: [top, -right] } as const;
  const [x, y] = corner[turn];
  return { ...turnBitmap(upright, turn), x, y };
}

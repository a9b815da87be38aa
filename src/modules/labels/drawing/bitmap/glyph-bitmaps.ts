/** Characters of the typeface in dots, each drawn once a size from its outline. */
import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { loadFontFace, type FontWeight } from '../../../../platform/pdf/font-face.ts';
import { blankBitmap, type Bitmap } from './bitmap.ts';

export interface GlyphBitmap extends Bitmap {
  /** From the character's origin to the first column, and from the baseline to the first row, downwards. */
  readonly left: number;
  readonly top: number;
}

/** Share of a dot that ink must cover; below a half, so that thin strokes stay whole on a head of 203 dpi. */
const INK_SHARE = 0.42;
const CACHE_MAX = 20_000;
const OUTLINES_MAX = 5_000;
/** Sizes are taken to this part of a dot. */
const SIZE_STEP = 8;

const outlines = new Map<string, string>();
const bitmaps = new Map<string, GlyphBitmap>();
let scratch: { context: SKRSContext2D; side: number } | null = null;

/** The character at a size in dots. Throws nothing for a character that the typeface lacks: it is blank. */
export function glyphBitmap(weight: FontWeight, codePoint: number, size: number): GlyphBitmap {
  const step = Math.max(1, Math.round(size * SIZE_STEP));
  const key = `${weight} ${codePoint} ${step}`;
  const known = bitmaps.get(key);
  if (known) return known;
  if (bitmaps.size >= CACHE_MAX) bitmaps.clear();
  const drawn = drawGlyph(weight, codePoint, step / SIZE_STEP);
  bitmaps.set(key, drawn);
  return drawn;
}

/** SVG path of the character in font units, y upwards; empty for a space. */
export function glyphOutline(weight: FontWeight, codePoint: number): string {
  const key = `${weight} ${codePoint}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  if (outlines.size >= OUTLINES_MAX) outlines.clear();
  const outline = loadFontFace(weight).font.glyphForCodePoint(codePoint).path.toSVG();
  outlines.set(key, outline);
  return outline;
}

function contextOf(side: number): SKRSContext2D {
  if (scratch === null || scratch.side < side)
    scratch = { context: createCanvas(side, side).getContext('2d'), side };
  return scratch.context;
}

function drawGlyph(weight: FontWeight, codePoint: number, size: number): GlyphBitmap {
  const { font } = loadFontFace(weight);
  const { bbox } = font.glyphForCodePoint(codePoint);
  const scale = size / font.unitsPerEm;
  const left = Math.floor(bbox.minX * scale) - 1;
  const top = -Math.ceil(bbox.maxY * scale) - 1;
  const width = Math.ceil(bbox.maxX * scale) + 1 - left;
  const height = -Math.floor(bbox.minY * scale) + 1 - top;
  if (!Number.isFinite(width) || !Number.isFinite(height)) return { ...blankBitmap(0, 0), left: 0, top: 0 };
  const context = contextOf(Math.max(width, height, 64));
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, -scale, -left, -top);
  context.fill(new Path2D(glyphOutline(weight, codePoint)), 'nonzero');
  const { data } = context.getImageData(0, 0, width, height);
  const least = INK_SHARE * 255;
  const dots = new Uint8Array(width * height);
  for (let index = 0; index < dots.length; index += 1)
    dots[index] = (data[index * 4 + 3] ?? 0) >= least ? 1 : 0;
  return { width, height, dots, left, top };
}

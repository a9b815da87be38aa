/**
 * What is drawn on one label, the same for every output. The unit is the dot of the device, from the upper left corner,
 * y downwards. Fills and codes lie on whole dots; text does not need to.
 */
import type { FontWeight } from '../../../platform/pdf/font-face.ts';

export type Dpi = 203 | 300 | 600;
export type Turn = 0 | 90 | 180 | 270;

/** In dots; `x` and `y` are the upper left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text. `x`, `y` is where its baseline begins; turned clockwise about that point. */
export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly weight: FontWeight;
  /** Font size in dots. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly turn: Turn;
  /** Added after each character, in dots. */
  readonly spacing: number;
  /** From the first character's origin to the end of the last, in dots. */
  readonly width: number;
  /** White stands only on a black fill. */
  readonly ink: 'black' | 'white';
}

/** Filled black, on whole dots. */
export interface FillItem extends Rectangle {
  readonly kind: 'fill';
}

/** A two-dimensional code; `x`, `y` is the corner of its first module, on a whole dot, the quiet zone outside of it. */
export interface MatrixItem {
  readonly kind: 'matrix';
  readonly symbology: 'qr' | 'datamatrix';
  readonly content: string;
  readonly level: 'L' | 'M' | 'Q' | 'H';
  readonly x: number;
  readonly y: number;
  /** Dots a module. */
  readonly module: number;
  /** Modules a side. */
  readonly side: number;
  /** side × side, row by row, 1 is black. */
  readonly modules: Uint8Array;
}

/** A Code 128; its bars begin at `x`, `y` and fill `width` × `height` dots of the label after turning. */
export interface BarsItem extends Rectangle {
  readonly kind: 'bars';
  readonly content: string;
  /** Symbol values from the start code to the check symbol, without the stop. */
  readonly symbols: readonly number[];
  readonly module: number;
  /** Widths in modules, bar and space in turn, a bar first. */
  readonly runs: readonly number[];
  readonly turn: Turn;
}

/** A picture in grey (0 black, 255 white), drawn into the rectangle. */
export interface PictureItem extends Rectangle {
  readonly kind: 'picture';
  /** PNG file in base64. */
  readonly png: string;
}

export type DisplayItem = TextItem | FillItem | MatrixItem | BarsItem | PictureItem;

export interface DisplayList {
  readonly dpi: Dpi;
  /** Whole dots. */
  readonly width: number;
  readonly height: number;
  /** Later ones lie above earlier ones. */
  readonly items: readonly DisplayItem[];
}

/** Heads called 203 dpi have 8 dots a millimetre. */
const DOTS_PER_MM: Readonly<Record<Dpi, number>> = { 203: 8, 300: 300 / 25.4, 600: 600 / 25.4 };

export function dotsOf(millimetres: number, dpi: Dpi): number {
  return millimetres * DOTS_PER_MM[dpi];
}

export function millimetresOf(dots: number, dpi: Dpi): number {
  return dots / DOTS_PER_MM[dpi];
}

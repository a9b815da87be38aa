/** What the page and the decoding worker say to each other. */
export interface DecodeRequest {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row; handed over, not copied. */
  readonly pixels: ArrayBuffer;
}

/** A symbol in the picture, in its pixels. */
export interface Reading {
  readonly text: string;
  readonly format: string;
  readonly centreX: number;
  readonly centreY: number;
}

export type DecodeAnswer =
  | { readonly id: number; readonly readings: readonly Reading[] }
  | { readonly id: number; readonly failure: string };

/** Independent readers of what our labels look like: zxing for codes, pdfium for pages, zebrash for ZPL. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { ready } from 'zpl-renderer-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Bitmap } from '../../src/modules/labels/drawing/bitmap/bitmap.ts';
import { restoreSymbols } from '../../src/web/scan/camera/restore-symbols.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a dot. */
  readonly data: Uint8ClampedArray;
}

export type Format = 'QRCode' | 'DataMatrix' | 'Code128';

/** Every code in the picture as `FORMAT text`, sorted. */
export async function codesIn(picture: Picture, formats: readonly Format[]): Promise<string[]> {
  // why: the reader takes any object of this shape; ImageData exists in browsers only.
  const image = picture as unknown as ImageData;
  const found = await readBarcodes(image, {
    formats: [...formats],
    tryHarder: true,
    tryRotate: false,
    tryInvert: false,
    maxNumberOfSymbols: 4,
  });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text }) => `${format} ${text}`)
    .sort();
}

/** As the scan page reads a picture: at once, or else each symbol that it seems to show, drawn anew. */
export async function codesOnSecondTry(picture: Picture, formats: readonly Format[]): Promise<string[]> {
  const found = await codesIn(picture, formats);
  if (found.length > 0) return found;
  for (const { pixels, width, height } of restoreSymbols(picture.data, picture.width, picture.height)) {
    const restored = await codesIn({ data: pixels, width, height }, formats);
    if (restored.length > 0) return restored;
  }
  return [];
}

/** Black dots on white, each enlarged to a square of `scale`. */
export function pictureOf({ width, height, dots }: Bitmap, scale = 1): Picture {
  // Black with full opacity, whatever the order of the bytes.
  const [black = 0] = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer);
  const pixels = new Uint32Array(width * scale * height * scale).fill(0xffffffff);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] !== 1) continue;
      const first = y * scale * width * scale + x * scale;
      for (let row = 0; row < scale; row += 1)
        for (let column = 0; column < scale; column += 1)
          pixels[first + row * width * scale + column] = black;
    }
  }
  return { width: width * scale, height: height * scale, data: new Uint8ClampedArray(pixels.buffer) };
}

export async function pictureOfPng(png: Buffer): Promise<Picture> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, image.width, image.height);
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** One page of a PDF at a number of dots a point. */
export async function pictureOfPage(pdf: Buffer, index: number, dotsPerPoint: number): Promise<Picture> {
  const library = await pdfium();
  const document = await library.loadDocument(pdf);
  try {
    const { width, height, data } = await document.getPage(index).render({ scale: dotsPerPoint });
    return { width, height, data: Uint8ClampedArray.from(data) };
  } finally {
    document.destroy();
  }
}

let library: Promise<PDFiumLibrary> | null = null;
function pdfium(): Promise<PDFiumLibrary> {
  library ??= PDFiumLibrary.init();
  return library;
}

/** What a Zebra printer makes of the ZPL; the renderer knows whole dots a millimetre only, so it is told dots. */
export async function pictureOfZpl(zpl: Buffer, dots: { width: number; height: number }): Promise<Picture> {
  const { api } = await ready;
  const png = await api.zplToBase64Async(zpl.toString('latin1'), dots.width / 8, dots.height / 8, 8);
  return pictureOfPng(Buffer.from(png, 'base64'));
}

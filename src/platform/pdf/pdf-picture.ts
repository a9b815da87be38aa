/**
 * Pictures as a PDF holds them (PDF 1.7, 8.9.5): a JPEG goes in as it is, any other as its colours, its transparency as a
 * soft mask. The same bytes give the same picture.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type Orientation, readJpegHeader, withoutExif } from './jpeg-header.ts';

export interface PdfPicture {
  /** Pixels as they are stored; a turn by a quarter swaps what is shown. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly colours: 'DeviceRGB' | 'DeviceGray';
  /** A whole JPEG, or three bytes a pixel. */
  readonly data: Uint8Array;
  readonly isJpeg: boolean;
  /** A byte a pixel, 255 opaque; null: nothing shines through. */
  readonly alpha: Uint8Array | null;
}

const JPEG_QUALITY = 82;
const PIXELS_MAX = 60_000_000;

/**
 * Reads a JPEG, PNG or WebP; one larger than `longestSide` pixels is made smaller. null: the bytes are no picture that
 * can be read.
 */
export async function readPicture(
  bytes: Buffer,
  { longestSide }: { readonly longestSide: number },
): Promise<PdfPicture | null> {
  const header = readJpegHeader(bytes);
  if (header !== null && header.width * header.height > PIXELS_MAX) return null;
  const isSmall = header !== null && Math.max(header.width, header.height) <= longestSide;
  if (header !== null && isSmall && (header.components === 1 || header.components === 3)) {
    const { width, height, orientation } = header;
    const colours = header.components === 1 ? 'DeviceGray' : 'DeviceRGB';
    return { width, height, orientation, colours, data: bytes, isJpeg: true, alpha: null };
  }
  try {
    return await decodePicture(header === null ? bytes : withoutExif(bytes), {
      longestSide,
      orientation: header?.orientation ?? 1,
      isPhoto: header !== null,
    });
  } catch {
    return null;
  }
}

async function decodePicture(
  bytes: Buffer,
  how: { readonly longestSide: number; readonly orientation: Orientation; readonly isPhoto: boolean },
): Promise<PdfPicture | null> {
  const image = await loadImage(bytes);
  if (image.width < 1 || image.height < 1 || image.width * image.height > PIXELS_MAX) return null;
  const scale = Math.min(1, how.longestSide / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, width, height);
  const shown = { width, height, orientation: how.orientation, colours: 'DeviceRGB' } as const;
  if (how.isPhoto) {
    const data = await canvas.encode('jpeg', JPEG_QUALITY);
    return { ...shown, data, isJpeg: true, alpha: null };
  }
  const { data: pixels } = context.getImageData(0, 0, width, height);
  const data = new Uint8Array(width * height * 3);
  const alpha = new Uint8Array(width * height);
  let isOpaque = true;
  for (let pixel = 0; pixel < alpha.length; pixel += 1) {
    data.set(pixels.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
    alpha[pixel] = pixels[pixel * 4 + 3] ?? 255;
    isOpaque &&= alpha[pixel] === 255;
  }
  return { ...shown, data, isJpeg: false, alpha: isOpaque ? null : alpha };
}

/** Width and height as they are shown. */
export function shownSize({ width, height, orientation }: PdfPicture): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** The largest box of the picture's shape within a room. */
export function fitPicture(
  picture: PdfPicture,
  room: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  const size = shownSize(picture);
  const scale = Math.min(room.width / size.width, room.height / size.height);
  return { width: size.width * scale, height: size.height * scale };
}

/** Where a point of the stored picture is shown: fractions to the right and down. */
const SHOWN: Record<Orientation, (column: number, row: number) => readonly [number, number]> = {
  1: (column, row) => [column, row],
  2: (column, row) => [1 - column, row],
  3: (column, row) => [1 - column, 1 - row],
  4: (column, row) => [column, 1 - row],
  5: (column, row) => [row, column],
  6: (column, row) => [1 - row, column],
  7: (column, row) => [1 - row, 1 - column],
  8: (column, row) => [row, 1 - column],
};

/** The matrix that puts the unit square of a picture, whose y points up, into a box of a page whose y points down. */
export function pictureMatrix(
  orientation: Orientation,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly number[] {
  const place = (u: number, v: number) => {
    const [right, down] = SHOWN[orientation](u, 1 - v);
    return [box.x + box.width * right, box.y + box.height * down] as const;
  };
  const [originX, originY] = place(0, 0);
  const [rightX, rightY] = place(1, 0);
  const [upX, upY] = place(0, 1);
  return [rightX - originX, rightY - originY, upX - originX, upY - originY, originX, originY];
}

/** Reads the PNG files of templates: grey, colour, palette, with or without alpha, not interlaced (ISO/IEC 15948). */
import { inflateSync } from 'node:zlib';

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white, on white paper. */
  readonly grey: Uint8Array;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: 0 | 2 | 3 | 4 | 6;
}

const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const PIXELS_MAX = 4_000_000;
const CACHE_MAX = 50;
const known = new Map<string, GreyPicture | null>();

/** null where it is no PNG file that can be read. `base64` is the file. */
export function readPng(base64: string): GreyPicture | null {
  const read = known.get(base64);
  if (read !== undefined) return read;
  if (known.size >= CACHE_MAX) known.clear();
  const picture = decode(Buffer.from(base64, 'base64'));
  known.set(base64, picture);
  return picture;
}

function decode(file: Buffer): GreyPicture | null {
  try {
    const chunks = [...chunksOf(file)];
    const header = readHeader(chunks.find(({ type }) => type === 'IHDR')?.data);
    if (header === null) return null;
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    const bytesPerPixel = Math.max(1, (CHANNELS[header.colour] * header.depth) >> 3);
    const stride = Math.ceil((header.width * CHANNELS[header.colour] * header.depth) / 8);
    const raw = inflateSync(packed, { maxOutputLength: (stride + 1) * header.height });
    if (raw.length < (stride + 1) * header.height) return null;
    const rows = unfilter(raw, header.height, stride, bytesPerPixel);
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? Buffer.alloc(0);
    const opacity = chunks.find(({ type }) => type === 'tRNS')?.data ?? Buffer.alloc(0);
    return { ...header, grey: greyOf(header, rows, stride, palette, opacity) };
  } catch {
    return null;
  }
}

function* chunksOf(file: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function readHeader(data: Buffer | undefined): Header | null {
  if (data === undefined) return null;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlace = 0] = data.subarray(8);
  if (width === 0 || height === 0 || width * height > PIXELS_MAX || interlace !== 0) return null;
  if (![1, 2, 4, 8, 16].includes(depth)) return null;
  if (colour !== 0 && colour !== 2 && colour !== 3 && colour !== 4 && colour !== 6) return null;
  return { width, height, depth, colour };
}

function unfilter(raw: Buffer, height: number, stride: number, step: number): Uint8Array {
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < step ? 0 : (rows[y * stride + x - step] ?? 0);
      const up = y === 0 ? 0 : (rows[(y - 1) * stride + x] ?? 0);
      const corner = x < step || y === 0 ? 0 : (rows[(y - 1) * stride + x - step] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function greyOf(
  { width, height, depth, colour }: Header,
  rows: Uint8Array,
  stride: number,
  palette: Buffer,
  opacity: Buffer,
): Uint8Array {
  const grey = new Uint8Array(width * height);
  const channels = CHANNELS[colour];
  const highest = (1 << Math.min(depth, 8)) - 1;
  const sample = (y: number, index: number): number => {
    if (depth >= 8) return rows[y * stride + index * (depth >> 3)] ?? 0;
    const bit = index * depth;
    return ((rows[y * stride + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & highest;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const first = x * channels;
      const value = sample(y, first);
      const scaled = (value * 255) / highest;
      const entry = (offset: number) => palette[value * 3 + offset] ?? 0;
      const light = {
        0: () => scaled,
        4: () => scaled,
        2: () => luminance(value, sample(y, first + 1), sample(y, first + 2)),
        6: () => luminance(value, sample(y, first + 1), sample(y, first + 2)),
        3: () => luminance(entry(0), entry(1), entry(2)),
      }[colour]();
      const solid = {
        0: 255,
        2: 255,
        3: opacity[value] ?? 255,
        4: sample(y, first + 1),
        6: sample(y, first + 3),
      };
      grey[y * width + x] = Math.round(255 - ((255 - light) * solid[colour]) / 255);
    }
  }
  return grey;
}

function luminance(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

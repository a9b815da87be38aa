/**
 * A second try for labels with a scratch where a reader looks first: takes a symbol's modules where its outline says
 * that they are, and draws it anew with the patterns that are the same in every symbol. The content stays as seen; the
 * symbol's own error correction decides about it. Pure.
 */
import { findSquares, greyPlane, type Plane, type Point, type Quad } from './find-squares.ts';
import { SYMBOL_PATTERNS, type FixedPlaces, type SymbolPattern } from './symbol-patterns.ts';

export interface RestoredSymbol {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly centreX: number;
  readonly centreY: number;
}

/** Agreement with the fixed modules: by chance it is about a half, of a scratched symbol nine in ten. */
const WORTH_A_LOOK = 0.66;
const IS_ONE = { qr: 0.84, datamatrix: 0.84 } as const;
/** In modules: how far corners are moved to where the fixed modules agree best. */
const STEPS = [1, 0.5, 0.25];
const QUIET = 4;
const PIXELS_A_MODULE = 4;

interface Candidate {
  readonly pattern: SymbolPattern;
  readonly quad: Quad;
  readonly agreement: number;
}

/** Of what takes the unit square to the quad, as it is seen in perspective. */
function perspective([a, b, c, d]: Quad) {
  const [dx, dy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [x1, y1, x2, y2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const whole = x1 * y2 - x2 * y1;
  const [g, h] = [(dx * y2 - x2 * dy) / whole, (x1 * dy - dx * y1) / whole];
  return {
    x: { perU: b.x - a.x + g * b.x, perV: d.x - a.x + h * d.x, start: a.x },
    y: { perU: b.y - a.y + g * b.y, perV: d.y - a.y + h * d.y, start: a.y },
    depth: { perU: g, perV: h },
  };
}

function middleOf(quad: Quad): Point {
  const { x, y, depth } = perspective(quad);
  const at = (axis: typeof x) =>
    (axis.perU * 0.5 + axis.perV * 0.5 + axis.start) / (depth.perU * 0.5 + depth.perV * 0.5 + 1);
  return { x: at(x), y: at(y) };
}

/** The brightness in the middle of each module, row by row; beyond the picture it is light. */
function sampleModules({ width, height, values }: Plane, quad: Quad, side: number): Uint8Array {
  const { x, y, depth } = perspective(quad);
  const samples = new Uint8Array(side * side).fill(255);
  for (let index = 0; index < samples.length; index += 1) {
    const u = ((index % side) + 0.5) / side;
    const v = (Math.floor(index / side) + 0.5) / side;
    const away = depth.perU * u + depth.perV * v + 1;
    const column = Math.floor((x.perU * u + x.perV * v + x.start) / away);
    const row = Math.floor((y.perU * u + y.perV * v + y.start) / away);
    if (column >= 0 && row >= 0 && column < width && row < height)
      samples[index] = values[row * width + column] ?? 255;
  }
  return samples;
}

/** Between the darker and the lighter half. */
function thresholdOf(samples: Uint8Array): number {
  const counts = new Uint16Array(256);
  for (const value of samples) counts[value] = (counts[value] ?? 0) + 1;
  const third = Math.floor(samples.length / 3);
  const sumFrom = (first: number, step: 1 | -1) => {
    let sum = 0;
    for (let value = first, wanted = third; wanted > 0; value += step) {
      const taken = Math.min(wanted, counts[value] ?? 0);
      sum += taken * value;
      wanted -= taken;
    }
    return sum;
  };
  return (sumFrom(0, 1) + sumFrom(255, -1)) / third / 2;
}

/** The share of the fixed modules that are as they must be. */
function agreementOf(samples: Uint8Array, threshold: number, { dark, light }: FixedPlaces): number {
  let right = 0;
  for (const place of dark) if ((samples[place] ?? 255) < threshold) right += 1;
  for (const place of light) if ((samples[place] ?? 255) >= threshold) right += 1;
  return right / (dark.length + light.length);
}

/** The same corners, beginning with another one. */
function turnQuad([a, b, c, d]: Quad, turn: number): Quad {
  const turns: readonly Quad[] = [
    [a, b, c, d],
    [b, c, d, a],
    [c, d, a, b],
    [d, a, b, c],
  ];
  return turns[turn] ?? [a, b, c, d];
}

function likelier(best: Candidate | undefined, next: Candidate | undefined): Candidate | undefined {
  return next !== undefined && next.agreement > (best?.agreement ?? WORTH_A_LOOK) ? next : best;
}

function readModules(plane: Plane, quad: Quad, side: number) {
  const samples = sampleModules(plane, quad, side);
  return { samples, threshold: thresholdOf(samples) };
}

function bestCandidate(plane: Plane, quad: Quad): Candidate | undefined {
  const sampled = new Map<number, { samples: Uint8Array; threshold: number }>();
  let best: Candidate | undefined;
  for (const pattern of SYMBOL_PATTERNS) {
    const { side } = pattern;
    const { samples, threshold } = sampled.get(side) ?? readModules(plane, quad, side);
    sampled.set(side, { samples, threshold });
    pattern.turned.forEach((places, turn) => {
      const agreement = agreementOf(samples, threshold, places);
      best = likelier(best, { pattern, quad: turnQuad(quad, turn), agreement });
    });
  }
  return best;
}

/** Moves each corner by parts of a module to where more of the fixed modules agree. */
function refine(plane: Plane, { pattern, quad, agreement }: Candidate): Candidate {
  const { side } = pattern;
  const module = Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y) / side;
  let best: Candidate = { pattern, quad, agreement };
  for (const step of STEPS) {
    for (const [across, down] of [
      [step, 0],
      [-step, 0],
      [0, step],
      [0, -step],
    ] as const) {
      for (const corner of [0, 1, 2, 3]) {
        if (best.agreement === 1) return best;
        const move = (point: Point, index: number) =>
          index === corner ? { x: point.x + across * module, y: point.y + down * module } : point;
        const [a, b, c, d] = best.quad;
        const moved: Quad = [move(a, 0), move(b, 1), move(c, 2), move(d, 3)];
        const { samples, threshold } = readModules(plane, moved, side);
        const better = agreementOf(samples, threshold, pattern.turned[0]);
        if (better > best.agreement) best = { pattern, quad: moved, agreement: better };
      }
    }
  }
  return best;
}

function redraw(plane: Plane, { pattern: { side, fixed }, quad }: Candidate): RestoredSymbol {
  const { samples, threshold } = readModules(plane, quad, side);
  const width = (side + QUIET * 2) * PIXELS_A_MODULE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  samples.forEach((value, index) => {
    const known = fixed[index] ?? null;
    if (known === null ? value >= threshold : known === 'light') return;
    const left = ((index % side) + QUIET) * PIXELS_A_MODULE;
    const top = (Math.floor(index / side) + QUIET) * PIXELS_A_MODULE;
    for (let y = top; y < top + PIXELS_A_MODULE; y += 1)
      for (let x = left; x < left + PIXELS_A_MODULE; x += 1)
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  });
  const { x, y } = middleOf(quad);
  return { width, height: width, pixels, centreX: x, centreY: y };
}

/** Every symbol that the picture seems to show, drawn anew upright with its quiet zone, the likeliest first. */
export function restoreSymbols(pixels: Uint8ClampedArray, width: number, height: number): RestoredSymbol[] {
  const plane = greyPlane(pixels, width, height);
  return findSquares(plane)
    .flatMap((quads) => quads.map((quad) => bestCandidate(plane, quad)).reduce(likelier, undefined) ?? [])
    .map((candidate) => refine(plane, candidate))
    .filter(({ pattern, agreement }) => agreement >= IS_ONE[pattern.symbology])
    .sort((a, b) => b.agreement - a.agreement)
    .map((candidate) => redraw(plane, candidate));
}

/**
 * A second try for labels with a scratch where a reader looks first: takes a symbol's modules where its outline says
 * that they are, and draws it anew with the patterns that are the same in every symbol. The content stays as seen; the
 * symbol's own error correction decides about it. Pure.
 */
import { findSquares, greyPlane, type Plane, type Point, type Quad } from './find-squares.ts';
import { SYMBOL_PATTERNS, type SymbolPattern } from './symbol-patterns.ts';

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

/** Where a point of the unit square lies in the quad, seen in perspective. */
function perspective([a, b, c, d]: Quad): (u: number, v: number) => Point {
  const [dx, dy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [x1, y1, x2, y2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const whole = x1 * y2 - x2 * y1;
  const [g, h] = [(dx * y2 - x2 * dy) / whole, (x1 * dy - dx * y1) / whole];
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / depth,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / depth,
    };
  };
}

/** The brightness in the middle of each module, row by row; beyond the picture it is light. */
function sampleModules({ width, height, values }: Plane, quad: Quad, side: number): Uint8Array {
  const at = perspective(quad);
  return Uint8Array.from({ length: side * side }, (_, index) => {
    const { x, y } = at(((index % side) + 0.5) / side, (Math.floor(index / side) + 0.5) / side);
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const isInside = column >= 0 && row >= 0 && column < width && row < height;
    return isInside ? (values[row * width + column] ?? 255) : 255;
  });
}

/** Between the darker and the lighter half. */
function thresholdOf(samples: Uint8Array): number {
  const sorted = Uint8Array.from(samples).sort();
  const third = Math.floor(sorted.length / 3);
  const mean = (part: Uint8Array) => part.reduce((sum, value) => sum + value, 0) / part.length;
  return (mean(sorted.subarray(0, third)) + mean(sorted.subarray(sorted.length - third))) / 2;
}

/** The share of the fixed modules that are as they must be; `turned` takes the module's place after a rotation. */
function agreementOf(
  samples: Uint8Array,
  { fixed }: SymbolPattern,
  turned: (index: number) => number,
): number {
  const threshold = thresholdOf(samples);
  let [right, all] = [0, 0];
  fixed.forEach((wanted, index) => {
    if (wanted === null) return;
    all += 1;
    if ((samples[turned(index)] ?? 255) < threshold === (wanted === 'dark')) right += 1;
  });
  return right / all;
}

const TURNS: readonly ((x: number, y: number, last: number) => [number, number])[] = [
  (x, y) => [x, y],
  (x, y, last) => [last - y, x],
  (x, y, last) => [last - x, last - y],
  (x, y, last) => [y, last - x],
];

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

function bestCandidate(plane: Plane, quad: Quad): Candidate | undefined {
  const sampled = new Map<number, Uint8Array>();
  let best: Candidate | undefined;
  for (const pattern of SYMBOL_PATTERNS) {
    const { side } = pattern;
    const samples = sampled.get(side) ?? sampleModules(plane, quad, side);
    sampled.set(side, samples);
    TURNS.forEach((turned, turn) => {
      const agreement = agreementOf(samples, pattern, (index) => {
        const [x, y] = turned(index % side, Math.floor(index / side), side - 1);
        return y * side + x;
      });
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
        const better = agreementOf(sampleModules(plane, moved, side), pattern, (index) => index);
        if (better > best.agreement) best = { pattern, quad: moved, agreement: better };
      }
    }
  }
  return best;
}

function redraw(plane: Plane, { pattern: { side, fixed }, quad }: Candidate): RestoredSymbol {
  const samples = sampleModules(plane, quad, side);
  const threshold = thresholdOf(samples);
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
  const { x, y } = perspective(quad)(0.5, 0.5);
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

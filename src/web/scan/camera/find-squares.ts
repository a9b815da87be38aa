/** Finds what may be a square symbol in a picture: dark and light in about equal parts, as wide as high. Pure. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners in turn, clockwise as seen. */
export type Quad = readonly [Point, Point, Point, Point];

/** Brightness, a byte a pixel. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** A symbol is found in a picture no larger than this; its modules are read from the whole one. */
const WIDEST_REDUCED = 640;
/** Gaps of up to twice as many pixels lie inside a symbol: for symbols far away, at hand and close. */
const REACHES = [1, 3, 6, 9];
const LEAST_SIDE = 14;
const MOST_OBLONG = 1.5;
const [LEAST_DARK, MOST_DARK] = [0.2, 0.8];
const MOST_SQUARES = 12;

export function greyPlane(pixels: Uint8ClampedArray, width: number, height: number): Plane {
  const values = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < values.length; index += 1, at += 4)
    values[index] = ((pixels[at] ?? 0) * 77 + (pixels[at + 1] ?? 0) * 150 + (pixels[at + 2] ?? 0) * 29) >> 8;
  return { width, height, values };
}

function reduce({ width, height, values }: Plane, by: number): Plane {
  const [across, down] = [Math.floor(width / by), Math.floor(height / by)];
  const reduced = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      let sum = 0;
      for (let row = 0; row < by; row += 1)
        for (let column = 0; column < by; column += 1)
          sum += values[(y * by + row) * width + x * by + column] ?? 0;
      reduced[y * across + x] = sum / (by * by);
    }
  return { width: across, height: down, values: reduced };
}

/** How many pixels of the plane lie within reach of one. */
function countAround({ width, height }: Plane, x: number, y: number, reach: number): number {
  const across = Math.min(width, x + reach + 1) - Math.max(0, x - reach);
  return across * (Math.min(height, y + reach + 1) - Math.max(0, y - reach));
}

/** The sum of the pixels within reach of one; `sums` holds at (x, y) the sum of all above and to the left. */
function summed({ width, height, values }: Plane): (x: number, y: number, reach: number) => number {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return (x, y, reach) => {
    const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
    const [top, bottom] = [Math.max(0, y - reach) * stride, Math.min(height, y + reach + 1) * stride];
    return (
      (sums[bottom + right] ?? 0) -
      (sums[top + right] ?? 0) -
      (sums[bottom + left] ?? 0) +
      (sums[top + left] ?? 0)
    );
  };
}

function eachPixel({ width, height }: Plane, valueAt: (x: number, y: number) => number): Plane {
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) values[y * width + x] = valueAt(x, y);
  return { width, height, values };
}

/** 1 where a pixel is clearly darker than what surrounds it. */
function darkPixels(plane: Plane): Plane {
  const sumAround = summed(plane);
  const reach = Math.max(16, Math.round(Math.max(plane.width, plane.height) / 12));
  return eachPixel(plane, (x, y) => {
    const mean = sumAround(x, y, reach) / countAround(plane, x, y, reach);
    return (plane.values[y * plane.width + x] ?? 0) < mean * 0.9 ? 1 : 0;
  });
}

interface Blob {
  /** Of each of its rows the first and the last dark pixel. */
  readonly rows: Map<number, [number, number]>;
  readonly dark: number;
}

/** What hangs together where dark pixels are at most two reaches apart; `mask` is used up. */
function* blobsOf(dark: Plane, mask: Uint8Array): Generator<Blob> {
  const { width } = dark;
  const stack: number[] = [];
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] !== 1) continue;
    const rows = new Map<number, [number, number]>();
    let count = 0;
    stack.push(start);
    mask[start] = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      if (dark.values[at] === 1) {
        count += 1;
        const row = rows.get(y);
        if (row === undefined) rows.set(y, [x, x]);
        else if (x < row[0]) row[0] = x;
        else if (x > row[1]) row[1] = x;
      }
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width]) {
        if (mask[next] !== 1) continue;
        mask[next] = 0;
        stack.push(next);
      }
    }
    if (rows.size >= LEAST_SIDE) yield { rows, dark: count };
  }
}

const cross = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Andrew's monotone chain. */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (let [a, b] = chain.slice(-2); a && b && cross(a, b, point) <= 0; [a, b] = chain.slice(-2))
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

interface Box {
  /** The rectangle, then the same outline seen in perspective, which is likelier the more the symbol is slanted. */
  readonly quads: readonly Quad[];
  readonly across: number;
  readonly down: number;
}

/** The smallest rectangle around a hull: one of its sides lies along a side of the hull. */
function smallestBox(hull: readonly Point[]): Box | undefined {
  let best: Box | undefined;
  hull.forEach((from, index) => {
    const to = hull[(index + 1) % hull.length] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    const us = hull.map(({ x, y }) => x * along.x + y * along.y);
    const vs = hull.map(({ x, y }) => y * along.x - x * along.y);
    const [left, right, top, bottom] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
    const [across, down] = [right - left, bottom - top];
    if (best !== undefined && across * down >= best.across * best.down) return;
    const at = (u: number, v: number) => ({ x: u * along.x - v * along.y, y: u * along.y + v * along.x });
    const box: Quad = [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
    best = { quads: [box, ...slantedQuads(hull, along)], across, down };
  });
  return best;
}

/** The hull's own corners; and since one corner of a symbol may be light, each of them set opposite to the other three. */
function slantedQuads(hull: readonly Point[], along: Point): Quad[] {
  const outermost = (right: number, below: number) => {
    const reach = ({ x, y }: Point) =>
      right * (x * along.x + y * along.y) + below * (y * along.x - x * along.y);
    return hull.reduce((best, point) => (reach(point) > reach(best) ? point : best), hull[0] ?? along);
  };
  const [a, b, c, d] = [outermost(-1, -1), outermost(1, -1), outermost(1, 1), outermost(-1, 1)];
  const opposite = (one: Point, from: Point, other: Point) => ({
    x: one.x + other.x - from.x,
    y: one.y + other.y - from.y,
  });
  return [
    [a, b, c, d],
    [opposite(b, c, d), b, c, d],
    [a, opposite(a, d, c), c, d],
    [a, b, opposite(b, a, d), d],
    [a, b, c, opposite(a, b, c)],
  ];
}

function boxOf({ rows }: Blob): Box | undefined {
  const points = [...rows].flatMap(([y, [first, last]]) =>
    [y, y + 1].flatMap((edge) => [
      { x: first, y: edge },
      { x: last + 1, y: edge },
    ]),
  );
  return smallestBox(hullOf(points));
}

function isSquare({ across, down }: Box, dark: number): boolean {
  const [short, long] = [Math.min(across, down), Math.max(across, down)];
  const share = dark / (across * down);
  return short >= LEAST_SIDE && long / short <= MOST_OBLONG && share >= LEAST_DARK && share <= MOST_DARK;
}

/** For each of what may be a symbol, the largest first, its possible corners in pixels of the plane. */
export function findSquares(plane: Plane): Quad[][] {
  const by = Math.ceil(Math.max(plane.width, plane.height) / WIDEST_REDUCED);
  const dark = darkPixels(by === 1 ? plane : reduce(plane, by));
  const sumAround = summed(dark);
  const boxes: Box[] = [];
  for (const reach of REACHES) {
    const mask = eachPixel(dark, (x, y) => (sumAround(x, y, reach) > 0 ? 1 : 0));
    for (const blob of blobsOf(dark, mask.values)) {
      const box = boxOf(blob);
      if (box !== undefined && isSquare(box, blob.dark)) boxes.push(box);
    }
  }
  boxes.sort((a, b) => b.across * b.down - a.across * a.down);
  const enlarged = ({ x, y }: Point) => ({ x: x * by, y: y * by });
  return boxes
    .slice(0, MOST_SQUARES)
    .map(({ quads }) =>
      quads.map(([a, b, c, d]): Quad => [enlarged(a), enlarged(b), enlarged(c), enlarged(d)]),
    );
}

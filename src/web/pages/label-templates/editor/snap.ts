/** Where an element comes to rest while it is dragged: at the edges and middles of the others, or on a grid. Pure. */

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Snapped {
  readonly area: Area;
  /** Lines that it came to rest at, in millimetres. */
  readonly guides: { readonly x: readonly number[]; readonly y: readonly number[] };
}

export const GRID_MM = 0.5;
const FINE_MM = 0.1;

interface Span {
  readonly start: number;
  readonly size: number;
}

function onGrid(millimetres: number, grid: number): number {
  return Math.round(millimetres / grid) * grid;
}

function linesOf({ start, size }: Span): number[] {
  return [start, start + size / 2, start + size];
}

/** The smallest correction that brings one of the moved lines onto one of the others. */
function correction(moved: readonly number[], others: readonly number[], within: number): number | undefined {
  let best: number | undefined;
  for (const line of moved)
    for (const other of others) {
      const distance = other - line;
      if (Math.abs(distance) <= within && (best === undefined || Math.abs(distance) < Math.abs(best)))
        best = distance;
    }
  return best;
}

function guidesOf(span: Span, others: readonly number[]): number[] {
  return [...new Set(others.filter((other) => linesOf(span).some((line) => Math.abs(line - other) < 0.005)))];
}

function snapSpan(span: Span, others: readonly number[], within: number, most: number): Span {
  const found = correction(linesOf(span), others, within);
  const start = found === undefined ? onGrid(span.start, GRID_MM) : span.start + found;
  return { start: Math.min(Math.max(0, start), Math.max(0, most - span.size)), size: span.size };
}

function across(areas: readonly Area[], size: number, axis: 'x' | 'y'): number[] {
  const side = axis === 'x' ? 'width' : 'height';
  return [0, size / 2, size, ...areas.flatMap((area) => linesOf({ start: area[axis], size: area[side] }))];
}

export interface SnapGround {
  readonly label: { readonly width: number; readonly height: number };
  readonly others: readonly Area[];
  /** How near a line must be, in millimetres; 0: no lines, a fine grid. */
  readonly within: number;
}

/** The area moved to where it comes to rest, inside the label. */
export function snapMove(area: Area, { label, others, within }: SnapGround): Snapped {
  if (within === 0)
    return {
      area: { ...area, x: onGrid(area.x, FINE_MM), y: onGrid(area.y, FINE_MM) },
      guides: { x: [], y: [] },
    };
  const [xs, ys] = [across(others, label.width, 'x'), across(others, label.height, 'y')];
  const x = snapSpan({ start: area.x, size: area.width }, xs, within, label.width);
  const y = snapSpan({ start: area.y, size: area.height }, ys, within, label.height);
  return {
    area: { ...area, x: x.start, y: y.start },
    guides: { x: guidesOf(x, xs), y: guidesOf(y, ys) },
  };
}

function snapEdge(edge: number, lines: readonly number[], within: number): number {
  const found = correction([edge], lines, within);
  return found === undefined ? onGrid(edge, within === 0 ? FINE_MM : GRID_MM) : edge + found;
}

/** The area with its right and lower edge where they come to rest; never smaller than `least`, inside the label. */
export function snapResize(area: Area, { label, others, within }: SnapGround, least: number): Snapped {
  const [xs, ys] = [across(others, label.width, 'x'), across(others, label.height, 'y')];
  const lines = within === 0 ? { x: [], y: [] } : { x: xs, y: ys };
  const right = Math.min(label.width, snapEdge(area.x + area.width, lines.x, within));
  const bottom = Math.min(label.height, snapEdge(area.y + area.height, lines.y, within));
  return {
    area: { ...area, width: Math.max(least, right - area.x), height: Math.max(least, bottom - area.y) },
    guides: {
      x: lines.x.filter((line) => Math.abs(line - right) < 0.005),
      y: lines.y.filter((line) => Math.abs(line - bottom) < 0.005),
    },
  };
}

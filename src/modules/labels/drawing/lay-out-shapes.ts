/** Lines and boxes become black fills on whole dots. */
import type { BoxElement, LineElement } from '../template.contract.ts';
import { dotsOf, type Dpi, type FillItem, type Rectangle } from './display-list.ts';

const DASH_MM = 1;
const DASH_GAP_MM = 0.8;

function thicknessOf(millimetres: number, dpi: Dpi): number {
  return Math.max(1, Math.round(dotsOf(millimetres, dpi)));
}

function fill(x: number, y: number, width: number, height: number): FillItem {
  return { kind: 'fill', x, y, width: Math.max(1, width), height: Math.max(1, height) };
}

/** Along the longer measure, as thick as said, below or to the right of where it begins. */
export function layOutLine(element: LineElement, area: Rectangle, dpi: Dpi): FillItem[] {
  const thickness = thicknessOf(element.thicknessMm, dpi);
  const isLevel = area.width >= area.height;
  const length = Math.max(1, Math.round(isLevel ? area.width : area.height));
  const [x, y] = [Math.round(area.x), Math.round(area.y)];
  const piece = (start: number, end: number) =>
    isLevel ? fill(x + start, y, end - start, thickness) : fill(x, y + start, thickness, end - start);
  if (!element.dash) return [piece(0, length)];
  const step = Math.round(dotsOf(DASH_MM + DASH_GAP_MM, dpi));
  const dash = Math.round(dotsOf(DASH_MM, dpi));
  return Array.from({ length: Math.ceil(length / step) }, (_, index) =>
    piece(index * step, Math.min(length, index * step + dash)),
  );
}

/** One fill, or four that make a frame. */
export function layOutBox(element: BoxElement, area: Rectangle, dpi: Dpi): FillItem[] {
  const [left, top] = [Math.round(area.x), Math.round(area.y)];
  const width = Math.round(area.x + area.width) - left;
  const height = Math.round(area.y + area.height) - top;
  const thickness = Math.min(thicknessOf(element.thicknessMm, dpi), width, height);
  if (element.filled || thickness * 2 >= Math.min(width, height)) return [fill(left, top, width, height)];
  return [
    fill(left, top, width, thickness),
    fill(left, top + height - thickness, width, thickness),
    fill(left, top + thickness, thickness, height - thickness * 2),
    fill(left + width - thickness, top + thickness, thickness, height - thickness * 2),
  ];
}

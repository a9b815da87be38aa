/** What a printer's offset and scale are read from: a ruler, a grid and the offset itself. */
import type { LabelTemplate } from '../template.contract.ts';
import { boxElement, lineElement, textElement, type LabelElement } from '../template.contract.ts';
import type { DisplayList } from './display-list.ts';
import { drawElement } from './draw-element.ts';
import type { LabelDevice } from './label-content.ts';
import { listItems } from './list-items.ts';

const RULER_MM = 100;
const GRID_MM = 10;
const INSET_MM = 2;
const TICK_MM = { small: 1, five: 1.8, ten: 2.6 } as const;

/**
 * A frame 2 mm inside the label's edges, a ruler of 100 mm or of as much as fits, ticks each millimetre, a grid of
 * 10 mm, and the offset as it is set. Right when the frame is as far from every edge and the ruler measures its length.
 */
export function composeTestPage(sizeMm: LabelTemplate['sizeMm'], device: LabelDevice): DisplayList {
  const elements = [...frame(sizeMm), ...grid(sizeMm), ...ruler(sizeMm), ...notes(sizeMm, device)];
  const content = { code: '', version: '1', link: null, fields: {} };
  const items = elements.flatMap((element, index) => drawElement(element, index, content, device.dpi).items);
  return listItems({ sizeMm }, device, items);
}

function rulerLength({ width }: LabelTemplate['sizeMm']): number {
  return Math.min(RULER_MM, Math.floor(width - INSET_MM * 2));
}

function line(
  x: number,
  y: number,
  width: number,
  height: number,
  thicknessMm: number,
  dash = false,
): LabelElement {
  return lineElement.parse({ type: 'line', x, y, width, height, thicknessMm, dash });
}

function frame({ width, height }: LabelTemplate['sizeMm']): LabelElement[] {
  const area = { x: INSET_MM, y: INSET_MM, width: width - INSET_MM * 2, height: height - INSET_MM * 2 };
  return [boxElement.parse({ type: 'box', ...area, thicknessMm: 0.25 })];
}

function steps(length: number, step: number): number[] {
  return Array.from({ length: Math.floor(length / step + 1e-6) }, (_, index) => (index + 1) * step);
}

function grid({ width, height }: LabelTemplate['sizeMm']): LabelElement[] {
  const [across, down] = [width - INSET_MM * 2, height - INSET_MM * 2];
  return [
    ...steps(across - 0.5, GRID_MM).map((x) => line(INSET_MM + x, INSET_MM, 0, down, 0.125, true)),
    ...steps(down - 0.5, GRID_MM).map((y) => line(INSET_MM, INSET_MM + y, across, 0, 0.125, true)),
  ];
}

function ruler(sizeMm: LabelTemplate['sizeMm']): LabelElement[] {
  return steps(rulerLength(sizeMm), 1).map((millimetre) => {
    const tick = millimetre % 10 === 0 ? TICK_MM.ten : millimetre % 5 === 0 ? TICK_MM.five : TICK_MM.small;
    return line(INSET_MM + millimetre, INSET_MM, 0, Math.min(tick, sizeMm.height - INSET_MM * 2), 0.125);
  });
}

function notes(sizeMm: LabelTemplate['sizeMm'], { dpi, offsetMm }: LabelDevice): LabelElement[] {
  const room = { x: INSET_MM + 1, width: sizeMm.width - INSET_MM * 2 - 2 };
  const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
  const texts = [
    `标尺 ${rulerLength(sizeMm)} 毫米　方格 10 毫米　${dpi} dpi`,
    `标签 ${sizeMm.width} × ${sizeMm.height} 毫米　偏移 X ${signed(offsetMm.x)}　Y ${signed(offsetMm.y)}`,
  ];
  const top = INSET_MM + TICK_MM.ten + 0.6;
  const height = Math.min(4, (sizeMm.height - INSET_MM - top - 0.4) / texts.length);
  if (height < 1.2) return [];
  return texts.map((text, index) =>
    textElement.parse({
      type: 'text',
      ...room,
      y: top + height * index,
      height,
      text,
      fontSizePt: Math.max(3, Math.min(7.5, (height / 1.15) * (72 / 25.4))),
      minFontSizePt: 3,
      weight: 'medium',
      verticalAlign: 'middle',
    }),
  );
}

/** One element of a template, filled and in dots. */
import type { LabelElement } from '../template.contract.ts';
import { readPng } from './bitmap/read-png.ts';
import { dotsOf, type DisplayItem, type Dpi, type Rectangle } from './display-list.ts';
import type { LabelContent, LabelProblem } from './label-content.ts';
import { pictureUnreadable, type Symbology } from './label-problems.ts';
import { layOutCode } from './lay-out-code.ts';
import { layOutBox, layOutLine } from './lay-out-shapes.ts';
import { layOutText } from './lay-out-text.ts';
import { frameOf } from './turned-frame.ts';

export const POINT_MM = 25.4 / 72;

/** What an element draws, and the quiet zone that nothing else may enter. */
export interface DrawnElement {
  readonly path: string;
  readonly items: readonly DisplayItem[];
  readonly problems: readonly LabelProblem[];
  readonly zone: { readonly symbology: Symbology; readonly area: Rectangle } | null;
}

export function areaInDots(area: Rectangle, dpi: Dpi): Rectangle {
  return {
    x: dotsOf(area.x, dpi),
    y: dotsOf(area.y, dpi),
    width: dotsOf(area.width, dpi),
    height: dotsOf(area.height, dpi),
  };
}

/** `content.fields` hold the built-in fields too. */
export function drawElement(
  element: LabelElement,
  index: number,
  content: LabelContent,
  dpi: Dpi,
): DrawnElement {
  const path = `elements.${index}`;
  const area = areaInDots(element, dpi);
  const drawn = (
    items: readonly DisplayItem[],
    problems: readonly Omit<LabelProblem, 'path'>[] = [],
    zone: DrawnElement['zone'] = null,
  ): DrawnElement => ({ path, items, problems: problems.map((problem) => ({ ...problem, path })), zone });

  switch (element.type) {
    case 'text': {
      const frame = frameOf(area, element.turn);
      const { items, problems } = layOutText(element, content.fields, frame, dotsOf(POINT_MM, dpi));
      return drawn(items, problems);
    }
    case 'qr':
    case 'datamatrix':
    case 'code128': {
      const placed = layOutCode(element, content, area, dpi);
      if ('problem' in placed) return drawn([], [placed.problem]);
      return drawn([placed.item], [], { symbology: element.type, area: placed.quietZone });
    }
    case 'line':
      return drawn(layOutLine(element, area, dpi));
    case 'box':
      return drawn(layOutBox(element, area, dpi));
    case 'picture':
      return drawn(...pictureItems(element.png, area));
    case 'logo':
      return content.logo ? drawn(...pictureItems(content.logo, area)) : drawn([]);
  }
}

/** Scaled into the area with its proportions, in its middle, on whole dots. */
function pictureItems(
  png: string,
  area: Rectangle,
): [readonly DisplayItem[], readonly Omit<LabelProblem, 'path'>[]] {
  const picture = readPng(png);
  if (picture === null) return [[], [pictureUnreadable()]];
  const scale = Math.min(area.width / picture.width, area.height / picture.height);
  const width = Math.max(1, Math.floor(picture.width * scale));
  const height = Math.max(1, Math.floor(picture.height * scale));
  const x = Math.round(area.x + (area.width - width) / 2);
  const y = Math.round(area.y + (area.height - height) / 2);
  return [[{ kind: 'picture', x, y, width, height, png }], []];
}

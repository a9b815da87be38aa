/** A code scans only where its quiet zone is white: whatever else is drawn into it is a refusal. */
import type { DisplayItem, Rectangle } from './display-list.ts';
import type { DrawnElement } from './draw-element.ts';
import { quietZoneTouched } from './label-problems.ts';
import type { LabelProblem } from './label-content.ts';
import { ASCENT_EM, DESCENT_EM } from './lay-out-text.ts';
import { extentOfText, overlap } from './turned-frame.ts';

/** Every element that enters the quiet zone of another one, once, at the path of the element that enters. */
export function findTouchedQuietZones(drawn: readonly DrawnElement[]): LabelProblem[] {
  return drawn.flatMap(({ zone, path }) => {
    if (zone === null) return [];
    return drawn
      .filter((other) => other.path !== path && extentsOf(other).some((area) => overlap(area, zone.area)))
      .map((other) => ({ ...quietZoneTouched(zone.symbology, nameOf(other)), path: other.path }));
  });
}

function extentsOf({ items, zone }: DrawnElement): Rectangle[] {
  return zone === null ? items.map(extentOf) : [zone.area];
}

function extentOf(item: DisplayItem): Rectangle {
  if (item.kind === 'text') return extentOfText(item, ASCENT_EM * item.size, DESCENT_EM * item.size);
  if (item.kind !== 'matrix') return item;
  return { x: item.x, y: item.y, width: item.side * item.module, height: item.side * item.module };
}

function nameOf({ items }: DrawnElement): { zh: string; en: string } {
  const text = items.find((item) => item.kind === 'text');
  if (text?.kind !== 'text') return { zh: '图形', en: 'A shape or code' };
  return { zh: `「${text.text}」`, en: `“${text.text}”` };
}

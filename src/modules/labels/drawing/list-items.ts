import type { LabelTemplate } from '../template.contract.ts';
import { dotsOf, type DisplayItem, type DisplayList } from './display-list.ts';
import type { LabelDevice } from './label-content.ts';

/** A display list of the template's size, moved by the device's offset. */
export function listItems(
  { sizeMm }: Pick<LabelTemplate, 'sizeMm'>,
  { dpi, offsetMm }: LabelDevice,
  items: readonly DisplayItem[],
): DisplayList {
  const [right, down] = [Math.round(dotsOf(offsetMm.x, dpi)), Math.round(dotsOf(offsetMm.y, dpi))];
  const moved =
    right === 0 && down === 0
      ? items
      : items.map((item) => ({ ...item, x: item.x + right, y: item.y + down }));
  return {
    dpi,
    width: Math.round(dotsOf(sizeMm.width, dpi)),
    height: Math.round(dotsOf(sizeMm.height, dpi)),
    items: moved,
  };
}

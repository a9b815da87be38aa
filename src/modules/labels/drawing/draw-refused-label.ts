/** What comes out in the place of a label that is refused: never a blank, never a code that does not scan. */
import { groupItemCode } from '../../item-codes/item-code.ts';
import { textElement, type LabelTemplate } from '../template.contract.ts';
import { dotsOf, type DisplayList } from './display-list.ts';
import { areaInDots, POINT_MM } from './draw-element.ts';
import type { LabelContent, LabelDevice, LabelProblem } from './label-content.ts';
import { layOutText } from './lay-out-text.ts';
import { listItems } from './list-items.ts';
import { frameOf } from './turned-frame.ts';

const MARGIN_MM = 1.5;

/** The code in groups and the reasons, as large as they fit. */
export function drawRefusedLabel(
  template: LabelTemplate,
  content: LabelContent,
  device: LabelDevice,
  problems: readonly LabelProblem[],
): DisplayList {
  const { width, height } = template.sizeMm;
  const reasons = problems.filter(({ severity }) => severity === 'refused').map(({ zh }) => zh);
  const element = textElement.parse({
    type: 'text',
    x: MARGIN_MM,
    y: MARGIN_MM,
    width: width - MARGIN_MM * 2,
    height: height - MARGIN_MM * 2,
    text: '{reason}',
    fontSizePt: 9,
    minFontSizePt: 4,
    lines: 20,
  });
  const area = areaInDots(element, device.dpi);
  const reason = `标签未生成 ${groupItemCode(content.code)} ${reasons.join('')}`;
  const { items } = layOutText(element, { reason }, frameOf(area, 0), dotsOf(POINT_MM, device.dpi));
  return listItems(template, device, items);
}

/** What an added element starts as, and what each is called in a list. Pure. */
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import { fieldsOfKinds } from '../../../../modules/labels/label-fields.ts';
import {
  labelElement,
  type LabelElement,
  type LabelTemplate,
} from '../../../../modules/labels/template.contract.ts';

export type ElementType = LabelElement['type'];
export const ELEMENT_TYPES = [
  'text',
  'qr',
  'datamatrix',
  'code128',
  'line',
  'box',
  'picture',
  'logo',
] as const satisfies readonly ElementType[];

type Input = Parameters<typeof labelElement.parse>[0];

/** As large as is usual, and no larger than the label. */
const USUAL_SIZE_MM: Record<ElementType, { width: number; height: number }> = {
  text: { width: 30, height: 5 },
  qr: { width: 16, height: 16 },
  datamatrix: { width: 9, height: 9 },
  code128: { width: 45, height: 8 },
  line: { width: 30, height: 0 },
  box: { width: 30, height: 12 },
  picture: { width: 12, height: 12 },
  logo: { width: 10, height: 10 },
};
const INSET_MM = 2;

/** The field that a new text names: the thing's name where its kinds have one. */
function firstField(kinds: readonly ItemCodeKind[]): string {
  const ids = fieldsOfKinds(kinds).map(({ id }) => id);
  return ids.includes('name') ? 'name' : 'code';
}

/** `png` is needed for a picture only. */
export function newElement(type: ElementType, template: LabelTemplate, png = ''): LabelElement {
  const usual = USUAL_SIZE_MM[type];
  const place = {
    x: Math.min(INSET_MM, template.sizeMm.width / 4),
    y: Math.min(INSET_MM, template.sizeMm.height / 4),
  };
  const area = {
    ...place,
    width: Math.min(usual.width, template.sizeMm.width - place.x),
    height: Math.min(usual.height, template.sizeMm.height - place.y),
  };
  const own: Record<ElementType, object> = {
    text: { text: `{${firstField(template.kinds)}}`, fontSizePt: 9 },
    ...{ qr: {}, datamatrix: {}, code128: {}, line: {}, box: {}, logo: {} },
    picture: { png },
  };
  const input: Input = { type, ...area, ...own[type] };
  return labelElement.parse(input);
}

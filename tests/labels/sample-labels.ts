/** Labels with sample contents, of every shipped template. */
import path from 'node:path';
import { formatItemCode, type ItemCodeKind } from '../../src/modules/item-codes/item-code.ts';
import { composeLabel, type ComposedLabel } from '../../src/modules/labels/drawing/compose-label.ts';
import { blankBitmap, stamp, type Bitmap } from '../../src/modules/labels/drawing/bitmap/bitmap.ts';
import type {
  BarsItem,
  DisplayList,
  Dpi,
  MatrixItem,
} from '../../src/modules/labels/drawing/display-list.ts';
import type { LabelContent } from '../../src/modules/labels/drawing/label-content.ts';
import { sampleFields } from '../../src/modules/labels/label-fields.ts';
import { loadShippedTemplates } from '../../src/modules/labels/templates/load-shipped-templates.ts';
import { labelTemplate, type LabelTemplate } from '../../src/modules/labels/template.contract.ts';
import { ROOT } from '../architecture/source-tree.ts';

export const TEMPLATES_FOLDER = path.join(ROOT, 'label-templates');
export const TEMPLATES = [...loadShippedTemplates(TEMPLATES_FOLDER).values()];
export const DPIS = [203, 300, 600] as const;

export function templateOf(key: string): LabelTemplate {
  const found = TEMPLATES.find((template) => template.key === key);
  if (!found) throw new Error(`no template ${key}`);
  return found;
}

export function contentOf(kind: ItemCodeKind, more: Partial<LabelContent> = {}, serial = 1234): LabelContent {
  const code = formatItemCode({ kind, divisionNumber: '150800', serial });
  return { code, version: '1', link: null, fields: sampleFields(kind), ...more };
}

export function sampleOf(template: LabelTemplate, serial = 1234): LabelContent {
  return contentOf(template.kinds[0] ?? 'A', {}, serial);
}

export function composeSample(template: LabelTemplate, dpi: Dpi = 203): ComposedLabel {
  return composeLabel(template, sampleOf(template), { dpi, offsetMm: { x: 0, y: 0 } });
}

/** A template of one label 60 × 40 mm with these elements. */
export function templateWith(
  elements: readonly unknown[],
  more: Record<string, unknown> = {},
): LabelTemplate {
  return labelTemplate.parse({
    key: 'tried',
    name: { zh: '试样', en: 'tried' },
    kinds: ['A'],
    sizeMm: { width: 60, height: 40 },
    elements,
    ...more,
  });
}

export type CodeItem = MatrixItem | BarsItem;

export function codesOf({ items }: DisplayList): CodeItem[] {
  return items.filter((item): item is CodeItem => item.kind === 'matrix' || item.kind === 'bars');
}

/** `FORMAT text` of every code, sorted, as `codesIn` answers. */
export function expectedCodes(display: DisplayList): string[] {
  return codesOf(display).map(nameOfCode).sort();
}

export function nameOfCode(item: CodeItem): string {
  if (item.kind === 'bars') return `Code128 ${item.content}`;
  return `${item.symbology === 'qr' ? 'QRCode' : 'DataMatrix'} ${item.content}`;
}

/** A code's part of a label with the quiet zone that its symbology asks for. */
export function cropCode(label: Bitmap, item: CodeItem): Bitmap {
  const quiet = (item.kind === 'bars' ? 10 : item.symbology === 'qr' ? 4 : 1) * item.module;
  const width = item.kind === 'bars' ? item.width : item.side * item.module;
  const height = item.kind === 'bars' ? item.height : item.side * item.module;
  const crop = blankBitmap(width + quiet * 2, height + quiet * 2);
  stamp(crop, label, quiet - item.x, quiet - item.y);
  return crop;
}

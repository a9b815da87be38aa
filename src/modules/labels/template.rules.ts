/** What must hold in a template beyond its shape: known fields, everything inside the label, labels inside the sheet. */
import type { ItemCodeKind } from '../item-codes/item-code.ts';
import { fieldsOfKinds } from './label-fields.ts';

export interface TemplateProblem {
  readonly code:
    | 'FIELD_UNKNOWN'
    | 'BRACE_UNPAIRED'
    | 'OUTSIDE_LABEL'
    | 'FONT_SIZES_CROSSED'
    | 'SHEET_TOO_SMALL';
  readonly zh: string;
  readonly en: string;
  readonly path: (string | number)[];
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface TemplateFacts {
  readonly kinds: readonly ItemCodeKind[];
  readonly sizeMm: { readonly width: number; readonly height: number };
  readonly sheet: {
    readonly page: { readonly width: number; readonly height: number };
    readonly marginMm: { readonly left: number; readonly top: number };
    readonly pitchMm: { readonly x: number; readonly y: number };
    readonly columns: number;
    readonly rows: number;
  } | null;
  readonly elements: readonly (Area & {
    readonly type: string;
    readonly text?: string;
    readonly fontSizePt?: number;
    readonly minFontSizePt?: number | undefined;
  })[];
}

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;
/** The same few texts are asked about for every label. */
const namedFields = new Map<string, readonly string[]>();
const NAMED_FIELDS_MAX = 1_000;
/** Millimetres that sums of decimal fractions may be off. */
const ROUNDING = 0.001;

/** The fields that a text names, each once: `{name}（{unit}）` → name, unit. */
export function fieldsNamedIn(text: string): readonly string[] {
  const known = namedFields.get(text);
  if (known) return known;
  if (namedFields.size >= NAMED_FIELDS_MAX) namedFields.clear();
  const named = [...new Set([...text.matchAll(PLACEHOLDER)].map(([, id]) => id ?? ''))];
  namedFields.set(text, named);
  return named;
}

/** The text with its fields filled in; an absent field is empty. */
export function fillText(text: string, fields: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (_, id: string) => (Object.hasOwn(fields, id) ? (fields[id] ?? '') : ''));
}

/** Everything wrong with a template of the right shape, in the order of its elements. */
export function templateProblems(template: TemplateFacts): TemplateProblem[] {
  const known = fieldsOfKinds(template.kinds).map(({ id }) => id);
  return [
    ...template.elements.flatMap((element, index) => [
      ...areaProblems(template, element, ['elements', index]),
      ...textProblems(element.text ?? '', known, ['elements', index, 'text']),
      ...fontSizeProblems(element, ['elements', index, 'minFontSizePt']),
    ]),
    ...sheetProblems(template),
  ];
}

function areaProblems({ sizeMm }: TemplateFacts, area: Area, path: (string | number)[]): TemplateProblem[] {
  if (area.x + area.width <= sizeMm.width + ROUNDING && area.y + area.height <= sizeMm.height + ROUNDING)
    return [];
  return [
    {
      code: 'OUTSIDE_LABEL',
      zh: `超出标签范围（${sizeMm.width} × ${sizeMm.height} 毫米），请移动或缩小。`,
      en: `Reaches beyond the label of ${sizeMm.width} × ${sizeMm.height} mm. Move it or make it smaller.`,
      path,
    },
  ];
}

function textProblems(text: string, known: readonly string[], path: (string | number)[]): TemplateProblem[] {
  const unknown = fieldsNamedIn(text).filter((id) => !known.includes(id));
  const problems: TemplateProblem[] = unknown.map((id) => ({
    code: 'FIELD_UNKNOWN',
    zh: `没有字段 {${id}}，可用字段：${known.join('、')}。`,
    en: `There is no field {${id}}. Fields: ${known.join(', ')}.`,
    path,
  }));
  if (/[{}]/.test(text.replace(PLACEHOLDER, '')))
    problems.push({
      code: 'BRACE_UNPAIRED',
      zh: '花括号只用于字段，如 {name}，请改正。',
      en: 'Braces stand around a field only, such as {name}. Correct them.',
      path,
    });
  return problems;
}

function fontSizeProblems(
  { fontSizePt, minFontSizePt }: TemplateFacts['elements'][number],
  path: (string | number)[],
): TemplateProblem[] {
  if (fontSizePt === undefined || minFontSizePt === undefined || minFontSizePt <= fontSizePt) return [];
  return [
    {
      code: 'FONT_SIZES_CROSSED',
      zh: '最小字号大于字号，请改小。',
      en: 'The smallest font size exceeds the font size. Lower it.',
      path,
    },
  ];
}

function sheetProblems({ sheet, sizeMm }: TemplateFacts): TemplateProblem[] {
  if (sheet === null) return [];
  const { page, marginMm, pitchMm, columns, rows } = sheet;
  const right = marginMm.left + pitchMm.x * (columns - 1) + sizeMm.width;
  const bottom = marginMm.top + pitchMm.y * (rows - 1) + sizeMm.height;
  const isApart =
    (columns === 1 || pitchMm.x >= sizeMm.width - ROUNDING) &&
    (rows === 1 || pitchMm.y >= sizeMm.height - ROUNDING);
  if (isApart && right <= page.width + ROUNDING && bottom <= page.height + ROUNDING) return [];
  return [
    {
      code: 'SHEET_TOO_SMALL',
      zh: `${columns} 列 ${rows} 行标签在纸上放不下或相互重叠，请核对页边距与间距。`,
      en: `${columns} × ${rows} labels overlap or do not fit the page. Check margins and pitch.`,
      path: ['sheet'],
    },
  ];
}

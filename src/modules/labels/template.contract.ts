/**
 * A label template: a label's size and what stands where on it, in millimetres from the upper left corner, y downwards.
 * Shipped ones are `label-templates/*.json`; a court saves its own. Runs in the browser too.
 */
import { z } from 'zod';
import { line } from '../../platform/fields.ts';
import { ITEM_CODE_KINDS, type ItemCodeKind } from '../item-codes/item-code.ts';
import { templateProblems } from './template.rules.ts';

// why: the keys of a literal object are its kinds, and there is at least one.
const KIND_KEYS = Object.keys(ITEM_CODE_KINDS) as [ItemCodeKind, ...ItemCodeKind[]];

/** Characters of base64 in a picture: some 48 kB of PNG, a full 70 × 40 mm at 600 dpi in one bit. */
export const PICTURE_MAX_CHARACTERS = 65_536;
export const LABEL_SIZE_MM = { width: { min: 8, max: 300 }, height: { min: 5, max: 500 } } as const;

const millimetres = (min: number, max: number) => z.number().min(min).max(max);
const area = {
  x: millimetres(0, 300),
  y: millimetres(0, 500),
  width: millimetres(0.1, 300),
  height: millimetres(0.1, 500),
};
/** Quarter turns clockwise, about the middle of the element's area, whose width and height are as on the label. */
const turn = z.literal([0, 90, 180, 270]).default(0);

export const textElement = z.strictObject({
  type: z.literal('text'),
  ...area,
  /** Fixed text with fields in braces: `使用部门：{department}`. Left out when it names fields and all are empty. */
  text: line(300),
  fontSizePt: z.number().min(3).max(200),
  /** For `shrink`: never smaller than this; 0.6 of the font size unless given. */
  minFontSizePt: z.number().min(3).max(200).optional(),
  weight: z.enum(['regular', 'medium', 'bold']).default('regular'),
  /** Lines at most; the text is broken between characters. */
  lines: z.int().min(1).max(20).default(1),
  /** Line to line, as a multiple of the font size. */
  lineHeight: z.number().min(0.9).max(3).default(1.25),
  /**
   * When the text does not fit its lines: `ellipsis` cuts it with `…` and warns; `shrink` sets it smaller first; `wrap`
   * takes further lines first, as far as the area is high.
   */
  overflow: z.enum(['shrink', 'wrap', 'ellipsis']).default('shrink'),
  align: z.enum(['left', 'center', 'right', 'justify']).default('left'),
  verticalAlign: z.enum(['top', 'middle', 'bottom']).default('top'),
  /** Added between characters, in em. */
  spacingEm: z.number().min(0).max(3).default(0),
  turn,
  /** White on an area filled black. */
  inverse: z.boolean().default(false),
});

const content = z.enum(['code', 'link']);
const code = {
  ...area,
  /** `code`: the code with the label's version (Code 128: the code alone); `link`: the address that opens the thing. */
  content: content.default('code'),
  /** Size of a module wished for; the greatest that fits the area unless given. Always whole dots of the device. */
  moduleMm: millimetres(0.1, 5).optional(),
  align: z.enum(['left', 'center', 'right']).default('center'),
  verticalAlign: z.enum(['top', 'middle', 'bottom']).default('middle'),
};
export const qrElement = z.strictObject({
  type: z.literal('qr'),
  ...code,
  /** How much may be unreadable: L 7 %, M 15 %, Q 25 %, H 30 %. CODE-V is version 1 at M and version 2 at Q. */
  level: z.enum(['L', 'M', 'Q', 'H']).default('M'),
});
export const dataMatrixElement = z.strictObject({ type: z.literal('datamatrix'), ...code });
export const code128Element = z.strictObject({
  type: z.literal('code128'),
  ...code,
  content: z.literal('code').default('code'),
  turn,
});

export const lineElement = z.strictObject({
  type: z.literal('line'),
  x: millimetres(0, 300),
  y: millimetres(0, 500),
  /** How far it runs to the right, or 0 for a line downwards. */
  width: millimetres(0, 300),
  height: millimetres(0, 500),
  thicknessMm: millimetres(0.1, 10).default(0.25),
  dash: z.boolean().default(false),
});
export const boxElement = z.strictObject({
  type: z.literal('box'),
  ...area,
  /** Of the frame, which lies inside the area. */
  thicknessMm: millimetres(0.1, 10).default(0.25),
  filled: z.boolean().default(false),
});
export const pictureElement = z.strictObject({
  type: z.literal('picture'),
  ...area,
  /** A PNG file in base64; scaled into the area with its proportions, in black and white. */
  png: z
    .string()
    .max(PICTURE_MAX_CHARACTERS)
    .regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/),
});
/** The court's own sign where the court has one; nothing where it has none. */
export const logoElement = z.strictObject({ type: z.literal('logo'), ...area });

export const labelElement = z.discriminatedUnion('type', [
  textElement,
  qrElement,
  dataMatrixElement,
  code128Element,
  lineElement,
  boxElement,
  pictureElement,
  logoElement,
]);

/** Labels on a sheet of paper, filled row by row. */
export const labelSheet = z.strictObject({
  page: z.strictObject({ width: millimetres(50, 450), height: millimetres(50, 650) }),
  /** Of the first label's corner. */
  marginMm: z.strictObject({ left: millimetres(0, 100), top: millimetres(0, 100) }),
  /** From a label to the next one. */
  pitchMm: z.strictObject({ x: millimetres(5, 450), y: millimetres(5, 650) }),
  columns: z.int().min(1).max(20),
  rows: z.int().min(1).max(60),
});

const shape = z.strictObject({
  /** For editors of the file only. */
  $schema: line(200).optional(),
  key: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.strictObject({ zh: line(60), en: line(60) }),
  kinds: z
    .array(z.enum(KIND_KEYS))
    .min(1)
    .max(KIND_KEYS.length)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'a kind is named twice'),
  sizeMm: z.strictObject({
    width: millimetres(LABEL_SIZE_MM.width.min, LABEL_SIZE_MM.width.max),
    height: millimetres(LABEL_SIZE_MM.height.min, LABEL_SIZE_MM.height.max),
  }),
  /** null: roll stock, one label after another. */
  sheet: labelSheet.nullable().default(null),
  elements: z.array(labelElement).min(1).max(60),
});

/** A whole template. Issues beyond the shape carry `params { code, zh, en }`: fields, areas and the sheet. */
export const labelTemplate = shape.superRefine((template, context) => {
  for (const { path, ...params } of templateProblems(template))
    context.addIssue({ code: 'custom', path, message: params.en, params });
});

export type LabelTemplate = z.output<typeof labelTemplate>;
export type LabelTemplateInput = z.input<typeof labelTemplate>;
export type LabelElement = z.output<typeof labelElement>;
export type TextElement = z.output<typeof textElement>;
export type QrElement = z.output<typeof qrElement>;
export type DataMatrixElement = z.output<typeof dataMatrixElement>;
export type Code128Element = z.output<typeof code128Element>;
export type CodeElement = QrElement | DataMatrixElement | Code128Element;
export type LineElement = z.output<typeof lineElement>;
export type BoxElement = z.output<typeof boxElement>;
export type LabelSheet = z.output<typeof labelSheet>;

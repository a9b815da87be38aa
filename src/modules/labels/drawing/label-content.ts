/** What goes onto one label, what it is printed on, and what can be wrong with it. */
import type { CodeElement } from '../template.contract.ts';
import type { Dpi } from './display-list.ts';

export interface LabelContent {
  /** 16 characters, without spaces. */
  readonly code: string;
  /** Version of the label, 1 to 9, then A to Z. */
  readonly version: string;
  /** `https://…/c/CODE-V`, or null where the system has no public address. */
  readonly link: string | null;
  /** By the ids of label-fields.ts. */
  readonly fields: Readonly<Record<string, string>>;
  /** The court's sign for `logo` elements: a PNG file in base64. */
  readonly logo?: string | null;
}

export interface LabelDevice {
  readonly dpi: Dpi;
  /** Moves everything to the right and down; negative to the left and up. */
  readonly offsetMm: { readonly x: number; readonly y: number };
}

/** What a code element holds; null: a link where the system has no public address. */
export function encodedText(element: CodeElement, { code, version, link }: LabelContent): string | null {
  if (element.type === 'code128') return code;
  return element.content === 'code' ? `${code}-${version}` : link;
}

export const LABEL_PROBLEM_CODES = [
  'CODE_TOO_SMALL',
  'CONTENT_TOO_LONG',
  'LINK_MISSING',
  'LINK_NOT_ASCII',
  'QUIET_ZONE_TOUCHED',
  'IDENTITY_NUMBER',
  'PICTURE_UNREADABLE',
  'TEXT_CUT',
  'CHARACTER_NOT_IN_FONT',
] as const;

export interface LabelProblem {
  readonly code: (typeof LABEL_PROBLEM_CODES)[number];
  /** refused: the label must not be printed; warning: it can be, and a person should know. */
  readonly severity: 'refused' | 'warning';
  readonly zh: string;
  readonly en: string;
  /** The element in the template, `elements.3`. */
  readonly path: string;
}

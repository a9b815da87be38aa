/** A piece of a case number, as people type it into a search: 刑初12, 2025执, 内0802刑初. Pure. */
import { normaliseCaseNumberText, splitDocumentSuffix } from './case-number-text.ts';

export interface CaseNumberParts {
  readonly year: number | null;
  readonly courtCode: string | null;
  readonly typeCode: string | null;
  readonly sequence: number | null;
}

const PARTS =
  /^(?:（?((?:19|20)\d{2})）?)?((?:最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新军兵])(?:\d{4}|\d{2})?(?=\D|$))?(?:知)?([\u4e00-\u9fa5]{1,4}?)?(?:字第)?([1-9]\d{0,7})?号?$/u;

/** null when the text is a word rather than a piece of a number; at least a type, a court or a bracketed year stands in it. */
export function readCaseNumberParts(typed: string, types: ReadonlySet<string>): CaseNumberParts | null {
  const { text } = splitDocumentSuffix(normaliseCaseNumberText(typed));
  const match = PARTS.exec(text);
  if (!match) return null;
  const [, year, courtCode, typeCode, sequence] = match;
  if (typeCode !== undefined && !types.has(typeCode)) return null;
  if (typeCode === undefined && courtCode === undefined && year === undefined) return null;
  return {
    year: year === undefined ? null : Number(year),
    courtCode: courtCode ?? null,
    typeCode: typeCode ?? null,
    sequence: sequence === undefined ? null : Number(sequence),
  };
}

/** Amounts of any currency as people read and write them. */
import { formatMinorUnits, minorUnitsOf } from '../../../modules/seized-items/item-quantity.ts';

/** 1234567 of CNY is `12,345.67`. */
export const formatMinor = formatMinorUnits;

/** `12,345.67`, `-50`; null for what is no amount of the currency. */
export function readMinor(text: string, currency: string): number | null {
  const match = /^([-−]?)\s*[¥￥$]?\s*(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?$/u.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', part = ''] = match;
  const minor = minorUnitsOf(`${whole.replace(/[,，]/gu, '')}${part}`, currency);
  if (minor === null) return null;
  return sign === '' || minor === 0 ? minor : -minor;
}

export interface LabelledAmount {
  readonly label: string;
  readonly minor: number;
}

/** Lines pasted from a spreadsheet: a label and, at the end of the line, an amount. */
export function readLines(
  text: string,
  currency: string,
): { readonly lines: LabelledAmount[]; readonly wrong: string[] } {
  const lines: LabelledAmount[] = [];
  const wrong: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === '') continue;
    const match = /^(.*?)[\s\t,，;；]+([-−]?\s*[\d,，.¥￥$]+)$/u.exec(line.trim());
    const minor = match?.[2] === undefined ? null : readMinor(match[2], currency);
    const label = match?.[1]?.trim() ?? '';
    if (minor === null || label === '') wrong.push(line.trim());
    else lines.push({ label, minor });
  }
  return { lines, wrong };
}

export function writeLines(lines: readonly LabelledAmount[], currency: string): string {
  return lines.map(({ label, minor }) => `${label}\t${formatMinor(minor, currency)}`).join('\n');
}

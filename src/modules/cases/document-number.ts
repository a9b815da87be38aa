/** Numbers of identity documents: what is checked when one is typed, and how much of it is shown. Pure. */

export const DOCUMENT_KINDS = {
  resident_id: { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  hk_macau_permit: { zh: '港澳居民来往内地通行证', en: 'Permit of Hong Kong and Macau residents' },
  taiwan_permit: { zh: '台湾居民来往大陆通行证', en: 'Permit of Taiwan residents' },
  foreign_permit: { zh: '外国人永久居留身份证', en: 'Permanent residence card' },
  credit_code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  other: { zh: '其他证件', en: 'Other document' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

const RESIDENT_ID = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
/** Of the first generation, until 2013. */
const OLD_RESIDENT_ID = /^[1-9]\d{14}$/;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT_CODE = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

/** As it is compared and kept: without spaces and hyphens, in capitals, digits of one width. */
export function foldDocumentNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
}

function weigh(text: string, weights: readonly number[], valueOf: (character: string) => number): number {
  return weights.reduce((total, weight, at) => total + weight * valueOf(text.charAt(at)), 0);
}

/** Check digits of GB 11643 and GB 32100; other documents have letters and digits. `number` is folded. */
export function isValidDocumentNumber(kind: DocumentKind, number: string): boolean {
  if (kind === 'resident_id') {
    if (OLD_RESIDENT_ID.test(number)) return true;
    return RESIDENT_ID.test(number) && ID_CHECKS[weigh(number, ID_WEIGHTS, Number) % 11] === number.slice(17);
  }
  if (kind === 'credit_code') {
    const sum = weigh(number, CREDIT_WEIGHTS, (character) => CREDIT_CHARACTERS.indexOf(character));
    return CREDIT_CODE.test(number) && CREDIT_CHARACTERS[(31 - (sum % 31)) % 31] === number.slice(17);
  }
  return /^[\p{L}\p{N}()/.]{4,40}$/u.test(number);
}

const SHOWN_AT_END = 2;

/** The first character and the last two: enough to tell two parties apart, too little to use. */
export function maskDocumentNumber(number: string): string {
  const letters = [...number];
  const hidden = Math.max(letters.length - 1 - SHOWN_AT_END, 1);
  return `${letters[0] ?? ''}${'*'.repeat(hidden)}${letters.slice(-SHOWN_AT_END).join('')}`;
}

/** How headers are compared: without case, width, spaces, punctuation, and marks like （元） or （必填）. Pure. */

const MARKS =
  /[(（[【](?:元|万元|人民币|人民币元|rmb|cny|yuan|必填|选填|可选|required|optional|月|个月|年|months?|years?|日期格式?|yyyy[-/]?mm[-/]?dd|单位:?(?:元|万元))[)）\]】]/gi;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** `账面原值（元） *` and `账面原值` are one header; `资产编号(旧)` and `资产编号` are two. */
export function normaliseHeader(header: string): string {
  return header.normalize('NFKC').replace(MARKS, '').replace(NOT_LETTER_OR_DIGIT, '').toLowerCase();
}

/** Money under `原值（万元）` is counted in ten thousands. */
export function isInTenThousands(header: string): boolean {
  return /[([【,:\s]\s*(?:单位:?)?\s*万元?\s*[)\]】]?\s*\*?$/.test(header.normalize('NFKC').trim());
}

/** Whether a bare number under this header counts months; otherwise years: `折旧年限` against `折旧年限（月）`. */
export function isInMonths(header: string): boolean {
  return /月|months?/i.test(header);
}

/** The column that we add to refused rows; in a file that comes back it says nothing. */
export const REASON_HEADER = { zh: '原因', en: 'Reason' } as const;

export function isReasonHeader(header: string): boolean {
  return normaliseHeader(header) === REASON_HEADER.zh || header.trim() === REASON_HEADER.en;
}

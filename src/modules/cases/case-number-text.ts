/** A case number as people write it, made comparable: no spaces, one kind of bracket, plain digits. Pure. */

/** Spaces of every kind, and what is printed as nothing. */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const OPENING = /[([{⟨❨﹝﹙〔〖【［｛〈（]/gu;
const CLOSING = /[)\]}⟩❩﹞﹚〕〗】］｝〉）]/gu;
const FULL_WIDTH_DIGIT = /[０-９]/gu;
const DASHES = /[‐‑‒–—―−－]/gu;
const FULL_WIDTH_OFFSET = 0xff10 - 0x30;

/**
 * Every bracket becomes （ or ）, which the rules print; NFKC would do the opposite and is not used. What is stored as
 * written stays as written beside it.
 */
export function normaliseCaseNumberText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(OPENING, '（')
    .replace(CLOSING, '）')
    .replace(DASHES, '-')
    .replace(FULL_WIDTH_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

const SUFFIX = /号(之[一二三四五六七八九十]{1,3})$/u;

/** `…号之一` names a document of the case, not another case. */
export function splitDocumentSuffix(text: string): { readonly text: string; readonly suffix: string | null } {
  const suffix = SUFFIX.exec(text)?.[1];
  return suffix === undefined ? { text, suffix: null } : { text: text.slice(0, -suffix.length), suffix };
}

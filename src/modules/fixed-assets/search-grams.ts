/**
 * How words of a card become searchable, Chinese two-character words included. Pure; runs for cards and for queries.
 * A piece of a word is one 32-bit number, because a million cards have fifty million pieces: two neighbouring UTF-16
 * units; a single Han character, or a word of one unit, with nothing before it; three neighbouring ASCII characters
 * as a negative number, since pairs of digits alone are on every card. No two pieces share a number.
 */

const HAN = /\p{Script=Han}/u;
/** Everything that separates words: spaces, punctuation, symbols. */
const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** Full-width becomes half-width, case goes: `ＴｈｉｎｋＰａｄ` and `thinkpad` are one word. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(SEPARATORS)
    .filter((word) => word.length > 0);
}

function pairGram(word: string, at: number): number {
  return (word.charCodeAt(at) << 16) | word.charCodeAt(at + 1);
}

function isAsciiTriple(word: string, at: number): boolean {
  return (
    at >= 0 &&
    at + 2 < word.length &&
    word.charCodeAt(at) < 128 &&
    word.charCodeAt(at + 1) < 128 &&
    word.charCodeAt(at + 2) < 128
  );
}

function tripleGram(word: string, at: number): number {
  return -((word.charCodeAt(at) << 14) | (word.charCodeAt(at + 1) << 7) | word.charCodeAt(at + 2)) - 1;
}

function addGramsOfWord(word: string, grams: Set<number>): void {
  for (let at = 0; at < word.length; at += 1) {
    if (at + 1 < word.length) grams.add(pairGram(word, at));
    if (isAsciiTriple(word, at)) grams.add(tripleGram(word, at));
    if (word.length === 1 || HAN.test(word.charAt(at))) grams.add(word.charCodeAt(at));
  }
}

/** The pieces under which a card is found. */
export function searchGramsOf(texts: readonly (string | null | undefined)[]): number[] {
  const grams = new Set<number>();
  for (const text of texts) {
    if (text === null || text === undefined) continue;
    for (const word of foldWords(text)) addGramsOfWord(word, grams);
  }
  return [...grams];
}

/** The pieces that a card must all have to match the typed words; empty when nothing of the text can be searched. */
export function queryGramsOf(query: string): number[] {
  const grams = new Set<number>();
  for (const word of foldWords(query)) {
    if (word.length === 1) grams.add(word.charCodeAt(0));
    for (let at = 0; at + 1 < word.length; at += 1) {
      if (isAsciiTriple(word, at)) grams.add(tripleGram(word, at));
      else if (!isAsciiTriple(word, at - 1)) grams.add(pairGram(word, at));
    }
  }
  return [...grams];
}

/** A number as people type it: upper case, without spaces, hyphens, slashes and dots. */
export function foldAlias(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_/.·]/gu, '');
}

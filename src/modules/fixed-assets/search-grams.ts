/** How words of a card become searchable, Chinese two-character words included. Pure; runs for cards and for queries. */

const HAN = /\p{Script=Han}/u;
/** Everything that separates words: spaces, punctuation, symbols. */
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const GRAMS_MAX = 400;

/** Full-width becomes half-width, case goes: `ＴｈｉｎｋＰａｄ` and `thinkpad` are one word. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(SEPARATORS)
    .filter((word) => word.length > 0);
}

function gramsOfWord(word: string): string[] {
  const characters = [...word];
  const pairs = characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  return [
    ...characters.filter((character) => HAN.test(character)),
    ...pairs,
    ...(characters.length === 1 ? characters : []),
  ];
}

/** The pieces under which a card is found: every two neighbouring characters, and every single Han character. */
export function searchGramsOf(texts: readonly (string | null | undefined)[]): string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    if (text === null || text === undefined) continue;
    for (const word of foldWords(text)) for (const gram of gramsOfWord(word)) grams.add(gram);
  }
  return [...grams].slice(0, GRAMS_MAX);
}

/** The pieces that a card must all have to match the typed words; a Han character alone only when it is the whole word. */
export function queryGramsOf(query: string): string[] {
  const grams = new Set<string>();
  for (const word of foldWords(query)) {
    const characters = [...word];
    if (characters.length === 1) grams.add(word);
    characters.slice(1).forEach((character, index) => grams.add(`${characters[index] ?? ''}${character}`));
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

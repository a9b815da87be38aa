import type { FontFace } from './font-face.ts';

/** What breaking lines needs of a typeface. */
export type CharacterMeasure = Pick<FontFace, 'advance'>;

/** Marks that no line may begin with (GB/T 15834: 点号, closing marks and 分隔号 do not stand at the start of a line). */
const NOT_FIRST = new Set('、，。．：；？！）］｝〕】〗》〉」』”’％‰…—～·,.:;?!)]}>%/');
/** Marks that no line may end with: opening brackets and quotation marks. */
const NOT_LAST = new Set('（［｛〔【〖《〈「『“‘([{<');
const LATIN = /[!-~\u00a1-\u024f]/;
/** A long word may be broken behind these; a code, date or number, where a digit follows, only when it has to be. */
const WORD_JOINT = new Set('-/_,;');
const DIGIT = /\d/;

/**
 * Breaks a text into lines no wider than `width` points at `size`: between Chinese characters, at spaces and behind
 * joints of Latin words; never before a closing mark, behind an opening one or between a number and its unit; a code
 * wider than the line is broken behind a joint, a word without one anywhere. Line feeds are kept, also empty lines. At
 * least one character stands on each line, however narrow.
 */
export function wrapText(face: CharacterMeasure, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) wrapParagraph(face, paragraph, (width * 1000) / size, lines);
  return lines;
}

function wrapParagraph(face: CharacterMeasure, paragraph: string, limit: number, lines: string[]): void {
  const characters = Array.from(paragraph);
  let start = 0;
  do {
    const end = lineEnd(face, characters, start, limit);
    lines.push(characters.slice(start, end).join('').trimEnd());
    start = end;
    while (characters[start] === ' ') start += 1;
  } while (start < characters.length);
}

/** Where the line that begins at `start` ends: behind its last willing break, or behind what fits. */
function lineEnd(
  face: CharacterMeasure,
  characters: readonly string[],
  start: number,
  limit: number,
): number {
  let lastBreak = start;
  let lastJoint = start;
  let used = 0;
  for (let index = start; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const before = characters[index - 1] ?? '';
    if (index > start && mayBreakAt(characters, index)) lastBreak = index;
    if (index > start && WORD_JOINT.has(before) && !NOT_FIRST.has(character)) lastJoint = index;
    used += face.advance(character.codePointAt(0) ?? 0) ?? 1000;
    if (used > limit && index > start && character !== ' ')
      return [lastBreak, lastJoint].find((end) => end > start) ?? index;
  }
  return characters.length;
}

/** One character behind a number is its unit, `2 层`; more of them are another word. */
function isUnitAt(characters: readonly string[], index: number): boolean {
  if (characters[index - 1] !== ' ' || !DIGIT.test(characters[index - 2] ?? '')) return false;
  const [unit = '', next = ' '] = characters.slice(index, index + 2);
  return !LATIN.test(unit) && (next === ' ' || next === '\n' || NOT_FIRST.has(next));
}

function mayBreakAt(characters: readonly string[], index: number): boolean {
  return !isUnitAt(characters, index) && mayBreak(characters[index - 1] ?? '', characters[index] ?? '');
}

function mayBreak(before: string, after: string): boolean {
  if (NOT_FIRST.has(after) || NOT_LAST.has(before)) return false;
  if (before === ' ') return true;
  if (after === ' ') return false;
  if (!LATIN.test(before) || !LATIN.test(after)) return true;
  return WORD_JOINT.has(before) && !DIGIT.test(after);
}

/** As few lines as `width` allows, and those as even as they can be: for titles, whose last character is not left alone. */
export function wrapEvenly(face: CharacterMeasure, text: string, size: number, width: number): string[] {
  const lines = wrapText(face, text, size, width);
  for (let narrower = width - size / 2; lines.length > 1 && narrower > size; narrower -= size / 2) {
    const even = wrapText(face, text, size, narrower);
    if (even.length > lines.length) break;
    lines.splice(0, lines.length, ...even);
  }
  return lines;
}

/** The widest piece of a text that is not broken willingly, in points. */
export function widestWord(face: FontFace, text: string, size: number): number {
  const characters = Array.from(text);
  let widest = 0;
  let current = 0;
  characters.forEach((character, index) => {
    if (character === '\n' || (index > 0 && mayBreakAt(characters, index))) current = 0;
    if (character !== '\n' && character !== ' ') current += face.widthOf(character, size);
    widest = Math.max(widest, current);
  });
  return widest;
}

import type { FontFace } from './font-face.ts';

const LINE_BREAKS = /\r\n?|\u2028|\u2029|\u0085|\v|\f/g;

/**
 * The text with each character that the typeface lacks written as `〔U+20BB7〕`, so that a reader sees that and what is
 * missing; each such character is added to `missing`. Every kind of line break becomes LF, a tab two spaces.
 */
export function visibleText(face: FontFace, text: string, missing: Set<number>): string {
  let isComplete = true;
  for (let index = 0; index < text.length && isComplete; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index += 1;
    isComplete = face.advance(codePoint) !== null;
  }
  if (isComplete) return text;
  const unified = text.replace(LINE_BREAKS, '\n').replaceAll('\t', '  ');
  return Array.from(unified, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || face.advance(codePoint) !== null) return character;
    missing.add(codePoint);
    return codePointName(codePoint);
  }).join('');
}

/** `〔U+20BB7〕` */
export function codePointName(codePoint: number): string {
  return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
}

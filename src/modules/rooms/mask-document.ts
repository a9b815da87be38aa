/** 证件脱敏: what may be kept of a visitor's document. Pure. */

const KEPT_AT_END = 4;
const KEPT_AT_START = 2;

/** `152801199001011234` → `15************1234`; of a short number only the last character or two stay. */
export function maskDocument(number: string): string {
  const characters = [...number.replace(/\s/gu, '')];
  const atEnd = Math.min(KEPT_AT_END, Math.floor(characters.length / 3));
  const atStart = Math.min(KEPT_AT_START, Math.floor(characters.length / 6));
  return characters
    .map((character, index) =>
      index < atStart || index >= characters.length - atEnd || character === '*' ? character : '*',
    )
    .join('');
}

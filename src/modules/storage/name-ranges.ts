/** `301～320` typed once stands for twenty rooms. Pure, runs in the browser too. */

/** More names than this are refused, so that a slip of the finger does not make ten thousand rooms. */
export const NAMES_MAX = 1000;

const NUMBER = /^(?<prefix>.*?)(?<digits>\d{1,6})(?<suffix>\D*)$/u;
/** Not the hyphen: `3-5室` is a name. */
const SEPARATOR = /\s*(?:[~～〜–—至]|\.\.|…)\s*/u;

interface Numbered {
  readonly prefix: string;
  readonly digits: string;
  readonly suffix: string;
}

function numberedName(text: string): Numbered | null {
  const groups = NUMBER.exec(text)?.groups;
  if (groups === undefined) return null;
  return {
    prefix: groups['prefix'] ?? '',
    digits: groups['digits'] ?? '',
    suffix: groups['suffix'] ?? '',
  };
}

/** The names of one line: those of a range `A301室～A320室`, `301..320室`, `01—12`; otherwise the line itself. */
function namesOfLine(line: string): string[] {
  const sides = line.split(SEPARATOR);
  const [left, right] = [numberedName(sides[0] ?? ''), numberedName(sides[1] ?? '')];
  if (sides.length !== 2 || left === null || right === null) return [line];
  const samePrefix = right.prefix === '' || right.prefix === left.prefix;
  const sameSuffix = left.suffix === '' || left.suffix === right.suffix;
  const [first, last] = [Number(left.digits), Number(right.digits)];
  if (!samePrefix || !sameSuffix || last < first) return [line];
  const width = left.digits.startsWith('0') ? left.digits.length : 0;
  const count = Math.min(last - first + 1, NAMES_MAX + 1);
  return Array.from(
    { length: count },
    (_, index) => `${left.prefix}${String(first + index).padStart(width, '0')}${right.suffix}`,
  );
}

/** One name a line or a range, blank lines left out, in the order typed. At most NAMES_MAX + 1 names are answered. */
export function expandNames(text: string): string[] {
  const names: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const trimmed = line.trim();
    if (trimmed !== '') names.push(...namesOfLine(trimmed));
    if (names.length > NAMES_MAX) break;
  }
  return names.slice(0, NAMES_MAX + 1);
}

/** Code 128 (ISO/IEC 15417) of printable ASCII, in code sets B and C, as short as can be. */

const WIDTHS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232'
)
  .split(' ')
  .map((widths) => Array.from(widths, Number));
const STOP_WIDTHS = [2, 3, 3, 1, 1, 1, 2];

export const START_B = 104;
export const START_C = 105;
/** Within set B, 99 goes over to C; within set C, 100 goes over to B. */
export const TO_C = 99;
export const TO_B = 100;

/** White modules that must stay free at both ends (ISO/IEC 15417, 4.4). */
export const CODE_128_QUIET_MODULES = 10;

export interface Code128 {
  /** From the start code to the check symbol, without the stop. */
  readonly symbols: readonly number[];
  /** Widths of bars and spaces in turn, a bar first and last. */
  readonly runs: readonly number[];
  /** Modules from the first bar to the last. */
  readonly width: number;
}

/** Throws RangeError for a character that is not printable ASCII. */
export function encodeCode128(text: string): Code128 {
  if (!/^[ -~]+$/.test(text)) throw new RangeError('Code 128 takes printable ASCII here');
  const body = shortestSymbols(text);
  const check = body.reduce((sum, symbol, index) => sum + symbol * Math.max(1, index), 0) % 103;
  const symbols = [...body, check];
  const runs: number[] = [];
  for (const symbol of symbols) runs.push(...(WIDTHS[symbol] ?? []));
  runs.push(...STOP_WIDTHS);
  return { symbols, runs, width: symbols.length * 11 + 13 };
}

/**
 * `toEndB[i]` is the number of symbols that what follows position i takes when set B holds there; likewise C. From the
 * end to the start, then the cheaper way is walked; at a tie the set is kept.
 */
function shortestSymbols(text: string): number[] {
  const { length } = text;
  const toEndB = new Array<number>(length + 1).fill(0);
  const toEndC = new Array<number>(length + 1).fill(0);
  for (let at = length - 1; at >= 0; at -= 1) {
    const letter = 1 + (toEndB[at + 1] ?? 0);
    const digits = pairAt(text, at) === null ? Infinity : 1 + (toEndC[at + 2] ?? 0);
    toEndB[at] = Math.min(letter, 1 + digits);
    toEndC[at] = Math.min(digits, 1 + letter);
  }
  let isC = (toEndC[0] ?? 0) < (toEndB[0] ?? 0);
  const symbols = [isC ? START_C : START_B];
  for (let at = 0; at < length;) {
    const pair = pairAt(text, at);
    const letter = 1 + (toEndB[at + 1] ?? 0);
    const digits = pair === null ? Infinity : 1 + (toEndC[at + 2] ?? 0);
    const staysInC = isC ? digits <= 1 + letter : 1 + digits < letter;
    if (staysInC !== isC) symbols.push(staysInC ? TO_C : TO_B);
    isC = staysInC;
    symbols.push(isC ? (pair ?? 0) : text.charCodeAt(at) - 32);
    at += isC ? 2 : 1;
  }
  return symbols;
}

/** The value of the two digits at a position, or null where there are none. */
function pairAt(text: string, at: number): number | null {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : null;
}

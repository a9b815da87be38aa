/** What an account may be called on lists. Pure; runs in the browser too. */

/** An account of a Chinese bank has 12 digits or more; the last four tell people which one is meant. */
const DIGITS_SHOWN_MAX = 6;

/** Whether a text gives away more of a number than its end. Spaces between groups of digits hide nothing. */
export function holdsAccountNumber(text: string): boolean {
  return new RegExp(`(?:\\d[\\s-]?){${DIGITS_SHOWN_MAX + 1},}`, 'u').test(text.normalize('NFKC'));
}

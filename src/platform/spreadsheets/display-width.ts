/** How wide a text stands in a fixed-pitch grid: a Chinese character takes two places, a Latin letter one. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Places the text takes, by its longest line. */
export function displayWidth(text: string): number {
  let widest = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const character of line) width += WIDE.test(character) ? 2 : 1;
    widest = Math.max(widest, width);
  }
  return widest;
}

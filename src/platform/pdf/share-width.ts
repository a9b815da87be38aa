/** How the width of a table is shared among its columns. All widths in one unit, whichever. */

export type AskedWidth = {
  /** Below this a word would be broken or a number set smaller. */
  readonly least: number;
  /** At this nothing is wrapped, or so much that more would be wasted. */
  readonly wanted: number;
  /** Texts may take more than they want and may give of what they have; numbers keep what they asked. */
  readonly grows: boolean;
  /** Widths of the sampled rows' texts, one a row. */
  readonly sampled: readonly number[];
  /** Lines that each of the sampled texts takes at a width. */
  readonly linesAt: (width: number) => readonly number[];
};

const STEPS = [8, 4, 2, 1, 0.5] as const;
const ROUNDS = 60;

/**
 * Gives each column its least, raises all evenly to what they want and texts to what they need for one line, then moves
 * width between texts as long as that makes the sampled rows lower together; what is left over goes to texts first, then
 * to all. `step` is the smallest useful move.
 */
export function shareWidth(asked: readonly AskedWidth[], room: number, step: number): number[] {
  const least = asked.reduce((sum, width) => sum + width.least, 0);
  if (least >= room) return asked.map((width) => (width.least * room) / least);
  const widths = asked.map((width) => width.least);
  const whole = asked.map((width) => ({ wanted: width.grows ? Math.max(0, ...width.sampled) : 0 }));
  const left = raiseEvenly(whole, widths, raiseEvenly(asked, widths, room - least));
  if (left < 0.01) moveBetweenTexts(asked, widths, step);
  else spread(asked, widths, left);
  return widths;
}

/** Fills `widths` up to what is wanted; returns what remains. */
function raiseEvenly(asked: readonly Pick<AskedWidth, 'wanted'>[], widths: number[], room: number): number {
  let left = room;
  while (left > 0.01) {
    const hungry = asked.flatMap(({ wanted }, index) =>
      wanted - (widths[index] ?? 0) > 0.01 ? [index] : [],
    );
    if (hungry.length === 0) return left;
    const share = left / hungry.length;
    for (const index of hungry) {
      const given = Math.min(share, (asked[index]?.wanted ?? 0) - (widths[index] ?? 0));
      widths[index] = (widths[index] ?? 0) + given;
      left -= given;
    }
  }
  return 0;
}

/** Texts take up to half as much again as they want, all columns share the rest in proportion. */
function spread(asked: readonly AskedWidth[], widths: number[], left: number): void {
  const texts = asked.reduce((sum, { grows, wanted }) => sum + (grows ? wanted : 0), 0);
  const toTexts = Math.min(left, texts / 2);
  asked.forEach(({ grows, wanted }, index) => {
    if (grows && texts > 0) widths[index] = (widths[index] ?? 0) + (toTexts * wanted) / texts;
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const factor = 1 + (left - toTexts) / Math.max(total, 0.01);
  widths.forEach((width, index) => (widths[index] = width * factor));
}

/** Takes the best move between two texts again and again until none helps. */
function moveBetweenTexts(asked: readonly AskedWidth[], widths: number[], step: number): void {
  const texts = asked.flatMap(({ grows }, index) => (grows ? [index] : []));
  let cost = totalLines(asked, widths, texts);
  for (let round = 0; round < ROUNDS; round += 1) {
    let best: { cost: number; from: number; to: number; amount: number } | null = null;
    for (const from of texts) {
      for (const to of texts) {
        for (const factor of STEPS) {
          const amount = factor * step;
          if (from === to || (widths[from] ?? 0) - amount < (asked[from]?.least ?? 0)) continue;
          const moved = totalLines(asked, move(widths, from, to, amount), texts);
          if (moved < (best?.cost ?? cost) - 0.001) best = { cost: moved, from, to, amount };
        }
      }
    }
    if (best === null) return;
    move(widths, best.from, best.to, best.amount).forEach((width, index) => (widths[index] = width));
    cost = best.cost;
  }
}

function move(widths: readonly number[], from: number, to: number, amount: number): number[] {
  return widths.map((width, index) =>
    index === from ? width - amount : index === to ? width + amount : width,
  );
}

/** Lines of the sampled rows, each as high as its highest cell; all cells' lines count a little, to break ties. */
function totalLines(
  asked: readonly AskedWidth[],
  widths: readonly number[],
  texts: readonly number[],
): number {
  const lines = texts.map((index) => asked[index]?.linesAt(widths[index] ?? 1) ?? []);
  const rowCount = Math.max(0, ...lines.map((rows) => rows.length));
  let total = 0;
  for (let row = 0; row < rowCount; row += 1) {
    let highest = 1;
    for (const rows of lines) {
      highest = Math.max(highest, rows[row] ?? 1);
      total += (rows[row] ?? 1) * 0.02;
    }
    total += highest;
  }
  return total;
}

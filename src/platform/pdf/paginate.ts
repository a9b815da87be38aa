import type { PaperRow } from './table-layout.ts';

export type PaperPage = {
  readonly number: number;
  readonly rows: readonly PaperRow[];
  readonly isLast: boolean;
};

/**
 * Deals rows out to pages. `room(page)` is the height for rows on a page, `tail()` what follows the rows of the last
 * page (asked at the end). The last page never holds the tail alone while a row can be moved to it.
 */
export async function* paginate(
  rows: AsyncIterable<PaperRow>,
  room: (page: number) => number,
  tail: () => number,
): AsyncGenerator<PaperPage, void, undefined> {
  let page: PaperRow[] = [];
  let number = 1;
  let used = 0;
  for await (const row of rows) {
    if (page.length > 0 && used + row.height > room(number)) {
      yield { number, rows: page, isLast: false };
      page = [];
      number += 1;
      used = 0;
    }
    page.push(row);
    used += row.height;
  }
  if (used + tail() > room(number)) {
    const moved = page.length > 1 ? page.splice(-1) : [];
    yield { number, rows: page, isLast: false };
    number += 1;
    page = moved;
  }
  yield { number, rows: page, isLast: true };
}

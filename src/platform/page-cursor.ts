/** Where a keyset page ended, as an opaque text: base64url of JSON, checked when it comes back. */
import type { z } from 'zod';
import { refuse, type Refusal } from './errors.ts';

export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
}

function refuseCursor(): Refusal {
  return refuse('INPUT_INVALID', { count: 1 }, [
    {
      path: 'query.after',
      code: 'CURSOR_INVALID',
      zh: '翻页位置无效或与当前排序不符，请从第一页重新查看。',
      en: 'The position of the page is not valid for this order. Start from the first page.',
    },
  ]);
}

/** null without a cursor. Refusal: INPUT_INVALID when the text is not what `encodeCursor` made of such a position. */
export function decodeCursor<S extends z.ZodType>(
  after: string | undefined,
  position: S,
): z.output<S> | null {
  if (after === undefined) return null;
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    throw refuseCursor();
  }
  const parsed = position.safeParse(content);
  if (!parsed.success) throw refuseCursor();
  return parsed.data;
}

/** The page out of one row more than it holds: with a cursor when there is a row more. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  positionOf: (row: Row) => unknown,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null,
  };
}

import { z } from 'zod';
import { refuse } from '../../platform/errors.ts';

const cursorParts = z.tuple([z.string().max(1000), z.uuid()]);

export interface Cursor {
  /** What the list is sorted by, of the last row of the page before. */
  readonly key: string;
  readonly id: string;
}

export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Refusal: INPUT_INVALID when the text was never handed out as a cursor. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [key, id] = cursorParts.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    throw refuse('INPUT_INVALID', { count: 1 }, [
      {
        path: 'query.after',
        code: 'CURSOR_INVALID',
        zh: '翻页位置无效，请从第一页重新开始。',
        en: 'This is no position in the list. Start from the first page.',
      },
    ]);
  }
}

/** The page of `limit` rows out of `limit + 1` that were asked for, and where the next one begins. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => Cursor,
): { page: readonly T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null };
}

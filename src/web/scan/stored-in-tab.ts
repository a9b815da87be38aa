/** What a standing flow keeps over a reload; it goes with the browser's tab and with sign-out. */
import type { z } from 'zod';

const PREFIX = 'court-custody.';

/** What was kept under the name, or `empty` when there is nothing, or nothing of this shape. */
export function readStoredInTab<S extends z.ZodType>(
  name: string,
  schema: S,
  empty: z.output<S>,
): z.output<S> {
  try {
    const kept = schema.safeParse(JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null'));
    return kept.success ? kept.data : empty;
  } catch {
    return empty;
  }
}

/** A full or forbidden store keeps nothing; the page works on. */
export function storeInTab(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // why: losing what a reload would bring back must not break the scan under way.
  }
}

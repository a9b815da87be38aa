import type { Sentence } from '../../platform/errors.ts';

/** What somebody wrote, which is the same for readers of either language. */
export function asWritten<T extends string | null>(text: T): T extends string ? Sentence : Sentence | null;
export function asWritten(text: string | null): Sentence | null {
  return text === null ? null : { zh: text, en: text };
}

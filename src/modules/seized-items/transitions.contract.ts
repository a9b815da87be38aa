/** What every command that moves items on answers. Runs in the browser too. */
import { z } from 'zod';

const transitionLine = z.object({
  itemId: z.string(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  verdict: z.string(),
  zh: z.string(),
  en: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
});

/** A line an item; on a dry run refused lines are answered, otherwise one of them refuses all. */
export const transitionsAnswer = z.object({
  written: z.boolean(),
  refusedCount: z.int(),
  lines: z.array(transitionLine),
});
export type TransitionsAnswer = z.output<typeof transitionsAnswer>;

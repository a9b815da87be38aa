/** What foreign money is worth in yuan, as answers say it. Runs in the browser too. */
import { z } from 'zod';

/** What it is worth, and by which rate. */
export const worthAnswer = z.object({
  fen: z.int(),
  rateId: z.string(),
  currency: z.string(),
  quotedOn: z.string(),
  direction: z.enum(['direct', 'inverse']),
  units: z.int(),
  rate: z.string(),
  source: z.enum(['cfets', 'safe', 'bank']),
});
export type Worth = z.output<typeof worthAnswer>;

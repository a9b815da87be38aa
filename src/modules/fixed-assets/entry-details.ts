/** What entries keep in `details`, read back. Anything else there is left alone. Pure. */
import { z } from 'zod';
import { assetCard, cardField } from './asset-fields.ts';

const cardValue = z.union([z.string(), z.number(), z.null()]);
export const cardChange = z.object({ field: cardField, from: cardValue, to: cardValue });
export type CardChangeRecord = z.output<typeof cardChange>;

const details = z.object({
  card: assetCard.optional().catch(undefined),
  changes: z.array(cardChange).optional().catch(undefined),
  loanDueOn: z.string().nullable().optional().catch(undefined),
});

export interface EntryDetails {
  /** The card of a first entry. */
  readonly card: z.output<typeof assetCard> | null;
  /** Of a correction of the card. */
  readonly changes: readonly CardChangeRecord[];
  readonly loanDueOn: string | null;
}

export function readEntryDetails(content: unknown): EntryDetails {
  const parsed = details.parse(content ?? {});
  return { card: parsed.card ?? null, changes: parsed.changes ?? [], loanDueOn: parsed.loanDueOn ?? null };
}

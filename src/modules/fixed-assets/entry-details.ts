/** What entries keep in `details`, read back. Anything else there is left alone. Pure. */
import { z } from 'zod';
import { assetCard, cardField } from './asset-fields.ts';

const cardValue = z.union([z.string(), z.number(), z.null()]);
export const cardChange = z.object({ field: cardField, from: cardValue, to: cardValue });

const text = () => z.string().nullable().default(null).catch(null);

const details = z.object({
  /** The card of a first entry. */
  card: assetCard.nullable().default(null).catch(null),
  /** Of a correction of the card. */
  changes: z.array(cardChange).default([]).catch([]),
  /** Of a loan, and of a first entry of a thing that is lent. */
  dueOn: text(),
  loanDueOn: text(),
  /** Why it was marked idle or corrected. */
  reason: text(),
  /** Of sending to repair and taking back. */
  fault: text(),
  expectedOn: text(),
  outcome: text(),
  costFen: z.int().nullable().default(null).catch(null),
  /** In which a loan came back. */
  condition: text(),
  /** Of another code, and the code of a first entry. */
  formerCode: text(),
  code: text(),
});

export type EntryDetails = Readonly<z.output<typeof details>>;

export function readEntryDetails(content: unknown): EntryDetails {
  return details.parse(content ?? {});
}

import type { z } from 'zod';
import { normaliseQuantity } from '../ledger/entry.ts';
import type { AssetCard } from './asset-card.ts';
import type { cardInput } from './contract.ts';

/** The card as it is kept, from the card as it was filled in: months become their first day, quantities lose trailing zeros. Pure. */
export function cardOfInput(input: z.output<typeof cardInput>): AssetCard {
  const { openingDepreciationMonth } = input;
  return {
    ...input,
    quantity: normaliseQuantity(input.quantity),
    openingDepreciationMonth: openingDepreciationMonth === null ? null : `${openingDepreciationMonth}-01`,
  };
}

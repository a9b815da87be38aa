/** What stands in the fields of a card's form, and the card that it makes. Pure. */
import type { z } from 'zod';
import type { AssetCard, CardField } from '../../../../modules/fixed-assets/asset-card.ts';
import type { cardInput } from '../../../../modules/fixed-assets/contract.ts';
import { CARD_GROUP_KEYS, CARD_GROUPS } from '../card-groups.ts';

/** Every field as its control keeps it; empty fields are absent, null or blank. */
export type CardValues = { readonly [K in CardField]?: AssetCard[K] | null };
type CardInput = z.input<typeof cardInput>;

/** Money that counts as nought when it is left empty. */
const ZERO_WHEN_EMPTY: ReadonlySet<CardField> = new Set(['openingDepreciationFen']);
const DEFAULT_WHEN_EMPTY: ReadonlySet<CardField> = new Set(['unit', 'quantity', 'valueKind']);

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** The card to send: blank is null, or left to the server where it has a usual value. */
export function cardOfValues(values: CardValues): CardInput {
  const card: Partial<Record<CardField, unknown>> = {};
  for (const field of CARD_GROUP_KEYS.flatMap((group) => [...CARD_GROUPS[group]] as CardField[])) {
    const value = values[field];
    if (!isEmpty(value)) card[field] = value;
    else if (ZERO_WHEN_EMPTY.has(field)) card[field] = 0;
    else if (!DEFAULT_WHEN_EMPTY.has(field)) card[field] = null;
  }
  // why: what the form left out is refused by the server, which names the field; everything else has its type.
  return card as CardInput;
}

/** The card as it is kept, in the form. */
export function valuesOfCard(card: AssetCard): CardValues {
  return { ...card };
}

/** The card that the form would make of a kept one, for saying what changes. */
export function cardAfter(before: AssetCard, values: CardValues): AssetCard {
  const month = values.openingDepreciationMonth;
  const typed = cardOfValues(values);
  return {
    ...before,
    ...typed,
    openingDepreciationMonth: isEmpty(month) ? null : `${month?.slice(0, 7)}`,
  } as AssetCard;
}

/** What a next card of the same delivery takes over: all but the numbers of the single thing. */
export function valuesForNext(values: CardValues): CardValues {
  return { ...values, serialNumber: null, oldNumber1: null, oldNumber2: null };
}

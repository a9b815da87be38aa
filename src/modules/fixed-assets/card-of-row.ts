/** The card out of a wider row. Pure. */
import { CARD_FIELDS, type AssetCard, type CardField } from './asset-card.ts';

// why: CARD_FIELDS has exactly the keys of AssetCard.
const FIELDS = Object.keys(CARD_FIELDS) as CardField[];

export function cardOfRow(row: AssetCard): AssetCard {
  // why: the entries are those of AssetCard, one for each of its fields.
  return Object.fromEntries(FIELDS.map((field) => [field, row[field]])) as unknown as AssetCard;
}

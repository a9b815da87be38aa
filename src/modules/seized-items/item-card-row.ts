/** The card of an item as columns of its table. */
import type { ItemCard } from './item-fields.ts';

/** The columns of the card, as the table names them. */
export function cardRowOf(card: ItemCard): Record<string, unknown> {
  return {
    name: card.name,
    category: card.category,
    grade: card.grade,
    unit: card.unit,
    facts: card.facts,
    hazards: card.hazards,
    keeping: card.keeping,
    ownership: card.ownership,
    nature: card.nature,
    is_evidence: card.isEvidence,
    list_number: card.listNumber,
    list_line: card.listLine,
    listed_quantity: card.listedQuantity,
    listed_unit: card.listedUnit,
    unit_factor: card.unitFactor,
    seizure_document: card.seizureDocument,
    seizure_expires_on: card.seizureExpiresOn,
    expires_on: card.expiresOn,
    estimated_value_fen: card.estimatedValueFen,
    is_unverified: card.isUnverified,
    review_on: card.reviewOn,
    notes: card.notes,
  };
}

export const CARD_COLUMNS =
  'name, category, grade, unit, facts, hazards, keeping, ownership, nature, is_evidence, list_number, list_line, ' +
  'listed_quantity, listed_unit, unit_factor, seizure_document, seizure_expires_on, expires_on, estimated_value_fen, ' +
  'is_unverified, review_on, notes';
export const CARD_TYPES =
  'name text, category text, grade text, unit text, facts jsonb, hazards text[], keeping text[], ownership text, ' +
  'nature text, is_evidence boolean, list_number text, list_line text, listed_quantity numeric, listed_unit text, ' +
  'unit_factor numeric, seizure_document text, seizure_expires_on date, expires_on date, estimated_value_fen bigint, ' +
  'is_unverified boolean, review_on date, notes text';

/** The card of a part: what its parent is, but for what was listed and received of the whole. Pure. */
import type { ItemCard } from '../item-fields.ts';
import { HAZARDS, KEEPING_NEEDS, NATURES, OWNERSHIPS } from '../item-fields.ts';
import type { ItemRow } from '../item-page.sql.ts';

function known<T extends string>(table: Readonly<Record<T, unknown>>, key: string): key is T {
  return Object.hasOwn(table, key);
}

export function cardOfPart(parent: ItemRow, name: string | null): ItemCard {
  const { category, grade, unit, facts, isEvidence, listNumber, listLine, hazards, keeping } = parent;
  const { seizureDocument, seizureExpiresOn, expiresOn, isUnverified } = parent;
  return {
    ...{ category, grade, unit, facts, isEvidence, listNumber, listLine },
    ...{ seizureDocument, seizureExpiresOn, expiresOn, isUnverified },
    name: name ?? parent.name,
    hazards: hazards.flatMap((key) => (known(HAZARDS, key) ? [key] : [])),
    keeping: keeping.flatMap((key) => (known(KEEPING_NEEDS, key) ? [key] : [])),
    ownership: known(OWNERSHIPS, parent.ownership) ? parent.ownership : 'unknown',
    nature: known(NATURES, parent.nature) ? parent.nature : 'undecided',
    listedQuantity: null,
    listedUnit: null,
    unitFactor: null,
    estimatedValueFen: null,
    reviewOn: null,
    notes: null,
  };
}

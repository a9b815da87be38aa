/** Signs that warn whoever takes a thing up: what it does to people, and that it is dear or secret. Pure. */
import { categoryOf, type ItemCategoryId, type ItemGrade } from './item-categories.ts';
import { HAZARDS, type Hazard } from './item-fields.ts';

export interface WarnedItem {
  readonly hazards: readonly string[];
  readonly grade: ItemGrade;
  readonly keeping: readonly string[];
  readonly category: ItemCategoryId;
}

/** In Chinese, as labels and papers bear them; empty where nothing warns. */
export function warningsOf({ hazards, grade, keeping, category }: WarnedItem): string {
  const signs = hazards.flatMap((hazard) => (isHazard(hazard) ? [HAZARDS[hazard].zh] : []));
  const isPerishable = categoryOf(category).isPerishable === true && !hazards.includes('perishable');
  return [
    ...signs,
    ...(isPerishable ? ['易腐'] : []),
    ...(grade === 'ordinary' ? [] : ['贵重']),
    ...(keeping.includes('secret') ? ['保密'] : []),
  ].join('、');
}

function isHazard(text: string): text is Hazard {
  return Object.hasOwn(HAZARDS, text);
}

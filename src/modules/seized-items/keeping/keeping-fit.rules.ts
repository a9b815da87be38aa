/** What a place offers held against what a thing needs. Pure; runs in the browser too. */
import type { EnvironmentKey } from '../../rooms/item-categories.ts';
import { KEEPING_NEEDS, type KeepingNeed } from '../item-fields.ts';

/** null: nothing that a place could offer. */
export const OFFERED_AS: Readonly<Record<KeepingNeed, EnvironmentKey | null>> = {
  cold: 'refrigerated',
  antimagnetic: 'antimagnetic',
  dry: 'dry',
  dark: 'dark',
  secret: 'secret',
  yard: 'parking',
  feeding: 'feeding',
  fire_safe: 'fire_safe',
  separate: 'separate',
  marked_notes: null,
  no_power_on: null,
};

export function isKeepingNeed(text: string): text is KeepingNeed {
  return Object.hasOwn(KEEPING_NEEDS, text);
}

/** The needs that the place does not meet, in the order of the thing. */
export function unmetNeeds(keeping: readonly string[], environment: readonly string[]): KeepingNeed[] {
  return keeping.filter(isKeepingNeed).filter((need) => {
    const offered = OFFERED_AS[need];
    return offered !== null && !environment.includes(offered);
  });
}

/** What places must offer to fit the thing. */
export function environmentFor(keeping: readonly string[]): EnvironmentKey[] {
  return keeping.filter(isKeepingNeed).flatMap((need) => OFFERED_AS[need] ?? []);
}

/**
 * Things wait elsewhere for a stated reason while the court has no fitting place free; what is secret waits nowhere else
 * (situation 35).
 */
export function mayWaitElsewhere(unmet: readonly KeepingNeed[]): boolean {
  return !unmet.includes('secret');
}

/** `冷藏、防磁` and `cold, antimagnetic`. */
export function sayNeeds(needs: readonly KeepingNeed[]): { readonly zh: string; readonly en: string } {
  return {
    zh: needs.map((need) => KEEPING_NEEDS[need].zh).join('、'),
    en: needs.map((need) => KEEPING_NEEDS[need].en.toLowerCase()).join(', '),
  };
}

export interface Conditions {
  readonly environment: readonly string[];
  /** Empty: every category that the court keeps at all. */
  readonly categories: readonly string[];
}

const keepsCategory = (category: string, categories: readonly string[]) =>
  categories.length === 0 || categories.includes(category);

/** What a thing does not find any more once the conditions change; null: it fits as well as before. */
export function lostBy(
  thing: { readonly category: string; readonly keeping: readonly string[] },
  before: Conditions,
  after: Conditions,
): { readonly unmet: readonly KeepingNeed[]; readonly isCategoryForeign: boolean } | null {
  const lackedBefore = unmetNeeds(thing.keeping, before.environment);
  const unmet = unmetNeeds(thing.keeping, after.environment).filter((need) => !lackedBefore.includes(need));
  const isCategoryForeign =
    keepsCategory(thing.category, before.categories) && !keepsCategory(thing.category, after.categories);
  return unmet.length > 0 || isCategoryForeign ? { unmet, isCategoryForeign } : null;
}

import { useCallback } from 'react';
import { sayQuantity, sayUnit, sayUnitOf } from '../../platform/quantity.ts';
import { useLanguage } from './use-language.ts';

/** Quantities with their unit in the language of the page: `2 units`. */
export function useSayQuantity(): (quantity: string, unit: string) => string {
  const language = useLanguage();
  return useCallback((quantity, unit) => sayQuantity(quantity, unit)[language], [language]);
}

/** Names of units and currencies in the language of the page. */
export function useSayUnit(): (unit: string) => string {
  const language = useLanguage();
  return useCallback((unit) => sayUnit(unit)[language], [language]);
}

/** The unit that follows a quantity or a field for one; without a quantity as it follows several. */
export function useUnitAfter(): (unit: string, quantity?: string) => string {
  const language = useLanguage();
  return useCallback((unit, quantity = '0') => sayUnitOf(quantity, unit)[language], [language]);
}

/** Words of the closed lists of seized items in the language of the page. */
import { useCallback } from 'react';
import { ITEM_CATEGORIES, ITEM_FACTS, ITEM_GRADES } from '../../../modules/seized-items/item-categories.ts';
import { HAZARDS, KEEPING_NEEDS, NATURES, OWNERSHIPS } from '../../../modules/seized-items/item-fields.ts';
import { useLanguage } from '../../i18n/use-language.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const TABLES = {
  category: ITEM_CATEGORIES,
  grade: ITEM_GRADES,
  fact: ITEM_FACTS,
  hazard: HAZARDS,
  keeping: KEEPING_NEEDS,
  ownership: OWNERSHIPS,
  nature: NATURES,
} as const satisfies Record<string, Words>;
export type WordTable = keyof typeof TABLES;

/** The word of an entry of a table; what the table does not know is shown as it is. */
export function useItemWord(): (table: WordTable, key: string) => string {
  const language = useLanguage();
  return useCallback(
    (table, key) => {
      const words: Words = TABLES[table];
      return words[key]?.[language] ?? key;
    },
    [language],
  );
}

export function useCategoryName(): (category: string) => string {
  const word = useItemWord();
  return useCallback((category) => word('category', category), [word]);
}

/** Every entry of a table as an option of a choice. */
export function useItemOptions(table: WordTable): { readonly value: string; readonly label: string }[] {
  const word = useItemWord();
  return Object.keys(TABLES[table]).map((value) => ({ value, label: word(table, value) }));
}

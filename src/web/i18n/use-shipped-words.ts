import { ROLES } from '../../modules/accounts/roles.ts';
import { ruleBasisInEnglish } from '../../modules/deadlines/rule-bases.ts';
import { holidayInEnglish } from '../../modules/deadlines/shipped-calendar.ts';
import { importBasisInEnglish } from '../../modules/fixed-assets/import/import-basis.ts';
import { ITEM_GRADES } from '../../modules/seized-items/item-categories.ts';
import { keptSentenceInEnglish } from '../../modules/seized-items/kept-sentences.ts';
import { requestBasisInEnglish } from '../../modules/seized-items/request-bases.ts';
import { useLanguage } from './use-language.ts';

const NAMES = new Map(
  [...Object.values(ROLES), ...Object.values(ITEM_GRADES)].map(({ zh, en }) => [zh, en] as const),
);

function inEnglish(text: string): string {
  return (
    NAMES.get(text) ??
    ruleBasisInEnglish(text) ??
    requestBasisInEnglish(text) ??
    keptSentenceInEnglish(text) ??
    importBasisInEnglish(text) ??
    holidayInEnglish(text) ??
    text
  );
}

/** The full-width colon. */
const COLON = String.fromCodePoint(0xff1a);

const asKept = (text: string): string => text;

/** The title of a request; of one from before there was an English title the kind alone, which it begins with. */
export function useRequestTitle(): (request: {
  readonly title: string;
  readonly titleEn: string | null;
  readonly kindName: { readonly zh: string; readonly en: string };
}) => string {
  const language = useLanguage();
  return ({ title, titleEn, kindName: { zh, en } }) => {
    if (language === 'zh') return title;
    const begin = `${zh}${COLON}`;
    return titleEn ?? (title.startsWith(begin) ? `${en}: ${title.slice(begin.length)}` : title);
  };
}

/** What stands before the number of a request: its kind and a dot, nothing where the title begins with the kind. */
export function useKindBesideTitle(): (request: {
  readonly title: string;
  readonly titleEn: string | null;
  readonly kindName: { readonly zh: string; readonly en: string };
}) => string {
  const language = useLanguage();
  const titleOf = useRequestTitle();
  return (request) => {
    const kind = request.kindName[language];
    return titleOf(request).startsWith(kind) ? '' : `${kind} · `;
  };
}

/**
 * Texts that are kept in Chinese although they came with the product: titles of steps, grades, what rules rest on. In
 * English where they are known; what a court wrote itself stays as it is.
 */
export function useShippedWords(): (text: string) => string {
  const language = useLanguage();
  return language === 'en' ? inEnglish : asKept;
}

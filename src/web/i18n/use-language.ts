import { useTranslation } from 'react-i18next';
import type { Language } from './language.ts';

/** The language the page is shown in; the component renders again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

export interface TwoSentences {
  readonly zh: string;
  readonly en: string;
}

/** Picks the sentence of the page's language from texts that carry both. */
export function usePickSentence(): (sentences: TwoSentences) => string {
  const language = useLanguage();
  return (sentences) => sentences[language];
}

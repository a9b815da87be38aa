/** Chinese first, English switchable; texts are loaded per language and namespace when a page asks for them. */
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';

const STORAGE_KEY = 'court-custody.language';
const texts = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

const textLoader: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = texts[`../locales/${language}/${namespace}.json`];
    if (load === undefined) {
      done(new Error(`no texts for ${language}/${namespace}`), false);
      return;
    }
    load().then(
      (module) => done(null, module.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), true),
    );
  },
};

/** The person's own choice on this device, or undefined when none was made yet. */
export function rememberedLanguage(): Language | undefined {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === 'zh' || stored === 'en' ? stored : undefined;
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

/** Resolves when the shared texts of the first page are there. */
export async function startLanguage(): Promise<void> {
  const first = rememberedLanguage() ?? 'zh';
  document.documentElement.lang = first === 'zh' ? 'zh-CN' : 'en';
  await i18next
    .use(textLoader)
    .use(initReactI18next)
    .init({
      lng: first,
      fallbackLng: false,
      supportedLngs: ['zh', 'en'],
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** Switches the language, remembers it on this device and tells the browser (`<html lang>`). */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORAGE_KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { usePageTitle } from './use-page-title.ts';
import './public-frame.css';

/** The calm single-column page of sign-in and set-up; it loads nothing of the shell. */
export function PublicFrame({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  usePageTitle(title);
  return (
    <div className="cc-public">
      <header className="cc-public-header">
        <img src="/mark.svg" alt="" width={28} height={28} />
        <span className="cc-public-name">{t('productName')}</span>
        <button
          type="button"
          className="cc-plain-button cc-public-language"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void switchLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t('otherLanguage')}
        </button>
      </header>
      <main className="cc-public-main">
        <h1>{title}</h1>
        {hint !== undefined && <p className="cc-soft">{hint}</p>}
        {children}
      </main>
    </div>
  );
}

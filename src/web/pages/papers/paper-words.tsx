/** What papers are called, and the marks that stand beside their numbers. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isPaperForm, PAPER_FORMS } from '../../../modules/papers/paper-forms.ts';
import type { PaperSummary } from '../../../modules/papers/papers.contract.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useLanguage } from '../../i18n/use-language.ts';

export function usePaperName(): (form: string) => string {
  const language = useLanguage();
  return useCallback((form) => (isPaperForm(form) ? PAPER_FORMS[form][language] : form), [language]);
}

/** Void, overtaken, printed how often, signed scan there or not. */
export function PaperMarks({ paper }: { paper: PaperSummary }) {
  const { t } = useTranslation('papers');
  if (paper.voidedAt !== null) return <StatusTag tone="closed">{t('mark.void')}</StatusTag>;
  return (
    <>
      {paper.reversedCount > 0 && (
        <StatusTag tone="alarm">{t('mark.reversed', { count: paper.reversedCount })}</StatusTag>
      )}
      {paper.isSensitive && <StatusTag tone="soon">{t('mark.sensitive')}</StatusTag>}
      <StatusTag tone={paper.printCount === 0 ? 'soon' : 'calm'}>
        {t(paper.printCount === 0 ? 'mark.unprinted' : 'mark.printed', { count: paper.printCount })}
      </StatusTag>
      {paper.scanCount > 0 && <StatusTag tone="settled">{t('mark.signed')}</StatusTag>}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { PapersOf } from './papers-of.tsx';

/** 文书: what waits to be issued over the case, and everything that was. */
export function CasePapersTab({ found }: CaseTabProps) {
  const { t } = useTranslation('papers');
  return (
    <section aria-label={t('title')}>
      <p className="cc-soft">
        {t('tabSentence')} <Link to="/papers">{t('registerLink')}</Link>
      </p>
      <PapersOf caseId={found.id} />
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';

/** 404: no page has this address. */
export function Component() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        title={t('notFound.hint', { address: pathname })}
        hint={t('notFound.next')}
        action={<Link to="/">{t('backToDesk')}</Link>}
      />
    </>
  );
}

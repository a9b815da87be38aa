import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';

/** The address exists, but not for this person. */
export function NoPermission() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('noPermission.title')} />
      <EmptyState
        title={t('noPermission.hint')}
        hint={t('noPermission.next')}
        action={<Link to="/">{t('backToDesk')}</Link>}
      />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';

/** Whether an account may be used. */
export function AccountStatusTag({ isClosed }: { isClosed: boolean }) {
  const { t } = useTranslation('accounts');
  return (
    <StatusTag tone={isClosed ? 'closed' : 'calm'}>{t(isClosed ? 'status.closed' : 'status.open')}</StatusTag>
  );
}

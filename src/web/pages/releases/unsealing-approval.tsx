import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../session/use-session.ts';
import './releases.css';

interface Sealed {
  readonly id: string;
  readonly unsealing: { readonly isApprovalNeeded: boolean; readonly approvalNumber: string | null } | null;
}

/** The way to the request for everything under the seal of a box. */
export function AskForUnsealing({ itemIds }: { itemIds: readonly string[] }) {
  const { t } = useTranslation('releases');
  const can = useCan();
  const address = `/item-requests/new?kind=unseal&${itemIds.map((id) => `item=${id}`).join('&')}`;
  return (
    <p className="cc-soft">
      {t('unsealing.box')}{' '}
      {can('item.request') && itemIds.length > 0 && <Link to={address}>{t('unsealing.ask')}</Link>}
    </p>
  );
}

/** Whether a seal may be opened now: the approval that is there, or that one is asked for first. */
export function UnsealingApproval({ item: { id, unsealing } }: { item: Sealed }) {
  const { t } = useTranslation('releases');
  const can = useCan();
  if (unsealing === null) return null;
  const { isApprovalNeeded, approvalNumber } = unsealing;
  if (approvalNumber !== null)
    return (
      <Alert
        className="cc-release-notice"
        type="success"
        showIcon
        title={t('unsealing.approved', { number: approvalNumber })}
      />
    );
  if (!isApprovalNeeded) return null;
  return (
    <Alert
      className="cc-release-notice"
      type="warning"
      showIcon
      title={t('unsealing.needed')}
      {...(can('item.request')
        ? { action: <Link to={`/item-requests/new?kind=unseal&item=${id}`}>{t('unsealing.ask')}</Link> }
        : {})}
    />
  );
}

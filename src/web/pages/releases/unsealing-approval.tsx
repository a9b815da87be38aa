import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../session/use-session.ts';
import './releases.css';

interface UnsealingProps {
  /** null: there is no seal. */
  readonly unsealing: { readonly isApprovalNeeded: boolean; readonly approvalNumber: string | null } | null;
  /** All that lies under the seal; empty where the person cannot ask for all of it. */
  readonly itemIds: readonly string[];
}

/** Whether a seal may be opened now: the approval that is there, or that one is asked for first. */
export function UnsealingApproval({ unsealing, itemIds }: UnsealingProps) {
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
  const search = new URLSearchParams([['kind', 'unseal'], ...itemIds.map((id) => ['item', id])]);
  const mayAsk = can('item.request') && itemIds.length > 0;
  return (
    <Alert
      className="cc-release-notice"
      type="warning"
      showIcon
      title={t('unsealing.needed')}
      {...(mayAsk
        ? { action: <Link to={`/item-requests/new?${search.toString()}`}>{t('unsealing.ask')}</Link> }
        : {})}
    />
  );
}

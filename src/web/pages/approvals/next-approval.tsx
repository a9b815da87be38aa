import { useTranslation } from 'react-i18next';
import { listWaitingApprovalsEndpoint } from '../../../modules/approvals/approvals.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { LinkButton } from '../../components/link-button.tsx';
import './approvals.css';

/** What waits next for an approver who has nothing to decide here, without the way back through the list. */
export function NextApproval({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation('approvals');
  const { data } = useQueryEndpoint(listWaitingApprovalsEndpoint, { query: {} });
  const next = data?.items.find(({ id }) => id !== requestId);
  if (next === undefined) return null;
  return (
    <div className="cc-approval-actions cc-no-print">
      <LinkButton to={`/approvals/${next.id}`} type="primary">
        {t('next')}
      </LinkButton>
    </div>
  );
}

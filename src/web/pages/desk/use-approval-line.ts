import { useTranslation } from 'react-i18next';
import { listWaitingApprovalsEndpoint } from '../../../modules/approvals/approvals.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useCan } from '../../session/use-session.ts';
import type { DeskLine } from './desk-lines.tsx';

/** What waits for this person's decision; undefined for those who decide nothing, or while nothing waits. */
export function useApprovalLine(): DeskLine | undefined {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { data } = useQueryEndpoint(
    listWaitingApprovalsEndpoint,
    { query: {} },
    { enabled: can('approval.decide') },
  );
  const count = data?.items.length ?? 0;
  if (count === 0) return undefined;
  return { key: 'approvals', label: t('mine.approvals'), count, to: '/approvals', tone: 'soon' };
}

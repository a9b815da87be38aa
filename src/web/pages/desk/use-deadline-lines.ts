import { useTranslation } from 'react-i18next';
import { countDeadlinesEndpoint } from '../../../modules/deadlines/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { useCan } from '../../session/use-session.ts';
import type { DeskLine } from './desk-lines.tsx';

/** What this person answers for and is due soon or overdue. */
export function useDeadlineLines(): readonly DeskLine[] {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { data } = useQueryEndpoint(countDeadlinesEndpoint, {}, { enabled: can('deadline.read') });
  if (!can('deadline.read')) return [];
  return [
    {
      key: 'deadlinesOverdue',
      label: t('mine.deadlinesOverdue'),
      count: data?.overdue,
      to: listAddress('/deadlines', { mine: true, state: 'overdue' }),
      tone: 'alarm',
    },
    {
      key: 'deadlinesSoon',
      label: t('mine.deadlinesSoon'),
      count: data?.soon,
      to: listAddress('/deadlines', { mine: true, state: 'soon' }),
      tone: 'soon',
    },
    {
      key: 'deadlinesUnseen',
      label: t('mine.deadlinesUnseen'),
      count: data?.unseen,
      to: listAddress('/deadlines', { mine: true, state: 'unseen' }),
      tone: 'soon',
    },
    {
      key: 'deadlinesEscalated',
      label: t('mine.deadlinesEscalated'),
      count: data?.escalated,
      to: listAddress('/deadlines', { state: 'escalated' }),
      tone: 'alarm',
    },
  ];
}

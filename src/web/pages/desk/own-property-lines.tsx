import { useTranslation } from 'react-i18next';
import { listWaitingFilingsEndpoint } from '../../../modules/seized-items/filing-check/filing-check.contract.ts';
import { countReleasesEndpoint } from '../../../modules/seized-items/releases/releases.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useCan, useSession } from '../../session/use-session.ts';
import { DeskLines } from './desk-lines.tsx';

/** What is out of the room for a judge's cases, and what of it is overdue. */
export function OwnPropertyLines() {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { roles } = useSession();
  const isJudge = can('item.request') && roles.includes('case_handler');
  const { data } = useQueryEndpoint(countReleasesEndpoint, { query: { own: 'true' } }, { enabled: isJudge });
  const filings = useQueryEndpoint(listWaitingFilingsEndpoint, {}, { enabled: isJudge });
  if (!isJudge) return null;
  const out = data && data.prepared + data.out + data.inTransit + data.withKeeper;
  return (
    <DeskLines
      title={t('items.mine')}
      lines={[
        {
          key: 'overdue',
          label: t('items.mineOverdue'),
          count: data?.overdue,
          to: '/my-property',
          tone: 'alarm',
        },
        {
          key: 'filings',
          label: t('items.filings'),
          count: filings.data?.items.length,
          to: '/my-property',
          tone: 'soon',
        },
        { key: 'out', label: t('items.mineOut'), count: out, to: '/my-property' },
      ]}
    />
  );
}

import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { readAssetDashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import type { ListQuery } from '../../components/list-page/list-address.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { DeskCharts } from './desk-charts.tsx';
import { HeadNumbers } from './head-numbers.tsx';
import { RecentMovements } from './recent-movements.tsx';
import { WaitingLines } from './waiting-lines.tsx';

const TWO_MINUTES = 2 * 60 * 1000;

/** The desk of those who see numbers: one answer of the server, and every number leads to the list behind it. */
export function CourtDesk() {
  const { t } = useTranslation('desk');
  const choice = useCourtChoice('dashboard.read');
  const { courtId } = choice;
  const base: ListQuery = { courtId };
  const { data, error, refetch } = useQueryEndpoint(
    readAssetDashboard,
    { query: { courtId } },
    { keepPrevious: true, refetchInterval: TWO_MINUTES },
  );
  return (
    <>
      <CourtChoice {...choice} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <WaitingLines dashboard={data} base={base} courtId={courtId} />
      {data === undefined && error === null && (
        <div aria-label={t('loading')} aria-busy>
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
      {data !== undefined && (
        <>
          <HeadNumbers dashboard={data} base={base} />
          <DeskCharts dashboard={data} base={base} />
          <RecentMovements dashboard={data} base={base} />
        </>
      )}
    </>
  );
}

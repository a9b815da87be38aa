import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import SwapOutlined from '@ant-design/icons/es/icons/SwapOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  exportLedger,
  listLedger,
  printLedger,
  readLedgerTotals,
  type LedgerRow,
} from '../../../modules/fixed-assets/ledger.contract.ts';
import { useToday } from '../../clock.ts';
import { downloadAddress, downloadFile } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { FilterBar } from '../../components/list-page/filter-bar.tsx';
import { useListState, type ListState } from '../../components/list-page/list-state.ts';
import { ViewTabs } from '../../components/list-page/view-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { LedgerBody } from './ledger-body.tsx';
import { readPeriod, type Period } from './ledger-period.ts';
import { ledgerRequestOf, type LedgerRequest } from './ledger-query.ts';
import { LedgerTotalsBar } from './ledger-totals.tsx';
import { PeriodBar } from './period-bar.tsx';
import { useLedgerFilters } from './use-ledger-filters.tsx';
import { useLedgerViews } from './use-ledger-views.ts';
import '../../components/list-page/list-page.css';
import './ledger.css';

const PAGE_SIZE = 100;
const OLDEST_FIRST = 'occurredAt';

function HeadButtons({ query, state }: { query: LedgerRequest; state: ListState }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const isOldestFirst = state.sort === OLDEST_FIRST;
  return (
    <>
      <Button
        icon={<SwapOutlined rotate={90} aria-hidden />}
        onClick={() => state.setSort(isOldestFirst ? undefined : OLDEST_FIRST)}
      >
        {t(isOldestFirst ? 'newestFirst' : 'oldestFirst')}
      </Button>
      <ExportButton
        onExport={(format) => downloadFile(exportLedger, { query: { ...query, format, language } })}
      />
      <Button
        type="primary"
        icon={<PrinterOutlined aria-hidden />}
        href={downloadAddress(printLedger, { query: { ...query, language } })}
        target="_blank"
        rel="noopener"
      >
        {t('print')}
      </Button>
    </>
  );
}

/** Whose book it is, when the ledger is opened for one thing. */
function OneBook({ asset }: { asset: LedgerRow['asset'] | undefined }) {
  const { t } = useTranslation('ledger');
  if (asset === undefined) return null;
  return (
    <>
      {t('oneBook')} <Link to={`/assets/${asset.id}`}>{asset.name}</Link>{' '}
      <ItemCode code={asset.code} withCopy={false} />{' '}
    </>
  );
}

function sentenceOf(period: Period, say: (key: string, values?: object) => string): string {
  if (period.from !== undefined && period.to !== undefined)
    return say('sentence.between', { from: period.from, to: period.to });
  if (period.from !== undefined) return say('sentence.from', { from: period.from });
  if (period.to !== undefined) return say('sentence.to', { to: period.to });
  return say('sentence.all');
}

/** 出入库台账: every entry of a period, oldest numbered one, with sums, paper and files of the same filters. */
export function Component() {
  const { t } = useTranslation('ledger');
  const state = useListState();
  const filters = useLedgerFilters();
  const choice = useCourtChoice('ledger.read');
  const { views, problem } = useLedgerViews();
  const today = useToday();
  const period = readPeriod(state.filters, today);
  const query = ledgerRequestOf(state.filters, period);
  const isOldestFirst = state.sort === OLDEST_FIRST;
  const isOneBook = state.filters['assetId'] !== undefined;
  const pages = useEndpointPages(listLedger, {
    query: { ...query, direction: isOldestFirst ? 'asc' : 'desc', limit: PAGE_SIZE },
  });
  const totals = useQueryEndpoint(readLedgerTotals, { query }, { keepPrevious: true });
  const count = totals.isPlaceholderData ? undefined : totals.data?.entryCount;
  const numberOf = (index: number) =>
    isOldestFirst ? index + 1 : count === undefined ? undefined : count - index;
  const say = (key: string, values?: object): string => t(key, { ...values });
  return (
    <div className="cc-ledger-page" aria-busy={pages.isLoading || pages.isRefreshing}>
      <PageHeader
        title={t('title')}
        sentence={
          <>
            <OneBook asset={isOneBook ? pages.items[0]?.asset : undefined} />
            {sentenceOf(period, say)}
          </>
        }
        actions={<HeadButtons query={query} state={state} />}
      />
      <ProblemAlert problem={problem} />
      <ViewTabs views={views} state={state} />
      <div className="cc-ledger-bars">
        <CourtChoice {...choice} />
        <PeriodBar period={period} state={state} today={today} />
        <FilterBar filters={filters} state={state} />
      </div>
      <LedgerTotalsBar totals={totals.data} state={state} />
      <ProblemAlert problem={pages.problem ?? totals.error} onRetry={pages.reload} />
      <LedgerBody
        pages={pages}
        numberOf={numberOf}
        isWholeBook={period.name === 'all'}
        onWiden={() => {
          state.clearFilters();
          state.setFilter('period', ['all']);
        }}
      />
    </div>
  );
}

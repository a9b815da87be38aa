import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  asOfFilters,
  exportAssetsAsOf,
  listAssetsAsOf,
  readAsOfTotals,
  type AsOfItem,
  type asOfFilterQuery,
} from '../../../modules/fixed-assets/as-of.contract.ts';
import { useToday } from '../../clock.ts';
import { downloadFile } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { FilterBar } from '../../components/list-page/filter-bar.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState, type FilterValues, type ListState } from '../../components/list-page/list-state.ts';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { AssetStatusTag } from '../fixed-assets/asset-status-tag.tsx';
import { useAsOfColumns, useAsOfFilters } from './as-of-columns.tsx';
import { endOfMinute, readMoment, type AskedMoment } from './as-of-moment.ts';
import { AssetThen } from './asset-then.tsx';
import { MomentBar } from './moment-bar.tsx';
import '../fixed-assets/fixed-assets.css';
import './as-of.css';

const PAGE_SIZE = 100;
type AsOfRequest = z.input<typeof asOfFilterQuery>;

const FILTER_KEYS = ['departmentId', 'placeId', 'holderId', 'status', 'courtId'] as const;

/** The filters of the address that the endpoint understands, and the moment. */
function requestOf(filters: FilterValues, asked: AskedMoment): AsOfRequest {
  const request: Record<string, unknown> = {
    at: endOfMinute(asked.at),
    ...(asked.knownAt === undefined ? {} : { knownAt: endOfMinute(asked.knownAt) }),
  };
  for (const key of FILTER_KEYS) {
    const values = filters[key];
    const given = values !== undefined && values.length > 1 ? [...values] : values?.[0];
    if (given !== undefined && asOfFilters[key].safeParse(given).success) request[key] = given;
  }
  // why: every value has just been accepted by the schema of its key, and the moment is complete.
  return request as AsOfRequest;
}

function Totals({ query }: { query: AsOfRequest }) {
  const { t } = useTranslation('as-of');
  const { data, isPlaceholderData } = useQueryEndpoint(readAsOfTotals, { query }, { keepPrevious: true });
  if (data === undefined) return <span className="cc-soft">{t('counting')}</span>;
  return (
    <span className={isPlaceholderData ? 'cc-soft' : undefined}>
      {t('totals', { count: data.count, shown: formatCount(data.count) })}{' '}
      <Money fen={data.amountFen} inline />
    </span>
  );
}

function Row({ row }: { row: AsOfItem }) {
  const whereabouts = [row.department, row.holder, row.place];
  return (
    <span className="cc-asset-row">
      <span className="cc-asset-row-head">
        <strong>{row.name}</strong>
        <AssetStatusTag status={row.status} />
      </span>
      <ItemCode code={row.code} withCopy={false} />
      <span className="cc-soft">{whereabouts.filter((part) => part !== null).join(' · ')}</span>
    </span>
  );
}

function AssetsThen({ state, asked }: { state: ListState; asked: AskedMoment }) {
  const { t } = useTranslation('as-of');
  const language = useLanguage();
  const can = useCan();
  const columns = useAsOfColumns();
  const filters = useAsOfFilters();
  const query = requestOf(state.filters, asked);
  const pages = useEndpointPages(listAssetsAsOf, { query: { ...query, limit: PAGE_SIZE } });
  return (
    <ListPage<AsOfItem>
      listKey="as-of"
      state={state}
      pages={pages}
      rowKey={(row) => row.assetId}
      rowHref={(row) => `/assets/${row.assetId}`}
      columns={columns}
      filters={filters}
      renderCard={(row) => <Row row={row} />}
      totals={<Totals query={query} />}
      tools={
        can('asset.export') && (
          <ExportButton
            onExport={(format) => downloadFile(exportAssetsAsOf, { query: { ...query, format, language } })}
          />
        )
      }
      empty={<EmptyState title={t('empty.title')} hint={t('empty.hint')} />}
    />
  );
}

/** 时点查询: what was where and with whom at any moment of the past, out of the ledger. */
export function Component() {
  const { t } = useTranslation('as-of');
  const state = useListState();
  const filters = useAsOfFilters();
  const choice = useCourtChoice('asset.read');
  const today = useToday();
  const asked = readMoment(state.filters, today);
  const assetId = state.filters['assetId']?.[0];
  return (
    <div className="cc-as-of">
      <PageHeader
        title={t('title')}
        sentence={
          asked.knownAt === undefined
            ? t('sentence', { at: asked.at })
            : t('sentenceKnown', { at: asked.at, knownAt: asked.knownAt })
        }
      />
      <CourtChoice {...choice} />
      <MomentBar asked={asked} state={state} today={today} />
      {assetId === undefined ? (
        <AssetsThen state={state} asked={asked} />
      ) : (
        <>
          <FilterBar
            filters={filters
              .filter(({ key }) => key === 'assetId')
              .map((filter) => ({ ...filter, isPrimary: true }))}
            state={state}
          />
          <AssetThen assetId={assetId} asked={asked} />
        </>
      )}
    </div>
  );
}

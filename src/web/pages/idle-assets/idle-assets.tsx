import { useState } from 'react';
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import {
  exportAssets,
  listAssets,
  type AssetListItem,
} from '../../../modules/fixed-assets/asset-list.contract.ts';
import { useToday } from '../../clock.ts';
import { downloadFile } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { useAssetFilters } from '../fixed-assets/asset-list-filters.tsx';
import { assetFiltersOf, assetOrderOf } from '../fixed-assets/asset-list-query.ts';
import { AssetPreview } from '../fixed-assets/asset-list-rows.tsx';
import { AssetListTotals } from '../fixed-assets/asset-list-totals.tsx';
import { BulkActions } from '../fixed-assets/moves/bulk-actions.tsx';
import { idleDays, useIdleColumns, whoToAsk } from './idle-columns.tsx';
import '../fixed-assets/fixed-assets.css';

const PAGE_SIZE = 100;
const MOST_VALUABLE_FIRST = '-value';
/** Filters that say nothing about an idle thing. */
const POINTLESS = new Set(['status', 'overdue', 'loanDue', 'pendingReceipt']);

function IdleCard({ row }: { row: AssetListItem }) {
  const today = useToday();
  const { t } = useTranslation('idle-assets');
  const days = idleDays(row.stateSince, today);
  return (
    <span className="cc-asset-row">
      <span className="cc-asset-row-head">
        <strong>{row.name}</strong>
        <Money fen={row.originalValueFen} inline />
      </span>
      <ItemCode code={row.code} withCopy={false} />
      <span>
        {t('idleFor', { count: days })}
        {row.idleReason !== null && t('because', { reason: row.idleReason })}
      </span>
      <span className="cc-soft">{[whoToAsk(row), row.place?.path].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** 盘活闲置: what lies idle and can be had, before anything new is bought. */
export function Component() {
  const { t } = useTranslation('idle-assets');
  const can = useCan();
  const language = useLanguage();
  const state = useListState();
  const columns = useIdleColumns();
  const filters = useAssetFilters()
    .filter(({ key }) => !POINTLESS.has(key))
    .map((filter) => (filter.key === 'holderId' ? { ...filter, isPrimary: false } : filter));
  const choice = useCourtChoice('asset.read');
  const [doneSentence, setDoneSentence] = useState<string>();
  const query = { ...assetFiltersOf(state.filters), status: ['idle' as const] };
  const order = assetOrderOf(state.sort ?? MOST_VALUABLE_FIRST);
  const pages = useEndpointPages(listAssets, { query: { ...query, ...order, limit: PAGE_SIZE } });
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} actions={<CourtChoice {...choice} />} />
      {doneSentence !== undefined && (
        <Alert
          type="success"
          showIcon
          className="cc-done"
          title={doneSentence}
          closable={{ onClose: () => setDoneSentence(undefined) }}
        />
      )}
      <ListPage<AssetListItem>
        listKey="idle-assets"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/assets/${row.id}`}
        columns={columns}
        filters={filters}
        renderPreview={(row) => <AssetPreview row={row} />}
        renderCard={(row) => <IdleCard row={row} />}
        totals={<AssetListTotals query={query} />}
        tools={
          can('asset.export') && (
            <ExportButton
              onExport={(format) =>
                downloadFile(exportAssets, { query: { ...query, ...order, format, language } })
              }
            />
          )
        }
        empty={<EmptyState title={t('empty.title')} hint={t('empty.hint')} />}
        {...(can('asset.move')
          ? {
              selectionActions: (rows: readonly AssetListItem[], clear: () => void) => (
                <BulkActions
                  rows={rows}
                  onExport={undefined}
                  onDone={(sentence) => {
                    clear();
                    setDoneSentence(sentence);
                  }}
                />
              ),
            }
          : {})}
      />
    </>
  );
}

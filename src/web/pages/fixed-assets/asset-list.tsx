import { useState } from 'react';
import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import ScanOutlined from '@ant-design/icons/es/icons/ScanOutlined';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listAssets, type AssetListItem } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCan } from '../../session/use-session.ts';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { useAssetColumns } from './asset-list-columns.tsx';
import { AssetListExport, useAssetExport } from './asset-list-export.tsx';
import { useAssetFilters } from './asset-list-filters.tsx';
import { assetFiltersOf, assetOrderOf, type AssetFilterRequest } from './asset-list-query.ts';
import { AssetPhoneRow, AssetPreview } from './asset-list-rows.tsx';
import { AssetListTotals } from './asset-list-totals.tsx';
import { BulkActions } from './moves/bulk-actions.tsx';
import { useAssetViews } from './use-asset-views.ts';
import './fixed-assets.css';

const LIST_KEY = 'assets';
/** Of several courts other columns are chosen. */
const ALL_COURTS_KEY = 'assets-of-courts';
const PAGE_SIZE = 100;

function HeadButtons({ query }: { query: AssetFilterRequest }) {
  const { t } = useTranslation('fixed-assets');
  const can = useCan();
  const navigate = useNavigate();
  return (
    <>
      {can('asset.write') && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => void navigate('/assets/new')}
        >
          {t('stockIn.title')}
        </Button>
      )}
      {can('asset.move') && (
        <Button icon={<ScanOutlined aria-hidden />} onClick={() => void navigate('/assets/bulk')}>
          {t('bulk.title')}
        </Button>
      )}
      {can('asset.import') && (
        <Button icon={<ImportOutlined aria-hidden />} onClick={() => void navigate('/imports')}>
          {t('list.import')}
        </Button>
      )}
      {query.courtId === undefined && query.allCourts === undefined && (
        <PrintLabels target={{ by: 'filters', kind: 'A', filters: query }} name="print-list" />
      )}
    </>
  );
}

function NoAssets() {
  const { t } = useTranslation('fixed-assets');
  const can = useCan();
  return (
    <EmptyState
      title={t('list.emptyTitle')}
      {...(can('asset.import')
        ? { hint: t('list.emptyHint'), action: <Link to="/imports">{t('list.emptyAction')}</Link> }
        : {})}
    />
  );
}

/** 资产清单: every asset that the person may read, as a list whose whole state is the address. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const can = useCan();
  const state = useListState();
  const [doneSentence, setDoneSentence] = useState<string>();
  const choice = useCourtChoice('asset.read');
  const listKey = choice.isAll ? ALL_COURTS_KEY : LIST_KEY;
  const columns = useAssetColumns({ withCourt: choice.isAll });
  const filters = useAssetFilters();
  const { views, problem } = useAssetViews();
  const query = assetFiltersOf(state.filters);
  const pages = useEndpointPages(listAssets, {
    query: { ...query, ...assetOrderOf(state.sort), limit: PAGE_SIZE },
  });
  const exportAssets = useAssetExport({ listKey, state, columns });
  const mayAct = can('asset.move') || can('asset.export') || can('label.print');
  return (
    <div className="cc-asset-list">
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            <CourtChoice {...choice} withAll />
            <HeadButtons query={query} />
          </>
        }
      />
      <ProblemAlert problem={problem} />
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
        listKey={listKey}
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/assets/${row.id}`}
        columns={columns}
        filters={filters}
        views={views}
        renderPreview={(row) => <AssetPreview row={row} />}
        renderCard={(row) => <AssetPhoneRow row={row} withCourt={choice.isAll} />}
        {...(mayAct
          ? {
              selectionActions: (rows: readonly AssetListItem[], clear: () => void) => (
                <BulkActions
                  rows={rows}
                  onExport={can('asset.export') ? (ids) => exportAssets('xlsx', ids) : undefined}
                  onDone={(sentence) => {
                    clear();
                    setDoneSentence(sentence);
                  }}
                />
              ),
            }
          : {})}
        totals={<AssetListTotals query={query} />}
        tools={can('asset.export') && <AssetListExport listKey={listKey} state={state} columns={columns} />}
        empty={<NoAssets />}
      />
    </div>
  );
}

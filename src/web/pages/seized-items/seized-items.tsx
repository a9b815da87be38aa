import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listItemsEndpoint, type ItemSummary } from '../../../modules/seized-items/items.contract.ts';
import { ITEM_STATE_IDS, ITEM_STATES, isItemState } from '../../../modules/seized-items/item-states.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import type { ListFilter } from '../../components/list-page/list-types.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PlaceFilter } from '../../components/pickers/place-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { DisposeTogether, useMayDispose } from '../dispositions/dispose-together.tsx';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { AskForSelected } from '../releases/ask-for-release.tsx';
import { ItemCard, ItemPreview } from './item-card.tsx';
import { useItemColumns } from './item-columns.tsx';
import './seized-items.css';

const PAGE_SIZE = 100;

/** Several things go their way together when they are of one case. */
function DisposeSelected({ rows }: { rows: readonly ItemSummary[] }) {
  const [caseId, other] = new Set(rows.map((row) => row.caseId));
  if (caseId === undefined || other !== undefined) return null;
  return <DisposeTogether caseId={caseId} numbers={rows.map(({ number }) => number)} />;
}

function useFilters(): readonly ListFilter[] {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  return [
    { key: 'q', label: t('filter.words'), kind: 'text', isPrimary: true },
    {
      key: 'state',
      label: t('column.state'),
      kind: 'choice',
      isPrimary: true,
      options: ITEM_STATE_IDS.map((state) => ({ value: state, label: pick(ITEM_STATES[state]) })),
    },
    {
      key: 'placeId',
      label: t('filter.place'),
      kind: 'custom',
      isPrimary: true,
      render: (values, onChange) => (
        <PlaceFilter
          values={values}
          onChange={(next) => onChange(next.slice(-1))}
          label={t('filter.place')}
        />
      ),
    },
    { key: 'overdue', label: t('filter.overdue'), kind: 'flag' },
    { key: 'unverified', label: t('filter.unverified'), kind: 'flag' },
    { key: 'lapsed', label: t('filter.lapsed'), kind: 'flag' },
    { key: 'carried', label: t('filter.carried'), kind: 'flag' },
  ];
}

/** 涉案财物: everything that the court holds for its cases, and where it is. */
export function Component() {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const mayDispose = useMayDispose();
  const state = useListState();
  const columns = useItemColumns();
  const filters = useFilters();
  const { q, state: states, placeId, caseId, overdue, unverified, lapsed, carried } = state.filters;
  const pages = useEndpointPages(listItemsEndpoint, {
    query: {
      ...(q?.[0] === undefined ? {} : { q: q[0] }),
      ...(states === undefined ? {} : { state: states.filter((one) => isItemState(one)) }),
      ...(placeId?.[0] === undefined ? {} : { placeId: placeId[0] }),
      ...(caseId?.[0] === undefined ? {} : { caseId: caseId[0] }),
      ...(overdue?.[0] === 'true' ? { overdue: 'true' as const } : {}),
      ...(unverified?.[0] === 'true' ? { unverified: 'true' as const } : {}),
      ...(lapsed?.[0] === 'true' ? { lapsed: 'true' as const } : {}),
      ...(carried?.[0] === 'true' ? { carried: 'true' as const } : {}),
      limit: PAGE_SIZE,
    },
  });
  return (
    <>
      <PageHeader
        title={t('list.title')}
        sentence={t('list.sentence')}
        actions={
          <>
            {can('item.import') && <Link to="/imports">{t('list.import')}</Link>}
            {can('item.receive') && <Link to="/intakes">{t('intakes.title')}</Link>}
            <Link to="/count-differences">{t('differences')}</Link>
            <Link to="/containers">{t('boxes')}</Link>
            {can('uncased.read') && <Link to="/uncased-things">{t('uncased')}</Link>}
          </>
        }
      />
      <ListPage<ItemSummary>
        listKey="seized-items"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/seized-items/${row.id}`}
        columns={columns}
        filters={filters}
        renderPreview={(row) => <ItemPreview row={row} />}
        renderCard={(row) => <ItemCard row={row} />}
        empty={<EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />}
        {...(can('label.print') || mayDispose
          ? {
              selectionActions: (rows: readonly ItemSummary[]) => (
                <>
                  <DisposeSelected rows={rows} />
                  <AskForSelected ids={rows.map(({ id }) => id)} />
                  {can('label.print') && (
                    <PrintLabels target={{ by: 'things', kind: 'S', ids: rows.map(({ id }) => id) }} />
                  )}
                </>
              ),
            }
          : {})}
      />
    </>
  );
}

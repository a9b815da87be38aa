import { useMemo, useState, type ReactNode } from 'react';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import type { EndpointPages } from '../../api/use-endpoint-pages.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { EmptyState } from '../empty-state.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { chosenColumns, ColumnChooser } from './column-chooser.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListCards } from './list-cards.tsx';
import type { ListState } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import type { ListColumn, ListFilter, SavedViews } from './list-types.ts';
import { LoadMore } from './load-more.tsx';
import { SidePreview } from './side-preview.tsx';
import { ViewTabs } from './view-tabs.tsx';
import './list-page.css';

export interface ListPageProps<T> {
  /** Names the list where the column choice is remembered, `assets`. */
  readonly listKey: string;
  /** From `useListState()`; the page makes its query out of `state.filters` and `state.sort`. */
  readonly state: ListState;
  /** From `useEndpointPages(…)`. */
  readonly pages: EndpointPages<T>;
  readonly rowKey: (row: T) => string;
  readonly columns: readonly ListColumn<T>[];
  readonly filters?: readonly ListFilter[];
  /** The page of a row: Enter opens it, the first column links to it. */
  readonly rowHref?: (row: T) => string;
  /** What the side preview shows; without it a click opens the page. */
  readonly renderPreview?: (row: T) => ReactNode;
  /** A row on a phone: two or three lines. */
  readonly renderCard: (row: T) => ReactNode;
  /** Buttons of the bar at the bottom while rows are selected; without it nothing can be selected. */
  readonly selectionActions?: (rows: readonly T[], clear: () => void) => ReactNode;
  readonly views?: SavedViews;
  /** What stands in the footer; may be a skeleton until the numbers are there. */
  readonly totals?: ReactNode;
  /** Shown when there is nothing at all, without filters. */
  readonly empty: ReactNode;
  /** Beside the column chooser, for example export. */
  readonly tools?: ReactNode;
}

function useSelection<T>(isEnabled: boolean) {
  const [chosen, setChosen] = useState<{ keys: readonly string[]; rows: readonly T[] }>({
    keys: [],
    rows: [],
  });
  const clear = () => setChosen({ keys: [], rows: [] });
  const onChange = (keys: string[], rows: T[]) => setChosen({ keys, rows });
  return { ...chosen, clear, selection: isEnabled ? { keys: chosen.keys, onChange } : undefined };
}

function LoadingRows() {
  return (
    <div className="cc-loading-rows" aria-hidden="true">
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton.Input key={index} active block size="small" />
      ))}
    </div>
  );
}

function NoRows({ state, empty }: { state: ListState; empty: ReactNode }) {
  const { t } = useTranslation();
  if (Object.keys(state.filters).length === 0) return empty;
  return (
    <EmptyState
      title={t('list.nothingFound')}
      action={<Button onClick={state.clearFilters}>{t('list.clearFilters')}</Button>}
    />
  );
}

/** Building block of every list: views, filters, table or cards, preview, selection bar, totals, load-more. */
export function ListPage<T extends object>(props: ListPageProps<T>) {
  const { listKey, state, pages, rowKey, columns, filters, rowHref, renderPreview, selectionActions, views } =
    props;
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { keys, rows, clear, selection } = useSelection<T>(selectionActions !== undefined);
  const shown = useMemo(
    () => chosenColumns(listKey, columns, state.columns),
    [listKey, columns, state.columns],
  );
  const previewed = isPhone ? undefined : pages.items.find((row) => rowKey(row) === state.previewKey);
  const hasRows = pages.items.length > 0;
  return (
    <div className="cc-list" aria-busy={pages.isLoading || pages.isRefreshing}>
      {views !== undefined && <ViewTabs views={views} state={state} />}
      <div className="cc-list-bar">
        {filters !== undefined && <FilterBar filters={filters} state={state} />}
        <div className="cc-list-tools cc-no-print">
          {props.tools}
          {!isPhone && <ColumnChooser listKey={listKey} columns={columns} shown={shown} state={state} />}
        </div>
      </div>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      <div className={previewed === undefined ? 'cc-list-body' : 'cc-list-body cc-list-body-split'}>
        <div className="cc-list-rows">
          {pages.isLoading && pages.problem === null && <LoadingRows />}
          {!pages.isLoading && !hasRows && pages.problem === null && (
            <NoRows state={state} empty={props.empty} />
          )}
          {hasRows && isPhone && (
            <ListCards
              rows={pages.items}
              rowKey={rowKey}
              rowHref={rowHref}
              renderCard={props.renderCard}
              selection={selection}
            />
          )}
          {hasRows && !isPhone && (
            <ListTable
              columns={shown}
              rows={pages.items}
              rowKey={rowKey}
              rowHref={rowHref}
              state={state}
              hasPreview={renderPreview !== undefined}
              selection={selection}
              isRefreshing={pages.isRefreshing}
            />
          )}
          <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
        </div>
        {previewed !== undefined && renderPreview !== undefined && (
          <SidePreview href={rowHref?.(previewed)} onClose={() => state.setPreviewKey(undefined)}>
            {renderPreview(previewed)}
          </SidePreview>
        )}
      </div>
      {keys.length > 0 && selectionActions !== undefined ? (
        <div className="cc-list-foot cc-selection cc-no-print" role="region" aria-label={t('list.selection')}>
          <span aria-live="polite">{t('list.selected', { count: keys.length })}</span>
          {selectionActions(rows, clear)}
          <Button type="text" onClick={clear}>
            {t('list.clearSelection')}
          </Button>
        </div>
      ) : (
        hasRows && props.totals !== undefined && <div className="cc-list-foot">{props.totals}</div>
      )}
    </div>
  );
}

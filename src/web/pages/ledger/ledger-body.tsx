import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../modules/fixed-assets/ledger.contract.ts';
import type { EndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListCards } from '../../components/list-page/list-cards.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { LedgerCard } from './ledger-card.tsx';
import { LedgerTable } from './ledger-table.tsx';

export interface LedgerBodyProps {
  readonly pages: EndpointPages<LedgerRow>;
  readonly numberOf: (index: number) => number | undefined;
  /** Whether the period is already the whole time. */
  readonly isWholeBook: boolean;
  readonly onWiden: () => void;
}

/** The entries: a skeleton, a sentence when there are none, ruled paper, or cards on the phone. */
export function LedgerBody({ pages, numberOf, isWholeBook, onWiden }: LedgerBodyProps) {
  const { t } = useTranslation('ledger');
  const isPhone = useIsPhone();
  const { items } = pages;
  if (pages.problem !== null && items.length === 0) return null;
  if (pages.isLoading) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  if (items.length === 0)
    return (
      <EmptyState
        title={t('empty.title')}
        hint={t(isWholeBook ? 'empty.hintWhole' : 'empty.hint')}
        {...(isWholeBook ? {} : { action: <Button onClick={onWiden}>{t('empty.widen')}</Button> })}
      />
    );
  return (
    <>
      {isPhone ? (
        <ListCards
          rows={items}
          rowKey={(row) => row.id}
          rowHref={(row) => `/assets/${row.asset.id}`}
          renderCard={(row) => <LedgerCard row={row} />}
          selection={undefined}
        />
      ) : (
        <LedgerTable rows={items} numberOf={numberOf} isRefreshing={pages.isRefreshing} />
      )}
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

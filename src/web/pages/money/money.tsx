import { useEffect, useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../../clock.ts';
import { listMoneyInStoreEndpoint } from '../../../modules/seized-items/money/deposits.contract.ts';
import {
  listMoneyMonthsEndpoint,
  type MoneyMonthSummary,
} from '../../../modules/seized-items/money/months.contract.ts';
import { minorUnitsOf } from '../../../modules/seized-items/item-quantity.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCan } from '../../session/use-session.ts';
import { DepositForm } from './deposit-form.tsx';
import { DepositList } from './deposit-list.tsx';
import { formatMinor } from './money-amount.ts';
import { RateList } from './rate-list.tsx';
import { WorthNote } from './worth-note.tsx';
import { MonthTag } from './month-tag.tsx';
import '../../components/plain-rows.css';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import './money.css';

const TABS = ['months', 'inStore', 'deposits', 'rates'] as const;

type InStore = ResponseOf<typeof listMoneyInStoreEndpoint>['items'][number];

function DueTag({ item }: { item: InStore }) {
  const today = useToday();
  const { t } = useTranslation('money');
  if (item.isKept) return <StatusTag tone="calm">{t('inStore.kept')}</StatusTag>;
  if (item.dueOn === null) return null;
  const isOver = item.dueOn < today;
  return (
    <StatusTag tone={isOver ? 'alarm' : 'soon'}>
      {t(isOver ? 'inStore.overdue' : 'inStore.due', { day: item.dueOn })}
    </StatusTag>
  );
}

type Total = ResponseOf<typeof listMoneyInStoreEndpoint>['totals'][number];

/** Each currency by itself, and what all of it is worth in yuan where every rate is known; of the whole list. */
function Totals({ totals }: { totals: readonly Total[] }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  if (count === 0) return null;
  const sums = totals.map(
    ({ currency, amountMinor }) => `${sayUnit(currency)} ${formatMinor(amountMinor, currency)}`,
  );
  const fens = totals.map(({ currency, amountMinor, worth }) =>
    currency === 'CNY' ? amountMinor : (worth?.fen ?? null),
  );
  const known = fens.filter((fen) => fen !== null);
  const isWhole = known.length === fens.length;
  const yuan = formatMinor(
    known.reduce((total, fen) => total + fen, 0),
    'CNY',
  );
  const isForeign = totals.some(({ currency }) => currency !== 'CNY');
  return (
    <p>
      {t('inStore.count', { count })} {t('inStore.totals', { sums: sums.join(t('and')) })}{' '}
      {isForeign && (
        <span className="cc-soft">{t(isWhole ? 'inStore.worth' : 'inStore.worthPart', { yuan })}</span>
      )}
    </p>
  );
}

/** The list, further down where what the address asks for has not been read yet. */
function useMoneyInStore(asked: string | null) {
  const pages = useEndpointPages(listMoneyInStoreEndpoint, { query: { limit: 100 } });
  const { items, hasMore, isLoadingMore, loadMore } = pages;
  const isMissing = asked !== null && hasMore && !items.some(({ itemId }) => itemId === asked);
  useEffect(() => {
    if (isMissing && !isLoadingMore) loadMore();
  }, [isMissing, isLoadingMore, loadMore]);
  return pages;
}

/** 待存款项: what lies in the rooms, and the deposit of what was chosen. */
function MoneyInStore() {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const can = useCan();
  const [search] = useSearchParams();
  const command = useOpenCommand();
  const asked = search.get('item');
  const list = useMoneyInStore(asked);
  const [chosen, setChosen] = useState<readonly string[]>(asked === null ? [] : [asked]);
  if (list.pages.length === 0)
    return list.problem === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={list.problem} onRetry={list.reload} />
    );
  const items = list.items.filter(({ itemId }) => chosen.includes(itemId));
  const mayDeposit = can('money.deposit');
  return (
    <section aria-label={t('inStore.title')}>
      <h2>{t('inStore.title')}</h2>
      <p className="cc-soft">{t('inStore.sentence')}</p>
      <Totals totals={list.pages.at(-1)?.totals ?? []} />
      {list.items.length === 0 ? (
        <p className="cc-soft">{t('inStore.empty')}</p>
      ) : (
        <ul className="cc-rows">
          {list.items.map((item) => (
            <li key={item.itemId}>
              {mayDeposit && (
                <Checkbox
                  aria-label={t('inStore.choose', { name: item.name, number: item.caseNumber })}
                  checked={chosen.includes(item.itemId)}
                  disabled={item.isKept}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked ? [...chosen, item.itemId] : chosen.filter((id) => id !== item.itemId),
                    )
                  }
                />
              )}
              <span className="cc-rows-main">
                <Link to={`/seized-items/${item.itemId}`}>{item.name}</Link> {item.caseNumber}
                <br />
                <span className="cc-soft">
                  {t('inStore.since', { day: item.receivedOn, place: item.place ?? t('inStore.carried') })}
                </span>
              </span>
              <span className="cc-rows-side">
                <DueTag item={item} />
                <strong className="cc-money">
                  {formatMinor(minorUnitsOf(item.onHand, item.currency) ?? 0, item.currency)}{' '}
                  {sayUnit(item.currency)}
                </strong>
                {item.worth !== null && <WorthNote worth={item.worth} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      <LoadMore hasMore={list.hasMore} isLoading={list.isLoadingMore} onLoadMore={list.loadMore} />
      {mayDeposit && (
        <p className="cc-deposit-foot cc-no-print">
          <Button type="primary" disabled={items.length === 0} onClick={() => command.open('deposit')}>
            {t('deposit.open', { count: items.length })}
          </Button>
        </p>
      )}
      <DepositForm
        items={items}
        open={command.current === 'deposit' && items.length > 0}
        onClose={command.close}
        onDone={() => {
          setChosen([]);
          command.close();
        }}
      />
    </section>
  );
}

function MonthRow({ month }: { month: MoneyMonthSummary }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const { currency } = month;
  return (
    <li>
      <span className="cc-rows-main">
        <Link to={`/money/${month.month}/${currency}`}>
          {month.month} {sayUnit(currency)}
        </Link>
        <br />
        <span className="cc-soft">
          {t('month.line', {
            opening: formatMinor(month.openingMinor, currency),
            closing: formatMinor(month.closingMinor, currency),
          })}
        </span>
      </span>
      <span className="cc-rows-side">
        {month.openDifferences > 0 && (
          <StatusTag tone="alarm">{t('month.openDifferences', { count: month.openDifferences })}</StatusTag>
        )}
        <MonthTag month={month.month} state={month.state} />
      </span>
    </li>
  );
}

function Months() {
  const { t } = useTranslation('money');
  const { data, error, refetch } = useQueryEndpoint(listMoneyMonthsEndpoint, {});
  if (data === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  return (
    <section aria-label={t('months')}>
      <h2>{t('months')}</h2>
      {data.items.length === 0 ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ul className="cc-rows">
          {data.items.map((month) => (
            <MonthRow key={`${month.month} ${month.currency}`} month={month} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** 案款: what waits for its deposit, the deposits with their slips, and the months that are reconciled with finance. */
export function Component() {
  const { t } = useTranslation('money');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab') ?? (search.has('item') ? 'inStore' : undefined);
  const tab = TABS.find((one) => one === asked) ?? 'months';
  return (
    <div className="cc-money-page">
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <ChoiceRow
        label={t('title')}
        value={tab}
        options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={(value) => setSearch({ tab: value }, { replace: true })}
      />
      {tab === 'months' && <Months />}
      {tab === 'inStore' && <MoneyInStore />}
      {tab === 'deposits' && <DepositList />}
      {tab === 'rates' && <RateList />}
    </div>
  );
}

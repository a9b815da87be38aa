import { Fragment } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  countDispositionWorkEndpoint,
  listDispositionWorkEndpoint,
  WORK_VIEWS,
  type WorkRow,
  type WorkView,
} from '../../../modules/dispositions/item-disposition.contract.ts';
import { useToday } from '../../clock.ts';
import { CLAIM_KINDS, HOLD_KINDS, JUDGMENT_ORDERS } from '../../../modules/dispositions/judgment-orders.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';
import { DisposeTogether } from './dispose-together.tsx';
import '../../components/plain-rows.css';
import './dispositions.css';

const WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...HOLD_KINDS,
  ...CLAIM_KINDS,
  ...JUDGMENT_ORDERS,
};
/** Lists that do not go away by themselves. */
const EXCEPTIONS: readonly WorkView[] = ['forgotten', 'unmatched', 'differing'];

function Facts({ row, view }: { row: WorkRow; view: WorkView }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const { words, document, day } = row;
  if (view === 'differing')
    return (
      <>
        {t('exception.orderedAndThere', {
          ordered: sayQuantity(words ?? '', row.unit),
          there: sayQuantity(row.quantity, row.unit),
        })}
      </>
    );
  return <>{[words, document, day].filter((part) => part !== null).join(' · ')}</>;
}

function DueTag({ row }: { row: WorkRow }) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  if (row.dueOn === null) return null;
  const isOver = row.dueOn < today;
  return (
    <StatusTag tone={isOver ? 'alarm' : 'calm'}>
      {t(isOver ? 'work.noticeOver' : 'work.noticeUntil', { day: row.dueOn })}
    </StatusTag>
  );
}

function Row({ row, view }: { row: WorkRow; view: WorkView }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const language = useLanguage();
  const { item } = row;
  const isOfCase = item === null || view === 'confirm' || view === 'await' || view === 'differing';
  const to = isOfCase ? `/cases/${row.caseId}?tab=judgments` : `/seized-items/${item.id}`;
  return (
    <li>
      <span className="cc-rows-main">
        <span className="cc-judgment-line">
          <Link to={to}>
            <strong>{item?.name ?? row.words}</strong>
          </Link>
          {row.quantity !== '0' && <span>{sayQuantity(row.quantity, row.unit)}</span>}
          {row.order !== null && <span>{WORDS[row.order]?.[language] ?? row.order}</span>}
          {item !== null && <ItemCode code={item.code} withCopy={false} />}
        </span>
        <span className="cc-soft">
          {row.caseNumber} · <Facts row={row} view={view} />
        </span>
      </span>
      <span className="cc-rows-side">
        {row.amountFen !== null && <Money fen={row.amountFen} inline />}
        <DueTag row={row} />
        {row.holders.length > 0 && view !== 'hold' && (
          <StatusTag tone="alarm">{t('work.held', { holders: row.holders.join(t('separator')) })}</StatusTag>
        )}
        {item !== null && <ItemStateTag state={item.state} />}
      </span>
    </li>
  );
}

/** Lists whose items go on together, case by case. */
const TOGETHER: readonly WorkView[] = ['await', 'dispose', 'transit', 'notice'];

/** Above the first of several items of one case that follow each other: the way to do them all at once. */
function CaseHead({ rows, index, view }: { rows: readonly WorkRow[]; index: number; view: WorkView }) {
  const { t } = useTranslation('dispositions');
  const caseId = rows[index]?.caseId;
  if (!TOGETHER.includes(view) || caseId === undefined || rows[index - 1]?.caseId === caseId) return null;
  const end = rows.findIndex((row, at) => at > index && row.caseId !== caseId);
  const count = (end === -1 ? rows.length : end) - index;
  if (count < 2) return null;
  return (
    <li className="cc-work-case">
      <strong>{t('joint.ofCase', { number: rows[index]?.caseNumber, count })}</strong>
      <DisposeTogether caseId={caseId} {...(view === 'transit' ? { action: 'receipt' as const } : {})} />
    </li>
  );
}

/** 处置: what waits for the enforcement bureau and the custodian, and what does not fit. */
export function Component() {
  const { t } = useTranslation('dispositions');
  const [search] = useSearchParams();
  const view = WORK_VIEWS.find((key) => key === search.get('view')) ?? 'dispose';
  const { data } = useQueryEndpoint(countDispositionWorkEndpoint, {});
  const pages = useEndpointPages(listDispositionWorkEndpoint, { query: { view, limit: 50 } });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <>
      <PageHeader title={t('work.title')} sentence={t(`work.sentence.${view}`)} />
      <nav className="cc-work-tabs" aria-label={t('work.title')}>
        {WORK_VIEWS.map((key) => {
          const count = data?.counts[key] ?? 0;
          return (
            <Link key={key} to={`?view=${key}`} replace aria-current={key === view ? 'page' : undefined}>
              {t(`work.view.${key}`)}{' '}
              {count > 0 && (
                <span className={EXCEPTIONS.includes(key) ? 'cc-work-count cc-work-alarm' : 'cc-work-count'}>
                  {count}
                </span>
              )}
            </Link>
          );
        })}
      </nav>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t('work.empty')} hint={t(`work.sentence.${view}`)} />}
      <ul className="cc-rows">
        {pages.items.map((row, index) => (
          <Fragment key={row.id}>
            <CaseHead rows={pages.items} index={index} view={view} />
            <Row row={row} view={view} />
          </Fragment>
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

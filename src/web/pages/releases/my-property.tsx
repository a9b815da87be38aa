import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listApprovalsEndpoint, type ApprovalItem } from '../../../modules/approvals/approvals.contract.ts';
import {
  listReleasesEndpoint,
  type ReleaseSummary,
} from '../../../modules/seized-items/releases/releases.contract.ts';
import type { ReleaseView } from '../../../modules/seized-items/releases/release-kinds.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { useKindBesideTitle, useRequestTitle, useShippedWords } from '../../i18n/use-shipped-words.ts';
import { ApprovalState } from '../approvals/approval-state.tsx';
import { WaitingFilings } from '../filing-check/waiting-filings.tsx';
import { OwnCases } from './own-cases.tsx';
import { ReleaseRow } from './releases.tsx';
import '../../components/plain-rows.css';
import './releases.css';

const SHOWN = 100;

/** What is out of the room for this person's cases, the overdue first and each once. */
function useAway(): { readonly isLoading: boolean; readonly items: readonly ReleaseSummary[] } {
  const query = (view: ReleaseView) => ({ query: { view, own: 'true' as const, limit: SHOWN } });
  const answers = [
    useQueryEndpoint(listReleasesEndpoint, query('overdue')),
    useQueryEndpoint(listReleasesEndpoint, query('out')),
    useQueryEndpoint(listReleasesEndpoint, query('prepared')),
    useQueryEndpoint(listReleasesEndpoint, query('in_transit')),
    useQueryEndpoint(listReleasesEndpoint, query('with_keeper')),
  ];
  const all = answers.flatMap(({ data }) => data?.items ?? []);
  return {
    isLoading: answers.some(({ data, error }) => data === undefined && error === null),
    items: all.filter((release, index) => all.findIndex(({ id }) => id === release.id) === index),
  };
}

function Away() {
  const { t } = useTranslation('releases');
  const { isLoading, items } = useAway();
  return (
    <section className="cc-section">
      <h2>{t('mine.away', { count: items.length })}</h2>
      {isLoading && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {!isLoading && items.length === 0 && <p className="cc-soft">{t('mine.nothingAway')}</p>}
      <ul className="cc-release-rows">
        {items.map((release) => (
          <ReleaseRow key={release.id} release={release} />
        ))}
      </ul>
    </section>
  );
}

function RequestRow({ request }: { request: ApprovalItem }) {
  const { t } = useTranslation('releases');
  const shipped = useShippedWords();
  const titleOf = useRequestTitle();
  const kindBeside = useKindBesideTitle();
  return (
    <li>
      <Link to={`/approvals/${request.id}`} className="cc-release-row">
        <span className="cc-release-row-head">
          <strong>{titleOf(request)}</strong>
          <ApprovalState state={request.state} />
        </span>
        <span className="cc-soft">
          {kindBeside(request)}
          {request.number} · <When instant={request.submittedAt} />
          {request.openStep !== null && ` · ${t('mine.waitsFor', { step: shipped(request.openStep) })}`}
        </span>
      </Link>
    </li>
  );
}

function Requests() {
  const { t } = useTranslation('releases');
  const pages = useEndpointPages(listApprovalsEndpoint, { query: { view: 'mine', limit: 10 } });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <section className="cc-section">
      <h2>{t('mine.requests')}</h2>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {isEmpty && <p className="cc-soft">{t('mine.noRequests')}</p>}
      <ul className="cc-release-rows">
        {pages.items.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </section>
  );
}

/** 我的涉案财物: filings to check, what is out for my cases, my open cases by what is due next, my requests. */
export function Component() {
  const { t } = useTranslation('releases');
  return (
    <>
      <PageHeader title={t('mine.title')} sentence={t('mine.sentence')} />
      <div className="cc-release-columns">
        <div>
          <WaitingFilings />
          <Away />
        </div>
        <div>
          <OwnCases />
          <Requests />
        </div>
      </div>
    </>
  );
}

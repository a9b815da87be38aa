import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { RELEASE_VIEWS, type ReleaseView } from '../../../modules/seized-items/releases/release-kinds.ts';
import {
  countReleasesEndpoint,
  listReleasesEndpoint,
  type ReleaseSummary,
} from '../../../modules/seized-items/releases/releases.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { GrantedRequests } from './granted-requests.tsx';
import { ReleaseStateTag, useReleaseReason } from './release-words.tsx';
import '../../components/plain-rows.css';
import './releases.css';

const PAGE_SIZE = 50;
type Tab = 'granted' | ReleaseView;
type Counts = Partial<Record<Tab, number>>;

/** One release in a list: what, for whom, where to, and when it wants somebody. */
export function ReleaseRow({ release }: { release: ReleaseSummary }) {
  const { t } = useTranslation('releases');
  const reasonOf = useReleaseReason();
  const what =
    release.itemCount === 1
      ? release.firstItem
      : t('several', { name: release.firstItem, count: release.itemCount });
  return (
    <li>
      <Link to={`/releases/${release.id}`} className="cc-release-row">
        <span className="cc-release-row-head">
          <strong>{what}</strong>
          <ReleaseStateTag release={release} />
        </span>
        <span>
          {release.caseNumber}
          {release.caseCount > 1 && ` ${t('cases', { count: release.caseCount })}`} · {reasonOf(release)}
          {release.receiver !== null && ` · ${release.receiver}`}
        </span>
        <span className="cc-soft">
          {t(`attention.${release.state}`)} <When instant={release.attentionAt} withRelative />
          {' · '}
          {release.takerName === null
            ? t('askedBy', { name: release.applicantName })
            : t('takenBy', { name: release.takerName })}
        </span>
        {release.hasIncident && <StatusTag tone="alarm">{t('hasIncident')}</StatusTag>}
      </Link>
    </li>
  );
}

function Tabs({ tabs, current, counts }: { tabs: readonly Tab[]; current: Tab; counts: Counts }) {
  const { t } = useTranslation('releases');
  return (
    <nav className="cc-release-tabs" aria-label={t('tabs')}>
      {tabs.map((tab) => {
        const count = counts[tab] ?? 0;
        return (
          <Link
            key={tab}
            to={`?view=${tab}`}
            replace
            aria-current={tab === current ? 'page' : undefined}
            data-alarm={tab === 'overdue' && count > 0}
          >
            {t(`view.${tab}`)}
            {count > 0 && <span className="cc-release-count"> {count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

export function ReleaseList({ view, isOwn = false }: { view: ReleaseView; isOwn?: boolean }) {
  const { t } = useTranslation('releases');
  const own = isOwn ? { own: 'true' as const } : {};
  const pages = useEndpointPages(listReleasesEndpoint, { query: { view, ...own, limit: PAGE_SIZE } });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t(`empty.${view}`)} hint={t('emptyHint')} />}
      <ul className="cc-release-rows">
        {pages.items.map((release) => (
          <ReleaseRow key={release.id} release={release} />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

/** 出库: what was approved and waits, what is ready, what is out, due or overdue, in the order of work. */
export function Component() {
  const { t } = useTranslation('releases');
  const can = useCan();
  const [search] = useSearchParams();
  const { data } = useQueryEndpoint(countReleasesEndpoint, { query: {} });
  const tabs: readonly Tab[] = can('item.release') ? ['granted', ...RELEASE_VIEWS] : RELEASE_VIEWS;
  const fallback = tabs[0] ?? 'prepared';
  const current = tabs.find((tab) => tab === search.get('view')) ?? fallback;
  const counts: Counts = {
    ...(data === undefined ? {} : { ...data, in_transit: data.inTransit, with_keeper: data.withKeeper }),
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        actions={<Link to="/photo-policy">{t('photoPolicy')}</Link>}
      />
      <Tabs tabs={tabs} current={current} counts={counts} />
      {current === 'granted' ? <GrantedRequests /> : <ReleaseList key={current} view={current} />}
    </>
  );
}

import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { scopeOfRole } from '../../../modules/accounts/permissions.ts';
import { isRole } from '../../../modules/accounts/roles.ts';
import {
  listApprovalsEndpoint,
  listWaitingApprovalsEndpoint,
} from '../../../modules/approvals/approvals.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ChoiceBar } from '../../components/choice-bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCan, useSession } from '../../session/use-session.ts';
import { ApprovalRows } from './approval-rows.tsx';

const VIEWS = ['waiting', 'mine', 'decided', 'all'] as const;
type View = (typeof VIEWS)[number];
const PAGE_SIZE = 50;

function Waiting() {
  const { t } = useTranslation('approvals');
  const { data, error, refetch } = useQueryEndpoint(listWaitingApprovalsEndpoint, { query: {} });
  if (data === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  if (data.items.length === 0) return <EmptyState title={t('empty.waiting')} hint={t('empty.waitingHint')} />;
  return (
    <>
      <ApprovalRows items={data.items} label={t('view.waiting')} />
      {data.hasMore && <p className="cc-soft">{t('moreWait')}</p>}
    </>
  );
}

function Listed({ view }: { view: Exclude<View, 'waiting'> }) {
  const { t } = useTranslation('approvals');
  const pages = useEndpointPages(listApprovalsEndpoint, { query: { view, limit: PAGE_SIZE } });
  if (pages.isLoading && pages.problem === null) return <Skeleton active />;
  return (
    <>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.problem === null && pages.items.length === 0 && (
        <EmptyState title={t(`empty.${view}`)} hint={t('empty.hint')} />
      )}
      <ApprovalRows items={pages.items} label={t(`view.${view}`)} />
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

/** 审批: what waits for one's decision first, then one's own requests, those decided, and all of the court. */
export function Component() {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const can = useCan();
  const { roles } = useSession();
  const [search, setSearch] = useSearchParams();
  const seesAll = roles
    .filter(isRole)
    .map((role) => scopeOfRole(role, 'approval.read'))
    .some((scope) => scope === 'court' || scope === 'tree');
  const views = VIEWS.filter((view) =>
    view === 'waiting' ? can('approval.decide') : view !== 'all' || seesAll,
  );
  const view = views.find((each) => each === search.get('view')) ?? views[0] ?? 'mine';
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        actions={
          <>
            {can('approval.decide') && (
              <Button onClick={() => void navigate('/approvals/delegations')}>{t('delegation.title')}</Button>
            )}
            <Button onClick={() => void navigate('/approvals/policies')}>{t('policy.title')}</Button>
          </>
        }
      />
      <ChoiceBar
        label={t('views')}
        options={views.map((key) => ({ key, label: t(`view.${key}`) }))}
        value={view}
        onChange={(next) => setSearch({ view: next }, { replace: true })}
      />
      {view === 'waiting' ? <Waiting /> : <Listed key={view} view={view} />}
    </>
  );
}

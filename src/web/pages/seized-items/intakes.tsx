import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listIntakesEndpoint, type IntakeSummary } from '../../../modules/seized-items/intakes.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { StateTabs } from './state-tabs.tsx';
import './seized-items.css';

const STATES = ['counting', 'completed'] as const;

function IntakeLine({ intake }: { intake: IntakeSummary }) {
  const { t } = useTranslation('seized-items');
  return (
    <li>
      <Link to={`/intakes/${intake.id}`}>
        <strong>{intake.caseNumber}</strong>
        <span>
          {intake.delivererUnit} {intake.deliverer}
        </span>
        <span>
          {t('intakes.progress', {
            counted: intake.lineCount - intake.pendingCount,
            total: intake.lineCount,
          })}
        </span>
        <span className="cc-soft">
          <When instant={intake.arrivedAt} />
        </span>
        {intake.lockerPath !== null && intake.state === 'counting' && (
          <StatusTag tone={intake.isOverdue ? 'alarm' : 'soon'}>
            {t(intake.isOverdue ? 'intakes.lockerOverdue' : 'intakes.inLocker', { place: intake.lockerPath })}
          </StatusTag>
        )}
      </Link>
    </li>
  );
}

/** 接收: deliveries that wait to be counted, and those that are done. */
export function Component() {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const [search] = useSearchParams();
  const state = STATES.find((key) => key === search.get('state')) ?? 'counting';
  const pages = useEndpointPages(listIntakesEndpoint, { query: { state, limit: 50 } });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <>
      <PageHeader
        title={t('intakes.title')}
        sentence={t('intakes.sentence')}
        back={{ to: '/seized-items', label: t('list.title') }}
        actions={
          can('item.receive') && (
            <LinkButton to="/intakes/new" type="primary">
              {t('intakes.new')}
            </LinkButton>
          )
        }
      />
      <StateTabs label={t('tabs')} states={STATES} current={state} nameOf={(key) => t(`intakes.${key}`)} />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t(`intakes.empty.${state}`)} hint={t('intakes.emptyHint')} />}
      <ul className="cc-intakes">
        {pages.items.map((intake) => (
          <IntakeLine key={intake.id} intake={intake} />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

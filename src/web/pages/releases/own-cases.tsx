import { useState } from 'react';
import Segmented from 'antd/es/segmented';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseSummary } from '../../../modules/cases/case-fields.ts';
import { listCasesEndpoint, listOwnCasesEndpoint } from '../../../modules/cases/contract.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Day } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { CaseState } from '../cases/case-words.tsx';

type OwnCase = ResponseOf<typeof listOwnCasesEndpoint>['items'][number];

const SHOWN = 30;
const CLOSED_AT_ONCE = 10;

function aboutOf({ cause, parties }: CaseSummary): string {
  return [cause, ...parties.slice(0, 2).map(({ name }) => name)].join(' · ');
}

function OpenRow({ found }: { found: OwnCase }) {
  const { t } = useTranslation('releases');
  const pick = usePickSentence();
  const { next } = found;
  return (
    <li>
      <Link to={`/cases/${found.id}?tab=items`} className="cc-release-row">
        <span className="cc-release-row-head">
          <strong>{found.number}</strong>
          {next?.isOverdue === true && <StatusTag tone="alarm">{t('mine.overdue')}</StatusTag>}
        </span>
        {next !== null && (
          <span>
            {pick(next.rule)} · {t('mine.dueOn')} <Day day={next.dueOn} />
          </span>
        )}
        <span className="cc-soft">{aboutOf(found)}</span>
      </Link>
    </li>
  );
}

function OpenCases() {
  const { t } = useTranslation('releases');
  const { data, error, refetch } = useQueryEndpoint(listOwnCasesEndpoint, { query: { limit: SHOWN } });
  const items = data?.items ?? [];
  return (
    <>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data !== undefined && items.length === 0 && <p className="cc-soft">{t('mine.noOpenCases')}</p>}
      <ul className="cc-release-rows">
        {items.map((found) => (
          <OpenRow key={found.id} found={found} />
        ))}
      </ul>
      {data !== undefined && data.more > 0 && (
        <Link to={listAddress('/cases', { mine: true, state: 'open' })}>
          {t('mine.moreCases', { count: data.more })}
        </Link>
      )}
    </>
  );
}

function ClosedCases() {
  const { t } = useTranslation('releases');
  const query = { mine: 'true' as const, state: 'closed' as const, limit: CLOSED_AT_ONCE };
  const pages = useEndpointPages(listCasesEndpoint, { query });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <>
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {isEmpty && <p className="cc-soft">{t('mine.noClosedCases')}</p>}
      <ul className="cc-release-rows">
        {pages.items.map((found) => (
          <li key={found.id}>
            <Link to={`/cases/${found.id}?tab=items`} className="cc-release-row">
              <span className="cc-release-row-head">
                <strong>{found.number}</strong>
                <CaseState closedOn={found.closedOn} />
              </span>
              <span className="cc-soft">{aboutOf(found)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}

/** The person’s cases: open ones by what is due next, closed ones when they are asked for. */
export function OwnCases() {
  const { t } = useTranslation('releases');
  const [state, setState] = useState<'open' | 'closed'>('open');
  return (
    <section className="cc-section">
      <div className="cc-section-head">
        <h2>{t('mine.cases')}</h2>
        <Segmented<'open' | 'closed'>
          aria-label={t('mine.cases')}
          value={state}
          onChange={setState}
          options={[
            { value: 'open', label: t('mine.open') },
            { value: 'closed', label: t('mine.closed') },
          ]}
        />
      </div>
      {state === 'open' && <p className="cc-soft">{t('mine.askHint')}</p>}
      {state === 'open' ? <OpenCases /> : <ClosedCases />}
    </section>
  );
}

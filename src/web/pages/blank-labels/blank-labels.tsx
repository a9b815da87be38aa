import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import {
  listCodeBatchesEndpoint,
  type CodeBatch,
} from '../../../modules/item-codes/code-batches.contract.ts';
import { groupItemCode, ITEM_CODE_KINDS } from '../../../modules/item-codes/item-code.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { formatCount } from '../../components/amount.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { IssueBatchForm } from './issue-batch-form.tsx';
import { StateCounts } from './state-counts.tsx';
import './blank-labels.css';

const PAGE_SIZE = 20;

function BatchRow({ batch }: { batch: CodeBatch }) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  return (
    <li className="cc-batch">
      <div className="cc-batch-main">
        <Link to={`/blank-labels/${batch.id}`}>
          <strong>{batch.note ?? t('unnamed', { day: formatInstant(batch.createdAt).slice(0, 10) })}</strong>
        </Link>
        <span>
          {t('countOfKind', {
            kind: pick(ITEM_CODE_KINDS[batch.kind]),
            count: batch.codeCount,
            shown: formatCount(batch.codeCount),
          })}
        </span>
        <span className="cc-batch-range cc-code">
          <span>{groupItemCode(batch.firstCode)}</span>
          <span>– {groupItemCode(batch.lastCode)}</span>
        </span>
        <span className="cc-soft">
          <WithMoments
            text={t('issuedBy', { who: batch.createdByName, at: formatInstant(batch.createdAt) })}
          />
        </span>
      </div>
      <StateCounts batch={batch} />
    </li>
  );
}

/** 空白标签: batches of labels printed first and bound later, with how many of each are still free. */
export function Component() {
  const { t } = useTranslation('blank-labels');
  const can = useCan();
  const navigate = useNavigate();
  const command = useOpenCommand();
  const pages = useEndpointPages(listCodeBatchesEndpoint, { query: { limit: PAGE_SIZE } });
  const mayIssue = can('label.print');
  const issue = (
    <Button type="primary" onClick={() => command.open('issue')}>
      {t('issue.title')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        actions={
          <>
            {mayIssue && issue}
            {can('label.bind') && (
              <Button onClick={() => void navigate('/blank-labels/bind')}>{t('bind.title')}</Button>
            )}
          </>
        }
      />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {!pages.isLoading && pages.items.length === 0 && pages.problem === null && (
        <EmptyState
          title={t('empty.title')}
          hint={t('empty.hint')}
          {...(mayIssue ? { action: issue } : {})}
        />
      )}
      <ol className="cc-batches">
        {pages.items.map((batch) => (
          <BatchRow key={batch.id} batch={batch} />
        ))}
      </ol>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      {mayIssue && (
        <IssueBatchForm
          open={command.current === 'issue'}
          onClose={command.close}
          onDone={(batch) => void navigate(`/blank-labels/${batch.id}`)}
        />
      )}
    </>
  );
}

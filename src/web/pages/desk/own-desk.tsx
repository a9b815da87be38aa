import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listPendingReceiptsEndpoint } from '../../../modules/fixed-assets/contract.ts';
import { readPersonHoldings, type HoldingLine } from '../../../modules/fixed-assets/holdings.contract.ts';
import { ASSET_MOVES } from '../../../modules/fixed-assets/rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { formatFen } from '../../components/money.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { Day, When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan, useSession } from '../../session/use-session.ts';
import { useDeadlineLines } from './use-deadline-lines.ts';
import { AssetStatusTag } from '../fixed-assets/asset-status-tag.tsx';
import { DeskLines } from './desk-lines.tsx';
import { useApprovalLine } from './use-approval-line.ts';

const SHOWN = 12;

/** What was handed to this person and waits for their signature. */
function WaitingForMe() {
  const { t } = useTranslation('desk');
  const pick = usePickSentence();
  const { data, error, refetch } = useQueryEndpoint(listPendingReceiptsEndpoint, {});
  const items = data?.items ?? [];
  return (
    <section className="cc-desk-own">
      <div className="cc-desk-recent-head">
        <h2>{t('own.receipts')}</h2>
        {items.length > 0 && <Link to="/receipts">{t('own.sign', { count: items.length })}</Link>}
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {data !== undefined && items.length === 0 && <p className="cc-soft">{t('own.noReceipts')}</p>}
      <ul className="cc-desk-things">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <Link to="/receipts" className="cc-desk-thing-name">
              {item.name}
            </Link>
            <ItemCode code={item.code} withCopy={false} />
            <span>
              {pick(ASSET_MOVES[item.kind])} · {item.handedOutBy}
            </span>
            <When instant={item.handedOutAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Thing({ line }: { line: HoldingLine }) {
  const { t } = useTranslation('desk');
  return (
    <li>
      <Link to={`/assets/${line.assetId}`} className="cc-desk-thing-name">
        {line.name}
      </Link>
      <ItemCode code={line.code} withCopy={false} />
      <span>{line.place?.path ?? '—'}</span>
      <span>
        <AssetStatusTag status={line.status} isOverdue={line.isOverdue} />{' '}
        {line.loanDueOn !== null && (
          <>
            {t('own.dueOn')} <Day day={line.loanDueOn} />
          </>
        )}
      </span>
    </li>
  );
}

/** What this person is to decide, and the deadlines that run for them. */
export function OwnLines() {
  const { t } = useTranslation('desk');
  const deadlines = useDeadlineLines();
  const approvals = useApprovalLine();
  const lines = approvals === undefined ? deadlines : [approvals, ...deadlines];
  return <DeskLines title={t('mine.title')} lines={lines} />;
}

/** The desk of somebody who oversees nothing: what waits for their signature, and what they answer for. */
export function OwnDesk() {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { person } = useSession();
  const { data, error, refetch } = useQueryEndpoint(readPersonHoldings, { params: { personId: person.id } });
  const lines = data === undefined ? [] : [...data.onLoan, ...data.inUse];
  return (
    <>
      {can('asset.receive') && <WaitingForMe />}
      <section className="cc-desk-own">
        <div className="cc-desk-recent-head">
          <h2>{t('own.things')}</h2>
          {lines.length > 0 && <Link to={`/people/${person.id}/holdings`}>{t('own.all')}</Link>}
        </div>
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
        {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
        {data !== undefined && lines.length === 0 && (
          <EmptyState title={t('own.nothing')} hint={t('own.nothingHint')} />
        )}
        {data !== undefined && lines.length > 0 && (
          <p className="cc-soft">
            {t('own.sum', {
              count: lines.length,
              shown: formatCount(data.totals.inUse.count + data.totals.onLoan.count),
              value: formatFen(data.totals.inUse.originalValueFen + data.totals.onLoan.originalValueFen),
            })}
          </p>
        )}
        <ul className="cc-desk-things">
          {lines.slice(0, SHOWN).map((line) => (
            <Thing key={line.assetId} line={line} />
          ))}
        </ul>
      </section>
    </>
  );
}

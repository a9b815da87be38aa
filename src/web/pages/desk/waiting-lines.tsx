import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { readAssetTotals } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { listPendingReceiptsEndpoint } from '../../../modules/fixed-assets/contract.ts';
import {
  LOAN_NOTICE_DAYS,
  WARRANTY_NOTICE_DAYS,
  type Dashboard,
} from '../../../modules/fixed-assets/dashboard.contract.ts';
import { listDepreciationMonthsEndpoint } from '../../../modules/fixed-assets/depreciation.contract.ts';
import { readLedgerTotals } from '../../../modules/fixed-assets/ledger.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress, type ListQuery } from '../../components/list-page/list-address.ts';
import { Money } from '../../components/money.tsx';
import { addDays } from '../../../platform/days.ts';
import { useCan, useSession } from '../../session/use-session.ts';
import { ON_THE_BOOKS } from './dashboard-charts.ts';
import { DeskLines, type DeskLine } from './desk-lines.tsx';
import { useApprovalLine } from './use-approval-line.ts';
import { useDeadlineLines } from './use-deadline-lines.ts';
import { DispositionLines } from './disposition-lines.tsx';
import { ItemLines } from './item-lines.tsx';
import { RoomLines } from './room-lines.tsx';
import { usePrintLines } from './use-print-lines.ts';

interface LinesProps {
  readonly dashboard: Dashboard | undefined;
  readonly base: ListQuery;
  readonly courtId: number | undefined;
}

function useMyLines(): readonly DeskLine[] {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { person } = useSession();
  const print = usePrintLines();
  const deadlines = useDeadlineLines();
  const mayPost = can('depreciation.post');
  const receipts = useQueryEndpoint(listPendingReceiptsEndpoint, {}, { enabled: can('asset.receive') });
  const months = useQueryEndpoint(listDepreciationMonthsEndpoint, {}, { enabled: mayPost });
  const isPostable = months.data !== undefined && months.data.nextRefusal === null;
  const approvals = useApprovalLine();
  const lines: (DeskLine | false)[] = [
    approvals ?? false,
    can('asset.receive') && {
      key: 'receipts',
      label: t('mine.receipts'),
      count: receipts.data?.items.length,
      to: '/receipts',
      tone: 'soon',
    },
    ...deadlines,
    ...print,
    mayPost && {
      key: 'depreciation',
      label: t(isPostable ? 'mine.depreciation' : 'mine.depreciationNext'),
      count: undefined,
      text: months.data?.nextMonth,
      to: '/depreciation',
    },
    can('person.holdings.read') && {
      key: 'holdings',
      label: t('mine.holdings'),
      count: undefined,
      text: '›',
      to: `/people/${person.id}/holdings`,
    },
  ];
  return lines.filter((line) => line !== false);
}

function dueLines({ dashboard, base }: LinesProps, t: (key: string, values?: object) => string): DeskLine[] {
  const oldest = dashboard?.loansOverdue.oldestDueOn;
  const today = dashboard?.today;
  return [
    {
      key: 'overdue',
      label: t('due.loansOverdue'),
      count: dashboard?.loansOverdue.count,
      to: listAddress('/assets', { ...base, overdue: true }),
      tone: 'alarm',
      ...(oldest == null ? {} : { hint: t('due.oldest', { day: oldest }) }),
    },
    {
      key: 'dueSoon',
      label: t('due.loansDueSoon', { days: LOAN_NOTICE_DAYS }),
      count: dashboard?.loansDueSoon.count,
      to: listAddress('/assets', {
        ...base,
        loanDueFrom: today,
        loanDueTo: today === undefined ? undefined : addDays(today, LOAN_NOTICE_DAYS),
        status: 'on_loan',
      }),
      tone: 'soon',
    },
    {
      key: 'pending',
      label: t('due.receiptsPending'),
      count: dashboard?.receiptsPending.count,
      to: listAddress('/assets', { ...base, pendingReceipt: true }),
      tone: 'soon',
    },
    {
      key: 'warranty',
      label: t('due.warranty', { days: WARRANTY_NOTICE_DAYS }),
      count: dashboard?.warrantyEnding.count,
      to: listAddress('/assets', {
        ...base,
        status: ON_THE_BOOKS,
        warrantyFrom: today,
        warrantyTo: dashboard?.warrantyEnding.until,
      }),
      tone: 'soon',
    },
  ];
}

function reuseLines({ dashboard, base }: LinesProps, t: (key: string) => string): DeskLine[] {
  const idleFen = dashboard?.idle.originalValueFen;
  const wornFen = dashboard?.fullyDepreciated.originalValueFen;
  const inRepair = dashboard?.byStatus.find(({ status }) => status === 'in_repair');
  return [
    {
      key: 'idle',
      label: t('reuse.idle'),
      count: dashboard?.idle.count,
      to: listAddress('/idle-assets', base),
      ...(idleFen === undefined ? {} : { hint: <Money fen={idleFen} inline /> }),
    },
    {
      key: 'depreciated',
      label: t('reuse.fullyDepreciated'),
      count: dashboard?.fullyDepreciated.count,
      to: listAddress('/assets', { ...base, status: ON_THE_BOOKS, fullyDepreciated: true }),
      ...(wornFen === undefined ? {} : { hint: <Money fen={wornFen} inline /> }),
    },
    {
      key: 'repair',
      label: t('reuse.inRepair'),
      count: dashboard === undefined ? undefined : (inRepair?.count ?? 0),
      to: listAddress('/assets', { ...base, status: 'in_repair' }),
    },
  ];
}

/** What ought to be looked at: recorded late, corrected, refused, without a place. */
function useOddLines({ base, courtId }: LinesProps): readonly DeskLine[] {
  const today = useToday();
  const { t } = useTranslation('desk');
  const can = useCan();
  const from = `${today.slice(0, 8)}01`;
  const mayRead = can('ledger.read');
  const ask = { enabled: mayRead };
  const late = useQueryEndpoint(readLedgerTotals, { query: { from, late: 'true', courtId } }, ask);
  const corrections = useQueryEndpoint(
    readLedgerTotals,
    { query: { from, kind: ['correct_entry', 'correct_card'], courtId } },
    ask,
  );
  const refused = useQueryEndpoint(
    readLedgerTotals,
    { query: { from, kind: ['refuse_receipt'], courtId } },
    ask,
  );
  const unplaced = useQueryEndpoint(readAssetTotals, {
    query: { hasPlace: 'false', status: [...ON_THE_BOOKS], courtId },
  });
  const ofLedger = (key: string, count: number | undefined, query: ListQuery): DeskLine | false =>
    mayRead && { key, label: t(`odd.${key}`), count, to: listAddress('/ledger', { ...base, ...query }) };
  const lines = [
    ofLedger('late', late.data?.entryCount, { late: true }),
    ofLedger('corrected', corrections.data?.entryCount, { kind: ['correct_entry', 'correct_card'] }),
    ofLedger('refused', refused.data?.entryCount, { kind: 'refuse_receipt' }),
    {
      key: 'unplaced',
      label: t('odd.unplaced'),
      count: unplaced.data?.count,
      to: listAddress('/assets', { ...base, hasPlace: false, status: ON_THE_BOOKS }),
    },
  ];
  return lines.filter((line) => line !== false);
}

/** Four short lists at the top of the desk: mine, due, odd, fit for reuse. */
export function WaitingLines(props: LinesProps) {
  const { t } = useTranslation('desk');
  const say = (key: string, values?: object): string => t(key, { ...values });
  return (
    <div className="cc-desk-waiting">
      <DeskLines title={t('mine.title')} lines={useMyLines()} />
      <DeskLines title={t('due.title')} lines={dueLines(props, say)} />
      <DeskLines title={t('odd.title')} lines={useOddLines(props)} />
      <DeskLines title={t('reuse.title')} lines={reuseLines(props, say)} />
      <ItemLines />
      <DispositionLines />
      <RoomLines courtId={props.courtId} />
    </div>
  );
}

import { lazy, Suspense } from 'react';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  printPersonHoldings,
  readPersonHoldings,
  type HoldingLine,
  type PersonHoldings,
} from '../../../modules/fixed-assets/holdings.contract.ts';
import { ASSET_MOVES } from '../../../modules/fixed-assets/rules.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { Money } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Day, formatInstant } from '../../components/when.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { AssetStatusTag } from './asset-status-tag.tsx';
import { HeldRooms, useHeldRooms } from './held-rooms.tsx';
import { isOfferedMove, type MoveSubject } from './moves/move-forms.ts';
import { fits } from './bulk/scanned-list.ts';
import { placeTail } from './place-tail.ts';
import './holdings.css';
import './fixed-assets.css';

const MoveDrawer = lazy(() =>
  import('./moves/move-drawer.tsx').then((module) => ({ default: module.MoveDrawer })),
);

const SECTIONS = ['inUse', 'onLoan', 'pendingReceipts'] as const;
type Section = (typeof SECTIONS)[number];

function subjectOf(line: HoldingLine, holder: string): MoveSubject {
  const { assetId, code, name, status } = line;
  return {
    ...{ id: assetId, code, name, status, holder },
    department: line.department?.name ?? null,
    place: line.place?.path ?? null,
  };
}

function Line({ line }: { line: HoldingLine }) {
  const { t } = useTranslation('fixed-assets');
  const about = [line.specification, line.model, line.serialNumber]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <li>
      <span className="cc-holding-thing">
        <Link to={`/assets/${line.assetId}`}>{line.name}</Link> <ItemCode code={line.code} withCopy={false} />
        {about !== '' && <span className="cc-soft">{about}</span>}
      </span>
      <span>
        <AssetStatusTag status={line.status} isOverdue={line.isOverdue} />
      </span>
      <span className="cc-soft">
        {line.place === null ? t('sentence.noPlace') : placeTail(line.place.path)}
      </span>
      <span className="cc-soft">
        {t('sentence.since', { day: formatInstant(line.since).slice(0, 10) })}
        {line.loanDueOn !== null && (
          <>
            <br />
            {t('move.label.dueOn')} <Day day={line.loanDueOn} />
          </>
        )}
      </span>
      <Money fen={line.originalValueFen} />
    </li>
  );
}

/** The things of one kind, with the command that takes them all back. */
function HoldingSection({
  holdings,
  section,
  action,
}: {
  holdings: PersonHoldings;
  section: Section;
  action: React.ReactNode;
}) {
  const { t } = useTranslation('fixed-assets');
  const lines = holdings[section];
  const sum = holdings.totals[section];
  if (lines.length === 0) return null;
  return (
    <section className="cc-holding-section">
      <div className="cc-holding-head">
        <h2>{t(`holdings.${section}`, { count: sum.count })}</h2>
        <span className="cc-soft">
          {t('list.valueSum')} <Money fen={sum.originalValueFen} inline />
        </span>
        {action}
      </div>
      <ul className="cc-holding-lines">
        {lines.map((line) => (
          <Line key={line.assetId} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Holdings({ holdings }: { holdings: PersonHoldings }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const can = useCan();
  const command = useOpenCommand();
  const current = isOfferedMove(command.current) ? command.current : undefined;
  const { name } = holdings.person;
  const subjectsFor = (move: 'return' | 'give_back') =>
    (move === 'return' ? holdings.inUse : holdings.onLoan)
      .filter(({ status }) => fits(status, move))
      .map((line) => subjectOf(line, name));
  const actionOf = (section: Section) => {
    const move = section === 'inUse' ? 'return' : section === 'onLoan' ? 'give_back' : undefined;
    if (move === undefined || !can('asset.move')) return null;
    const count = subjectsFor(move).length;
    if (count === 0) return null;
    return (
      <Button onClick={() => command.open(move)} className="cc-no-print">
        {t('holdings.takeAll', { verb: pick(ASSET_MOVES[move]), count })}
      </Button>
    );
  };
  return (
    <>
      {holdings.isTruncated && <p className="cc-soft">{t('holdings.truncated')}</p>}
      {SECTIONS.map((section) => (
        <HoldingSection key={section} holdings={holdings} section={section} action={actionOf(section)} />
      ))}
      <Suspense>
        {(current === 'return' || current === 'give_back') && (
          <MoveDrawer
            key={current}
            move={current}
            isOpen
            subjects={subjectsFor(current)}
            onClose={command.close}
            onDone={command.close}
          />
        )}
      </Suspense>
    </>
  );
}

/** 名下资产: everything that a person still answers for, to be settled before they leave. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const language = useLanguage();
  const { personId = '' } = useParams();
  const [search] = useSearchParams();
  const courtId = search.get('courtId');
  const query = courtId !== null && /^\d+$/.test(courtId) ? { courtId: Number(courtId) } : {};
  const request = { params: { personId }, query };
  const { data: holdings, error, refetch, isPending } = useQueryEndpoint(readPersonHoldings, request);
  const rooms = useHeldRooms(personId, query);
  const person = holdings?.person;
  const print = downloadAddress(printPersonHoldings, { params: { personId }, query: { ...query, language } });
  return (
    <>
      <PageHeader
        title={person === undefined ? t('holdings.title') : t('holdings.titleOf', { name: person.name })}
        {...(holdings === undefined
          ? {}
          : {
              beside:
                holdings.isClear && rooms.length > 0 ? null : holdings.isClear ? (
                  <StatusTag tone="settled">{t('holdings.clear')}</StatusTag>
                ) : (
                  <StatusTag tone="open">
                    {t('holdings.open', { count: holdings.totals.all.count })}
                  </StatusTag>
                ),
              sentence: [person?.department, person?.employeeNumber]
                .filter((part) => part != null)
                .join(' · '),
              actions: (
                <Button href={print} target="_blank" icon={<PrinterOutlined aria-hidden />}>
                  {t('holdings.print')}
                </Button>
              ),
            })}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {isPending && error === null && <Skeleton active />}
      <HeldRooms rooms={rooms} />
      {holdings?.isClear === true && rooms.length === 0 && (
        <EmptyState title={t('holdings.clearTitle')} hint={t('holdings.clearHint')} />
      )}
      {holdings !== undefined && <Holdings holdings={holdings} />}
    </>
  );
}

import { useState } from 'react';
import Alert from 'antd/es/alert';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readIntakeEndpoint } from '../../../modules/seized-items/intakes.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { PapersOf } from '../papers/papers-of.tsx';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import type { Intake, IntakeLine } from './intake-answer.ts';
import { CompleteForm } from './complete-form.tsx';
import { CountForm } from './count-form.tsx';
import { DeliveryPhoto } from './delivery-photo.tsx';
import './seized-items.css';

const OUTCOME_TONES: Record<IntakeLine['outcome'], StatusTone> = {
  pending: 'soon',
  matches: 'settled',
  differs: 'alarm',
  refused: 'closed',
  kept_elsewhere: 'calm',
};

function Line({
  line,
  isOpen,
  onOpen,
}: {
  line: IntakeLine;
  isOpen: boolean;
  onOpen: (() => void) | undefined;
}) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const content = (
    <>
      <strong>
        {line.number}. {line.name}
      </strong>
      <span>
        {line.listedQuantity !== null &&
          t('receive.listedAs', { quantity: sayQuantity(line.listedQuantity, line.unit) })}
        {line.countedQuantity !== null && ` → ${sayQuantity(line.countedQuantity, line.unit)}`}
      </span>
      <StatusTag tone={OUTCOME_TONES[line.outcome]}>{t(`outcome.${line.outcome}`)}</StatusTag>
      {line.photoCount < line.photosMin && line.outcome !== 'refused' && (
        <StatusTag tone="soon">
          {t('receive.photosMissing', { count: line.photosMin - line.photoCount })}
        </StatusTag>
      )}
      <span className="cc-soft">{line.placePath}</span>
    </>
  );
  if (onOpen === undefined) return <Link to={`/seized-items/${line.itemId}`}>{content}</Link>;
  return (
    <button type="button" aria-expanded={isOpen} onClick={onOpen}>
      {content}
    </button>
  );
}

function Done({ intake }: { intake: Intake }) {
  const { t } = useTranslation('seized-items');
  const taken = intake.lines.filter(({ outcome }) => outcome === 'matches' || outcome === 'differs');
  return (
    <Alert
      type="success"
      showIcon
      title={t('receive.completed', { reviewer: intake.reviewerName ?? '—' })}
      description={<When instant={intake.completedAt} />}
      action={
        taken.length > 0 && (
          <PrintLabels
            target={{ by: 'things', kind: 'S', ids: taken.map(({ itemId }) => itemId) }}
            purpose="first"
          />
        )
      }
    />
  );
}

/** One delivery: its lines one by one with photo, seal and place, then both signatures, then the labels. */
export function Component() {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const { intakeId = '' } = useParams();
  const [openId, setOpenId] = useState<string>();
  const { data: intake, error, refetch } = useQueryEndpoint(readIntakeEndpoint, { params: { intakeId } });
  const back = { to: '/intakes', label: t('intakes.title') };
  if (intake === undefined)
    return (
      <>
        <PageHeader title={t('intakes.one')} back={back} />
        {error === null ? (
          <Skeleton active />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  const mayCount = can('item.receive') && intake.state === 'counting';
  const next = intake.lines.find(({ outcome }) => outcome === 'pending');
  const shownId = openId ?? next?.itemId;
  return (
    <div className="cc-standing">
      <PageHeader
        title={intake.caseNumber}
        back={back}
        sentence={`${intake.delivererUnit} ${intake.deliverer} · ${t('intakes.progress', {
          counted: intake.lineCount - intake.pendingCount,
          total: intake.lineCount,
        })}`}
        actions={<Link to={`/cases/${intake.caseId}?tab=ledger`}>{t('ledger.title')}</Link>}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {intake.isOverdue && <Alert type="error" showIcon title={t('intakes.overdueNotice')} />}
      {intake.state === 'completed' && <Done intake={intake} />}
      {intake.state === 'completed' && intake.lines[0] !== undefined && (
        <PapersOf caseId={intake.caseId} itemId={intake.lines[0].itemId} isBrief />
      )}
      {mayCount && <DeliveryPhoto intake={intake} />}
      <ol className="cc-intake-lines">
        {intake.lines.map((line) => (
          <li key={line.itemId} data-open={mayCount && line.itemId === shownId}>
            <Line
              line={line}
              isOpen={line.itemId === shownId}
              onOpen={mayCount ? () => setOpenId(line.itemId === shownId ? '' : line.itemId) : undefined}
            />
            {mayCount && line.itemId === shownId && (
              <CountForm key={line.itemId} intake={intake} line={line} onSaved={() => setOpenId(undefined)} />
            )}
          </li>
        ))}
      </ol>
      {mayCount && intake.pendingCount === 0 && <CompleteForm intake={intake} />}
    </div>
  );
}

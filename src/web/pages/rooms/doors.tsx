import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import InputNumber from 'antd/es/input-number';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useToday } from '../../clock.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { readRoomEndpoint } from '../../../modules/rooms/contract.ts';
import {
  listDoorDifferencesEndpoint,
  TOLERANCE_MINUTES,
} from '../../../modules/rooms/door-events.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatInstant, When, WithMoments } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { shanghaiToday } from '../../court-day.ts';
import { ImportDoorEvents } from './import-door-events.tsx';
import '../../components/plain-rows.css';
import './rooms.css';

type Differences = ResponseOf<typeof listDoorDifferencesEndpoint>;
type Difference = Differences['items'][number];

const TONES = { seen_not_logged: 'alarm', logged_not_seen: 'soon', times_differ: 'soon' } as const;
const DAY_MS = 24 * 60 * 60_000;
const DAYS_AT_FIRST = 7;

function DifferenceRow({ difference }: { difference: Difference }) {
  const { t } = useTranslation('rooms');
  const { kind, direction, name, seenAt, loggedAt, visitId } = difference;
  const day = (loggedAt ?? seenAt ?? '').slice(0, 10);
  return (
    <li>
      <div className="cc-rows-main">
        <strong>{name}</strong> {t(`doors.direction.${direction}`)}
        <div>
          {t('doors.seenAt')} <When instant={seenAt} /> · {t('doors.loggedAt')} <When instant={loggedAt} />
        </div>
      </div>
      <div className="cc-rows-side">
        <StatusTag tone={TONES[kind]}>{t(`doors.kind.${kind}`)}</StatusTag>
        {visitId !== null && (
          <Link to={`/visits?enteredFrom=${day}&enteredTo=${day}&preview=${visitId}`}>
            {t('doors.toVisit')}
          </Link>
        )}
      </div>
    </li>
  );
}

const isMidnight = (instant: string) => instant.slice(11, 16) === '00:00';

/** Whole days by their dates, anything else by the clock. */
function sayGap({ from, before }: Differences['notImported'][number]): { from: string; to: string } {
  if (!isMidnight(from) || !isMidnight(before))
    return { from: formatInstant(from), to: formatInstant(before) };
  return { from: from.slice(0, 10), to: shanghaiToday(new Date(new Date(before).getTime() - DAY_MS)) };
}

function NotImported({ gaps }: { gaps: Differences['notImported'] }) {
  const { t } = useTranslation('rooms');
  if (gaps.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="cc-doors-not-imported"
      title={t('doors.notImported')}
      description={
        <ul className="cc-doors-gaps">
          {gaps.map(sayGap).map(({ from, to }) => (
            <li key={from}>
              <WithMoments text={from === to ? from : t('doors.span', { from, to })} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

function DifferenceList({ data }: { data: Differences }) {
  const { t } = useTranslation('rooms');
  const can = useCan();
  const isUncompared = data.eventCount === 0 && data.notImported.length > 0;
  return (
    <>
      <p role="status">
        {t('doors.counts', {
          events: data.eventCount,
          visits: data.visitCount,
          differences: data.items.length,
        })}
      </p>
      <NotImported gaps={data.notImported} />
      {data.items.length === 0 ? (
        <EmptyState
          title={t(isUncompared ? 'doors.noEvents' : 'doors.agree')}
          {...(isUncompared
            ? { hint: t(can('visit.reconcile') ? 'doors.importHint' : 'doors.noEventsHint') }
            : {})}
        />
      ) : (
        <ul className="cc-rows">
          {data.items.map((difference, index) => (
            <DifferenceRow key={index} difference={difference} />
          ))}
        </ul>
      )}
    </>
  );
}

/** 门禁核对: what the doors saw against what was written down, for a period. */
export function Component() {
  const { t } = useTranslation('rooms');
  const can = useCan();
  const { roomId = '' } = useParams();
  const today = useToday();
  const [from, setFrom] = useState(() => shanghaiToday(new Date(Date.now() - DAYS_AT_FIRST * DAY_MS)));
  const [to, setTo] = useState(today);
  const [tolerance, setTolerance] = useState(TOLERANCE_MINUTES);
  const [isImporting, setImporting] = useState(false);
  const room = useQueryEndpoint(readRoomEndpoint, { params: { roomId } });
  const { data, error, refetch } = useQueryEndpoint(
    listDoorDifferencesEndpoint,
    { params: { roomId }, query: { from, to, toleranceMinutes: tolerance } },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader
        title={t('doors.title')}
        sentence={t('doors.sentence')}
        back={{ to: `/rooms/${roomId}`, label: room.data?.name ?? t('room') }}
        actions={
          can('visit.reconcile') && (
            <Button type="primary" onClick={() => setImporting(!isImporting)}>
              {t('doors.import.title')}
            </Button>
          )
        }
      />
      {isImporting && <ImportDoorEvents />}
      <div className="cc-toolbar cc-doors-bar">
        <DayInput label={t('doors.from')} value={from} max={to} onChange={(day) => setFrom(day ?? from)} />
        <DayInput
          label={t('doors.to')}
          value={to}
          min={from}
          max={today}
          onChange={(day) => setTo(day ?? to)}
        />
        <InputNumber
          aria-label={t('doors.tolerance')}
          prefix={t('doors.tolerance')}
          suffix={t('settings.minute')}
          min={0}
          max={120}
          precision={0}
          value={tolerance}
          onChange={(minutes) => setTolerance(minutes ?? TOLERANCE_MINUTES)}
        />
      </div>
      <ProblemAlert problem={error ?? room.error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data !== undefined && <DifferenceList data={data} />}
    </>
  );
}

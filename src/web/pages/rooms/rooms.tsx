import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listRoomsEndpoint, type RoomAnswer } from '../../../modules/rooms/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCan } from '../../session/use-session.ts';
import { RoomMarks } from './room-marks.tsx';
import '../../components/plain-rows.css';
import './rooms.css';

const HALF_A_MINUTE = 30_000;

function RoomRow({ room }: { room: RoomAnswer }) {
  const { t } = useTranslation('rooms');
  const navigate = useNavigate();
  return (
    <li className="cc-room">
      <div className="cc-rows-main">
        <Link to={`/rooms/${room.id}`}>
          <strong>{room.name}</strong>
        </Link>{' '}
        <RoomMarks room={room} />
        <div className="cc-soft">{room.path}</div>
      </div>
      <div className="cc-room-people">
        {room.custodian === null ? (
          <StatusTag tone="alarm">{t('noCustodian')}</StatusTag>
        ) : (
          <span>
            {t('custodian')} {room.custodian.name}
          </span>
        )}
        {room.deputies.length > 0 && (
          <span className="cc-soft">
            {t('deputy')} {room.deputies.map(({ name }) => name).join(t('pause'))}
          </span>
        )}
      </div>
      <div className="cc-room-inside">
        <span>{t('insideCount', { count: room.insideCount })}</span>
        {room.alarmCount > 0 && (
          <StatusTag tone="alarm">{t('alarmCount', { count: room.alarmCount })}</StatusTag>
        )}
      </div>
      <div className="cc-rows-side">
        {room.availableActions.includes('record_visit') && (
          <Button onClick={() => void navigate(`/rooms/${room.id}/door`)}>{t('door.title')}</Button>
        )}
      </div>
    </li>
  );
}

/** 涉案财物库房: every storage room with who answers for it and who is inside now. */
export function Component() {
  const { t } = useTranslation('rooms');
  const can = useCan();
  const navigate = useNavigate();
  const choice = useCourtChoice('room.read');
  const { data, error, refetch } = useQueryEndpoint(
    listRoomsEndpoint,
    { query: { courtId: choice.courtId } },
    { refetchInterval: HALF_A_MINUTE },
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        actions={
          <>
            <CourtChoice {...choice} />
            {can('item.read') && (
              <Button onClick={() => void navigate('/kept-wrongly')}>{t('keptWrongly')}</Button>
            )}
            {can('item.move') && <Button onClick={() => void navigate('/room-moves')}>{t('toMoves')}</Button>}
            {can('visit.read') && <Button onClick={() => void navigate('/visits')}>{t('toVisits')}</Button>}
          </>
        }
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data?.items.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          hint={t('empty.hint')}
          action={
            can('place.read') && <Button onClick={() => void navigate('/places')}>{t('empty.go')}</Button>
          }
        />
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((room) => (
            <RoomRow key={room.id} room={room} />
          ))}
        </ul>
      )}
    </>
  );
}

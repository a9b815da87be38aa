import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { MOVE_WHERE } from '../../../modules/seized-items/room-moves/room-move.rules.ts';
import { readRoomMoveEndpoint } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details } from '../../components/details.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { EndForm } from './end-form.tsx';
import { roomsOf, type RoomMove } from './moved-things.ts';
import { MoveList } from './move-list.tsx';
import { MoveStateTag } from './move-state-tag.tsx';
import '../../components/plain-rows.css';
import './room-moves.css';

const TEN_SECONDS = 10_000;

function MoveFacts({ move }: { move: RoomMove }) {
  const { t } = useTranslation('room-moves');
  return (
    <Details
      items={[
        { label: t('field.document'), value: move.document },
        {
          label: t('field.started'),
          value: (
            <>
              {move.startedByName} <When instant={move.startedAt} />
            </>
          ),
        },
        ...(move.outcome === null
          ? []
          : [
              {
                label: t(`field.${move.outcome}`),
                value: (
                  <>
                    {move.endedByName ?? '—'} <When instant={move.endedAt} />
                  </>
                ),
              },
              { label: t('field.second'), value: move.secondPersonName ?? '—' },
              ...(move.endNote === null ? [] : [{ label: t('field.note'), value: move.endNote }]),
            ]),
      ]}
    />
  );
}

/** 办结 once nothing is left there and in nobody's hands; until then it says what is missing. */
function EndButtons({ move, command }: { move: RoomMove; command: OpenCommand }) {
  const { t } = useTranslation('room-moves');
  const { left, carried } = move.counts;
  const isReady = left === 0 && carried === 0;
  return (
    <>
      {!isReady && (
        <span id="not-yet" className="cc-soft">
          {t('end.notYet', { left, carried })}
        </span>
      )}
      <Button
        type="primary"
        disabled={!isReady}
        {...(isReady ? {} : { 'aria-describedby': 'not-yet' })}
        onClick={() => command.open('done')}
      >
        {t('end.done')}
      </Button>
      <Button danger onClick={() => command.open('called_off')}>
        {t('end.called_off')}
      </Button>
    </>
  );
}

function MoveSections({ move }: { move: RoomMove }) {
  const { t } = useTranslation('room-moves');
  const command = useOpenCommand();
  const [search] = useSearchParams();
  const where =
    MOVE_WHERE.find((each) => each === search.get('where')) ?? (move.outcome === null ? 'left' : 'arrived');
  const mayEnd = move.mayEnd && move.outcome === null;
  return (
    <>
      <PageHeader
        title={t('fromTo', roomsOf(move))}
        beside={<MoveStateTag move={move} />}
        sentence={t(`says.${move.outcome ?? 'running'}`)}
        back={{ to: '/room-moves', label: t('title') }}
        {...(mayEnd ? { actions: <EndButtons move={move} command={command} /> } : {})}
      />
      <MoveFacts move={move} />
      <MoveList {...{ move, where, command }} />
      <EndForm outcome="done" {...{ move, command }} />
      <EndForm outcome="called_off" {...{ move, command }} />
    </>
  );
}

/** One move of a room: what is still there, what is in whose hands, what has arrived; read anew while others carry. */
export function Component() {
  const { t } = useTranslation('room-moves');
  const { roomMoveId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(
    readRoomMoveEndpoint,
    { params: { roomMoveId } },
    { refetchInterval: (answer) => (answer?.outcome === null ? TEN_SECONDS : false) },
  );
  if (data !== undefined) return <MoveSections key={data.id} move={data} />;
  return (
    <>
      <PageHeader title={t('title')} back={{ to: '/room-moves', label: t('title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}

import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  listRoomMovesEndpoint,
  type RoomMoveSummary,
} from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { roomsOf } from './moved-things.ts';
import { MoveStateTag } from './move-state-tag.tsx';
import { StartForm } from './start-form.tsx';
import '../../components/plain-rows.css';
import './room-moves.css';

const PAGE_SIZE = 50;

function MoveRow({ move }: { move: RoomMoveSummary }) {
  const { t } = useTranslation('room-moves');
  const { left, carried, arrived, elsewhere } = move.counts;
  return (
    <li>
      <div className="cc-rows-main">
        <Link to={`/room-moves/${move.id}`}>
          <strong>{t('fromTo', roomsOf(move))}</strong>
        </Link>
        <div className="cc-soft">
          {move.document} · {move.startedByName} <When instant={move.startedAt} />
        </div>
      </div>
      <div className="cc-rows-side">
        <span className="cc-move-progress">
          {t('progress', { arrived, total: left + carried + arrived + elsewhere })}
        </span>
        <MoveStateTag move={move} />
      </div>
    </li>
  );
}

/** 整库搬迁: the moves of whole rooms, those that go on first. */
export function Component() {
  const { t } = useTranslation(['room-moves', 'rooms']);
  const command = useOpenCommand();
  const pages = useEndpointPages(listRoomMovesEndpoint, { query: { limit: PAGE_SIZE } });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  const start = (
    <Button type="primary" onClick={() => command.open('start')}>
      {t('start.title')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        back={{ to: '/rooms', label: t('rooms:title') }}
        {...(isEmpty ? {} : { actions: start })}
      />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {isEmpty && <EmptyState title={t('empty.title')} hint={t('empty.hint')} action={start} />}
      {pages.items.length > 0 && (
        <ul className="cc-rows">
          {pages.items.map((move) => (
            <MoveRow key={move.id} move={move} />
          ))}
        </ul>
      )}
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      <StartForm command={command} />
    </>
  );
}

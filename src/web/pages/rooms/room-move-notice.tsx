import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import { listRoomMovesEndpoint } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';

/** The room is being moved, or moved into: nobody leaves their post there before that is over. */
export function RoomMoveNotice({ room }: { readonly room: RoomAnswer }) {
  const { t } = useTranslation(['rooms', 'room-moves']);
  const { data } = useQueryEndpoint(listRoomMovesEndpoint, { query: { runningIn: room.id } });
  return (data?.items ?? []).map(({ id, from, to }) => (
    <Alert
      key={id}
      type="info"
      showIcon
      title={
        <>
          {t('moving')}{' '}
          <Link to={`/room-moves/${id}`}>{t('room-moves:fromTo', { from: from.name, to: to.name })}</Link>
        </>
      }
    />
  ));
}

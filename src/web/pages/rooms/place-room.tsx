import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findRoomOfPlaceEndpoint } from '../../../modules/rooms/contract.ts';
import { canBeStorageRoom } from '../../../modules/rooms/room.rules.ts';
import type { PlaceAnswer } from '../../../modules/storage/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { PlaceEnvironment } from './place-environment.tsx';
import { useCan } from '../../session/use-session.ts';

/** On the page of a place: the storage room that it is or lies in, and the way to set one up. */
export function PlaceRoom({ place }: { place: PlaceAnswer }) {
  const { t } = useTranslation('rooms');
  const can = useCan();
  const { data } = useQueryEndpoint(
    findRoomOfPlaceEndpoint,
    { params: { placeId: place.id } },
    { enabled: can('room.read') },
  );
  const room = data?.room ?? null;
  const maySetUp = can('room.manage') && place.closedOn === null && canBeStorageRoom(place.kind);
  if (data === undefined || (room === null && !maySetUp)) return null;
  return (
    <>
      <p className="cc-place-room">
        {room === null ? (
          <Link to={`/rooms/${place.id}?do=settings`}>{t('setUp')}</Link>
        ) : (
          <>
            {room.roomId === place.id ? t('isRoom') : t('inRoom', { name: room.name })}{' '}
            <Link to={`/rooms/${room.roomId}`}>{t('openRoom')}</Link>
          </>
        )}
      </p>
      {room !== null && <PlaceEnvironment place={place} isRoom={room.roomId === place.id} />}
    </>
  );
}

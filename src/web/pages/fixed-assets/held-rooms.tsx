import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listRoomsEndpoint, type RoomAnswer } from '../../../modules/rooms/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useCan } from '../../session/use-session.ts';
import './holdings.css';

/** Storage rooms of seized property that the person answers for: with everything in them, until a handover. */
export function useHeldRooms(personId: string, query: { readonly courtId?: number }): readonly RoomAnswer[] {
  const isAsked = useCan()('room.read');
  const { data } = useQueryEndpoint(listRoomsEndpoint, { query }, { enabled: isAsked });
  return data?.items.filter(({ custodian }) => custodian?.personId === personId) ?? [];
}

export function HeldRooms({ rooms }: { rooms: readonly RoomAnswer[] }) {
  const { t } = useTranslation('fixed-assets');
  if (rooms.length === 0) return null;
  return (
    <section className="cc-holding-section">
      <div className="cc-holding-head">
        <h2>{t('holdings.rooms', { count: rooms.length })}</h2>
        <span className="cc-soft">{t('holdings.roomsHint')}</span>
      </div>
      <ul className="cc-holding-rooms">
        {rooms.map((room) => (
          <li key={room.id}>
            <Link to={`/rooms/${room.id}`}>{room.path}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

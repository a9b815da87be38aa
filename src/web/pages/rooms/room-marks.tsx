import { useTranslation } from 'react-i18next';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import { StatusTag } from '../../components/status-tag.tsx';

/** What is special about a room, each as a word: two persons, frozen, closed. */
export function RoomMarks({ room }: { room: RoomAnswer }) {
  const { t } = useTranslation('rooms');
  return (
    <span className="cc-room-marks">
      {room.settings.requiresTwoPersons && <StatusTag tone="open">{t('twoPersons')}</StatusTag>}
      {room.handoverId !== null && <StatusTag tone="soon">{t('frozen')}</StatusTag>}
      {room.closedOn !== null && <StatusTag tone="closed">{t('closed')}</StatusTag>}
    </span>
  );
}

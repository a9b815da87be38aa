import { useTranslation } from 'react-i18next';
import { listRoomsEndpoint } from '../../../modules/rooms/contract.ts';
import { countVisitsEndpoint } from '../../../modules/rooms/visits.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { useCan } from '../../session/use-session.ts';
import { DeskLines } from './desk-lines.tsx';

const A_MINUTE = 60_000;

/** Who is inside the storage rooms, and who for too long, for custodians room by room; nothing without the log. */
export function RoomLines({ courtId }: { courtId?: number | undefined }) {
  const { t } = useTranslation('desk');
  const can = useCan();
  const mayRead = can('visit.read') && can('room.read');
  const { data } = useQueryEndpoint(
    countVisitsEndpoint,
    { query: { courtId } },
    { enabled: mayRead, refetchInterval: A_MINUTE },
  );
  const rooms = useQueryEndpoint(
    listRoomsEndpoint,
    { query: { courtId } },
    { enabled: mayRead && can('item.receive'), refetchInterval: A_MINUTE },
  );
  if (!mayRead) return null;
  return (
    <DeskLines
      title={t('rooms.title')}
      lines={[
        {
          key: 'alarms',
          label: t('rooms.alarms'),
          count: data?.alarms,
          to: listAddress('/visits', { courtId, alarm: true }),
          tone: 'alarm',
        },
        {
          key: 'inside',
          label: t('rooms.inside'),
          count: data?.inside,
          to: listAddress('/visits', { courtId, inside: true }),
        },
        ...(rooms.data?.items ?? []).map(({ id, name, insideCount, alarmCount }) => ({
          key: id,
          label: t('rooms.of', { name }),
          count: insideCount,
          to: `/rooms/${id}`,
          ...(alarmCount === 0
            ? {}
            : { tone: 'alarm' as const, hint: t('rooms.alarmOf', { count: alarmCount }) }),
        })),
      ]}
    />
  );
}

import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { readRoomEndpoint, type RoomAnswer } from '../../../modules/rooms/contract.ts';
import { ENVIRONMENTS, ITEM_CATEGORIES } from '../../../modules/rooms/item-categories.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details } from '../../components/details.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { RoomHandovers } from '../handovers/room-handovers.tsx';
import { RoomCommands } from './room-commands.tsx';
import { RoomInside } from './room-inside.tsx';
import { RoomMoveNotice } from './room-move-notice.tsx';
import { RoomMarks } from './room-marks.tsx';
import { RoomOffices } from './room-offices.tsx';
import { RoomRecusals } from './room-recusals.tsx';
import '../../components/plain-rows.css';
import './rooms.css';

function SettingsDetails({ room }: { room: RoomAnswer }) {
  const { t } = useTranslation('rooms');
  const pick = usePickSentence();
  const { settings } = room;
  const listed = (texts: string[], none: string) => (texts.length === 0 ? none : texts.join(t('pause')));
  return (
    <Details
      items={[
        { label: t('field.path'), value: room.path },
        { label: t('field.code'), value: room.code === null ? '—' : <ItemCode code={room.code} /> },
        {
          label: t('twoPersons'),
          value: t(settings.requiresTwoPersons ? 'settings.twoNeeded' : 'settings.oneEnough'),
        },
        {
          label: t('field.capacity'),
          value:
            settings.capacity === null
              ? t('settings.notCounted')
              : t('settings.items', { shown: formatCount(settings.capacity) }),
        },
        {
          label: t('field.categories'),
          value: listed(
            settings.allowedCategories.map((key) => pick(ITEM_CATEGORIES[key])),
            t('settings.everyCategory'),
          ),
        },
        {
          label: t('field.environment'),
          value: listed(
            settings.environment.map((key) => pick(ENVIRONMENTS[key])),
            '—',
          ),
        },
        { label: t('field.locker'), value: room.emergencyLockerPath ?? '—' },
        { label: t('field.alarm'), value: t('settings.minutes', { count: settings.visitAlarmMinutes }) },
        { label: t('field.doors'), value: listed([...settings.doors], '—') },
      ]}
    />
  );
}

/** What is done more rarely, behind three dots. */
function RoomMenu({ room, onSettings }: { room: RoomAnswer; onSettings: () => void }) {
  const { t } = useTranslation('rooms');
  const can = useCan();
  const navigate = useNavigate();
  const isSetUp = room.settings.isSeizedPropertyRoom;
  return (
    <RowMenu
      label={t('common:more')}
      actions={[
        ...(isSetUp && room.availableActions.includes('change_settings')
          ? [{ key: 'settings', label: t('settings.title'), onClick: () => onSettings() }]
          : []),
        ...(isSetUp && can('visit.read')
          ? [
              {
                key: 'doors',
                label: t('doors.title'),
                onClick: () => void navigate(`/rooms/${room.id}/doors`),
              },
            ]
          : []),
        ...(isSetUp && can('item.move')
          ? [
              {
                key: 'move',
                label: t('moveWhole'),
                onClick: () => void navigate(`/room-moves?do=start&from=${room.id}`),
              },
            ]
          : []),
        { key: 'place', label: t('toPlace'), onClick: () => void navigate(`/places/${room.id}`) },
      ]}
    />
  );
}

function RoomSections({ room }: { room: RoomAnswer }) {
  const { t } = useTranslation(['rooms', 'room-map']);
  const can = useCan();
  const navigate = useNavigate();
  const command = useOpenCommand();
  const may = (action: RoomAnswer['availableActions'][number]) => room.availableActions.includes(action);
  const isSetUp = room.settings.isSeizedPropertyRoom;
  return (
    <>
      <PageHeader
        title={room.name}
        beside={<RoomMarks room={room} />}
        sentence={t(isSetUp ? 'roomSentence' : 'notSetUp')}
        back={{ to: '/rooms', label: t('title') }}
        actions={
          <>
            {may('record_visit') && (
              <Button type="primary" onClick={() => void navigate(`/rooms/${room.id}/door`)}>
                {t('door.title')}
              </Button>
            )}
            {!isSetUp && may('change_settings') && (
              <Button type="primary" onClick={() => command.open('settings')}>
                {t('settings.title')}
              </Button>
            )}
            {isSetUp && (
              <Button onClick={() => void navigate(`/rooms/${room.id}/map`)}>{t('room-map:title')}</Button>
            )}
            <RoomMenu room={room} onSettings={() => command.open('settings')} />
          </>
        }
      />
      {isSetUp && can('item.move') && <RoomMoveNotice room={room} />}
      <SettingsDetails room={room} />
      {isSetUp && <RoomOffices room={room} onOpen={command.open} />}
      {isSetUp && <RoomRecusals room={room} onOpen={command.open} />}
      {isSetUp && can('visit.read') && <RoomInside room={room} />}
      {isSetUp && <RoomHandovers room={room} onOpen={command.open} />}
      <RoomCommands room={room} current={command.current} onClose={command.close} />
    </>
  );
}

/** One storage room: what it takes, who answers for it, who is inside. */
export function Component() {
  const { t } = useTranslation('rooms');
  const { roomId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(readRoomEndpoint, { params: { roomId } });
  if (data !== undefined) return <RoomSections key={data.id} room={data} />;
  return (
    <>
      <PageHeader title={t('room')} back={{ to: '/rooms', label: t('title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}

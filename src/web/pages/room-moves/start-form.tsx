import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { listRoomsEndpoint } from '../../../modules/rooms/contract.ts';
import { startRoomMoveEndpoint } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { STALE_MOVES } from './stale-moves.ts';

interface StartValues {
  fromRoomId: string;
  toRoomId: string;
  document: string;
}

/** The rooms in use, without the one that is chosen on the other side. */
function RoomSelect({
  except,
  value,
  onChange,
  id,
}: {
  readonly except: unknown;
  readonly value?: string;
  readonly onChange?: (roomId: string) => void;
  readonly id?: string;
}) {
  const { t } = useTranslation('room-moves');
  const { data, isLoading } = useQueryEndpoint(listRoomsEndpoint, { query: {} });
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined || data === undefined ? {} : { value })}
      placeholder={t('start.roomMissing')}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.items ?? [])
        .filter((room) => room.closedOn === null && room.id !== except)
        .map((room) => ({ value: room.id, label: room.path }))}
      onChange={(roomId) => onChange?.(roomId)}
    />
  );
}

function RoomFields() {
  const { t } = useTranslation('room-moves');
  const form = Form.useFormInstance<StartValues>();
  const from: unknown = Form.useWatch('fromRoomId', form);
  const to: unknown = Form.useWatch('toRoomId', form);
  const rules = [{ required: true, message: t('start.roomMissing') }];
  return (
    <>
      <Form.Item name="fromRoomId" label={t('field.from')} rules={rules}>
        <RoomSelect except={to} />
      </Form.Item>
      <Form.Item name="toRoomId" label={t('field.to')} rules={rules}>
        <RoomSelect except={from} />
      </Form.Item>
    </>
  );
}

/** 开始整库搬迁: what lies in the room now is the list. `?from=` names the room that is emptied. */
export function StartForm({ command }: { readonly command: OpenCommand }) {
  const { t } = useTranslation('room-moves');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const from = search.get('from');
  return (
    <CommandForm<typeof startRoomMoveEndpoint, StartValues>
      declaration={startRoomMoveEndpoint}
      open={command.current === 'start'}
      onClose={command.close}
      title={t('start.title')}
      submitLabel={t('start.submit')}
      doneSentence={t('start.done')}
      {...(from === null ? {} : { initialValues: { fromRoomId: from } })}
      draftKey={`start-room-move:${from ?? ''}`}
      invalidates={STALE_MOVES}
      toRequest={({ document, ...rooms }) => ({ body: { ...rooms, document: document.trim() } })}
      onDone={({ id }) => void navigate(`/room-moves/${id}`)}
    >
      <p>{t('start.effect')}</p>
      <RoomFields />
      <Form.Item
        name="document"
        label={t('field.document')}
        rules={[{ required: true, whitespace: true, message: t('start.documentMissing') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  changeRoomSettingsEndpoint,
  readRoomEndpoint,
  type RoomAnswer,
  type RoomSettings,
} from '../../../modules/rooms/contract.ts';
import {
  ENVIRONMENT_KEYS,
  ENVIRONMENTS,
  isListOnly,
  ITEM_CATEGORIES,
  ITEM_CATEGORY_KEYS,
} from '../../../modules/rooms/item-categories.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { listKeptWronglyEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { MisfitPreview } from './misfit-preview.tsx';
import { STALE_ROOMS } from './stale-rooms.ts';

export interface SettingsFormProps {
  readonly room: RoomAnswer;
  readonly open: boolean;
  readonly onClose: () => void;
}

const KEPT_CATEGORIES = ITEM_CATEGORY_KEYS.filter((key) => !isListOnly(key));

function SettingsFields() {
  const { t } = useTranslation('rooms');
  const pick = usePickSentence();
  return (
    <>
      <Form.Item name="isSeizedPropertyRoom" valuePropName="checked">
        <Checkbox>{t('settings.isRoom')}</Checkbox>
      </Form.Item>
      <Form.Item name="requiresTwoPersons" valuePropName="checked" extra={t('settings.twoHint')}>
        <Checkbox>{t('field.twoPersons')}</Checkbox>
      </Form.Item>
      <Form.Item name="capacity" label={t('field.capacity')} extra={t('settings.capacityHint')}>
        <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="allowedCategories" label={t('field.categories')} extra={t('settings.categoriesHint')}>
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={KEPT_CATEGORIES.map((key) => ({ value: key, label: pick(ITEM_CATEGORIES[key]) }))}
        />
      </Form.Item>
      <Form.Item name="environment" label={t('field.environment')}>
        <Select
          mode="multiple"
          allowClear
          options={ENVIRONMENT_KEYS.map((key) => ({ value: key, label: pick(ENVIRONMENTS[key]) }))}
        />
      </Form.Item>
      <Form.Item name="emergencyLockerId" label={t('field.locker')} extra={t('settings.lockerHint')}>
        <PlacePicker />
      </Form.Item>
      <Form.Item
        name="visitAlarmMinutes"
        label={t('field.alarm')}
        extra={t('settings.alarmHint')}
        rules={[{ required: true, message: t('settings.alarmMissing') }]}
      >
        <InputNumber
          min={10}
          max={1440}
          precision={0}
          suffix={t('settings.minute')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="doors" label={t('field.doors')} extra={t('settings.doorsHint')}>
        <Select mode="tags" tokenSeparators={[',', ';']} open={false} suffix={null} />
      </Form.Item>
    </>
  );
}

function SettingsPreview({ roomId, settings }: { roomId: string; settings: Partial<RoomSettings> }) {
  const { environment = [], allowedCategories = [] } = settings;
  return (
    <MisfitPreview placeId={roomId} isRoom environment={environment} allowedCategories={allowedCategories} />
  );
}

/** 库房设置: what the place is as a storage room; every change is kept in the audit trail. */
export function SettingsForm({ room, open, onClose }: SettingsFormProps) {
  const { t } = useTranslation('rooms');
  const { refetch } = useQueryEndpoint(readRoomEndpoint, { params: { roomId: room.id } });
  return (
    <CommandForm<typeof changeRoomSettingsEndpoint, RoomSettings>
      declaration={changeRoomSettingsEndpoint}
      open={open}
      onClose={onClose}
      title={t('settings.title')}
      submitLabel={t('settings.submit')}
      subject={room.path}
      ifMatch={room.version}
      initialValues={room.version === 0 ? { ...room.settings, isSeizedPropertyRoom: true } : room.settings}
      invalidates={[...STALE_ROOMS, listKeptWronglyEndpoint]}
      onReload={() => void refetch()}
      toRequest={(values) => ({
        params: { roomId: room.id },
        body: {
          ...values,
          capacity: values.capacity ?? null,
          emergencyLockerId: values.emergencyLockerId ?? null,
        },
      })}
      onDone={onClose}
      doneSentence={t('settings.done')}
    >
      <SettingsFields />
      {room.version > 0 && (
        <Form.Item noStyle shouldUpdate>
          {({ getFieldsValue }) => (
            <SettingsPreview roomId={room.id} settings={getFieldsValue() as Partial<RoomSettings>} />
          )}
        </Form.Item>
      )}
    </CommandForm>
  );
}

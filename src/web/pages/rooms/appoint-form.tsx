import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import {
  appointCustodianEndpoint,
  appointDeputyEndpoint,
} from '../../../modules/rooms/custodianships.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { CustodianPicker } from './custodian-picker.tsx';
import { STALE_ROOMS } from './stale-rooms.ts';

export interface AppointFormProps {
  readonly room: RoomAnswer;
  readonly kind: 'custodian' | 'deputy';
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Values {
  personId: string;
  startsOn?: string;
  lastDay?: string;
  document: string;
}

function AppointFields({ kind }: { kind: 'custodian' | 'deputy' }) {
  const { t } = useTranslation('rooms');
  return (
    <>
      <Form.Item
        name="personId"
        label={t('appoint.person')}
        extra={t('appoint.personHint')}
        rules={[{ required: true, message: t('appoint.personMissing') }]}
      >
        <CustodianPicker />
      </Form.Item>
      {kind === 'custodian' ? (
        <Form.Item name="startsOn" label={t('appoint.since')} extra={t('appoint.sinceHint')}>
          <DayInput />
        </Form.Item>
      ) : (
        <>
          <Form.Item
            name="startsOn"
            label={t('appoint.firstDay')}
            rules={[{ required: true, message: t('appoint.dayMissing') }]}
          >
            <DayInput />
          </Form.Item>
          <Form.Item
            name="lastDay"
            label={t('appoint.lastDay')}
            rules={[{ required: true, message: t('appoint.dayMissing') }]}
          >
            <DayInput />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="document"
        label={t('appoint.document')}
        rules={[{ required: true, whitespace: true, message: t('appoint.documentMissing') }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** 任命保管人, or 指定代管人 for a term of days. */
export function AppointForm({ room, kind, open, onClose }: AppointFormProps) {
  const { t } = useTranslation('rooms');
  const common = {
    open,
    onClose,
    title: t(`appoint.${kind}`),
    submitLabel: t(`appoint.${kind}`),
    subject: room.path,
    invalidates: STALE_ROOMS,
    onDone: onClose,
    doneSentence: t('appoint.done'),
    draftKey: `appoint-${kind}:${room.id}`,
  };
  const params = { roomId: room.id };
  return kind === 'custodian' ? (
    <CommandForm<typeof appointCustodianEndpoint, Values>
      {...common}
      declaration={appointCustodianEndpoint}
      toRequest={({ personId, startsOn, document }) => ({
        params,
        body: {
          personId,
          document: document.trim(),
          ...(startsOn == null ? {} : { startsAt: `${startsOn}T00:00:00.000+08:00` }),
        },
      })}
    >
      <AppointFields kind={kind} />
    </CommandForm>
  ) : (
    <CommandForm<typeof appointDeputyEndpoint, Values>
      {...common}
      declaration={appointDeputyEndpoint}
      toRequest={({ personId, startsOn, lastDay, document }) => ({
        params,
        body: { personId, startsOn: startsOn ?? '', lastDay: lastDay ?? '', document: document.trim() },
      })}
    >
      <AppointFields kind={kind} />
    </CommandForm>
  );
}

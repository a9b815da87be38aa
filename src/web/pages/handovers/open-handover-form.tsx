import Alert from 'antd/es/alert';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import {
  HANDOVER_CAUSE_KEYS,
  HANDOVER_CAUSES,
  type HandoverCause,
} from '../../../modules/rooms/handover.rules.ts';
import { openHandoverEndpoint } from '../../../modules/rooms/handovers.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { CustodianPicker } from '../rooms/custodian-picker.tsx';
import { STALE_HANDOVERS } from './stale-handovers.ts';

interface Values {
  cause: HandoverCause;
  form: 'regular' | 'emergency';
  incomingId: string;
  supervisorId: string;
  leadId: string;
  leaderId?: string | null;
  document: string;
}

export interface OpenHandoverFormProps {
  readonly room: RoomAnswer;
  readonly open: boolean;
  readonly onClose: () => void;
}

function HandoverFields() {
  const { t } = useTranslation('handovers');
  const pick = usePickSentence();
  const form: unknown = Form.useWatch('form', Form.useFormInstance<Values>());
  const required = [{ required: true, message: t('open.personMissing') }];
  return (
    <>
      <Form.Item
        name="cause"
        label={t('field.cause')}
        rules={[{ required: true, message: t('open.causeMissing') }]}
      >
        <Select
          options={HANDOVER_CAUSE_KEYS.map((key) => ({ value: key, label: pick(HANDOVER_CAUSES[key]) }))}
        />
      </Form.Item>
      <Form.Item name="form" label={t('field.form')}>
        <Radio.Group
          options={(['regular', 'emergency'] as const).map((key) => ({
            value: key,
            label: t(`form.${key}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="incomingId" label={t('role.incoming')} rules={required}>
        <CustodianPicker />
      </Form.Item>
      <Form.Item name="supervisorId" label={t('role.supervisor')} rules={required}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="leadId" label={t('role.lead')} extra={t('open.leadHint')} rules={required}>
        <PersonPicker />
      </Form.Item>
      {form === 'emergency' && (
        <Form.Item name="leaderId" label={t('role.leader')} extra={t('open.leaderHint')} rules={required}>
          <PersonPicker />
        </Form.Item>
      )}
      <Form.Item
        name="document"
        label={t('field.document')}
        rules={[{ required: true, whitespace: true, message: t('open.documentMissing') }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** 发起保管交接: from the moment of sending nothing of the room moves. */
export function OpenHandoverForm({ room, open, onClose }: OpenHandoverFormProps) {
  const { t } = useTranslation('handovers');
  const navigate = useNavigate();
  return (
    <CommandForm<typeof openHandoverEndpoint, Values>
      declaration={openHandoverEndpoint}
      open={open}
      onClose={onClose}
      title={t('open.title')}
      submitLabel={t('open.submit')}
      subject={`${room.path} · ${t('role.outgoing')} ${room.custodian?.name ?? '—'}`}
      initialValues={{ form: 'regular' }}
      draftKey={`open-handover:${room.id}`}
      invalidates={STALE_HANDOVERS}
      toRequest={({ leaderId, document, ...values }) => ({
        params: { roomId: room.id },
        body: {
          ...values,
          document: document.trim(),
          leaderId: values.form === 'emergency' ? (leaderId ?? null) : null,
        },
      })}
      onDone={({ id }) => void navigate(`/handovers/${id}`)}
      doneSentence={t('open.done')}
    >
      <Alert type="warning" showIcon title={t('open.effect')} />
      <HandoverFields />
    </CommandForm>
  );
}

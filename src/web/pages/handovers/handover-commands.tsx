import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  addHandoverSurplusEndpoint,
  cancelHandoverEndpoint,
  clearHandoverMatterEndpoint,
  explainHandoverLineEndpoint,
  signHandoverEndpoint,
  type HandoverAnswer,
} from '../../../modules/rooms/handovers.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { STALE_HANDOVERS } from './stale-handovers.ts';

export interface HandoverCommandsProps {
  readonly handover: HandoverAnswer;
  readonly current: string | undefined;
  readonly onClose: () => void;
}

interface Reasoned {
  reason: string;
}

function after(prefix: string, current: string | undefined): string | undefined {
  return current?.startsWith(prefix) === true ? current.slice(prefix.length) : undefined;
}

function SignForm({ handover, current, onClose }: HandoverCommandsProps) {
  const { t } = useTranslation('handovers');
  const asked = handover.signatures.find(({ role }) => role === after('sign-', current));
  if (asked === undefined) return null;
  return (
    <CommandForm<typeof signHandoverEndpoint, { pin: string; locks?: string }>
      declaration={signHandoverEndpoint}
      open
      onClose={onClose}
      title={t('sign.title')}
      submitLabel={t('sign.title')}
      subject={`${t(`role.${asked.role}`)} ${asked.person.name}`}
      invalidates={STALE_HANDOVERS}
      toRequest={({ pin, locks }) => ({
        params: { handoverId: handover.id },
        body: { role: asked.role, pin, locks: locks ?? null },
      })}
      onDone={onClose}
      doneSentence={t('sign.done', { name: asked.person.name })}
    >
      <p>{t('sign.effect')}</p>
      {asked.role === 'incoming' && (
        <Form.Item
          name="locks"
          label={t('sign.locks')}
          rules={[{ required: true, whitespace: true, message: t('sign.locksMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="pin"
        label={t('sign.pin', { name: asked.person.name })}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('common:pin.sixDigits') }]}
      >
        <Input.Password size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
      </Form.Item>
    </CommandForm>
  );
}

/** The forms of a handover; the address says which is open. */
export function HandoverCommands(props: HandoverCommandsProps) {
  const { handover, current, onClose } = props;
  const { t } = useTranslation('handovers');
  const lineId = after('explain-', current);
  const matterId = after('clear-', current);
  const line = handover.lines.find(({ id }) => id === lineId);
  const matter = handover.matters.find(({ id }) => id === matterId);
  const params = { handoverId: handover.id };
  const common = { onClose, onDone: onClose, invalidates: STALE_HANDOVERS };
  return (
    <>
      <CommandForm<typeof explainHandoverLineEndpoint, Reasoned>
        {...common}
        declaration={explainHandoverLineEndpoint}
        open={line !== undefined}
        title={t('explain.title')}
        submitLabel={t('explain.submit')}
        subject={line?.title}
        toRequest={({ reason }) => ({ params, body: { lineId: lineId ?? '', explanation: reason } })}
      >
        <p>{t('explain.effect')}</p>
        <ReasonField label={t('explain.reason')} />
      </CommandForm>
      <CommandForm<typeof addHandoverSurplusEndpoint, Reasoned & { title: string }>
        {...common}
        declaration={addHandoverSurplusEndpoint}
        open={current === 'surplus'}
        title={t('surplus.title')}
        submitLabel={t('surplus.submit')}
        toRequest={({ title, reason }) => ({ params, body: { title: title.trim(), explanation: reason } })}
      >
        <Form.Item
          name="title"
          label={t('surplus.name')}
          rules={[{ required: true, whitespace: true, message: t('surplus.nameMissing') }]}
        >
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <ReasonField label={t('surplus.where')} />
      </CommandForm>
      <CommandForm<typeof clearHandoverMatterEndpoint, Reasoned>
        {...common}
        declaration={clearHandoverMatterEndpoint}
        open={matter !== undefined}
        title={t('clear.title')}
        submitLabel={t('clear.title')}
        subject={matter?.title}
        toRequest={({ reason }) => ({
          params: { ...params, matterId: matterId ?? '' },
          body: { note: reason },
        })}
      >
        <ReasonField label={t('clear.note')} />
      </CommandForm>
      <CommandForm<typeof cancelHandoverEndpoint, Reasoned>
        {...common}
        declaration={cancelHandoverEndpoint}
        open={current === 'cancel'}
        title={t('cancel.title')}
        submitLabel={t('cancel.title')}
        isDestructive
        toRequest={({ reason }) => ({ params, body: { reason } })}
      >
        <p>{t('cancel.effect')}</p>
        <ReasonField />
      </CommandForm>
      <SignForm {...props} />
    </>
  );
}

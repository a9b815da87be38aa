import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  confirmLossEndpoint,
  listLossGrantsEndpoint,
  requestLossEndpoint,
  settleDifferenceEndpoint,
} from '../../../modules/seized-items/care/care.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useUnitAfter } from '../../i18n/use-quantity.ts';
import {
  LineField,
  orNull,
  QuantityField,
  ReasonField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from './care-frame.tsx';

type SettleValues = WithSecond<{ outcome: 'in_store' | 'sent_back'; document: string; explanation: string }>;

/** A difference is settled by a supplement or a stamped explanation, or the thing goes back; the judge confirms. */
export function SettleForm(props: CareProps) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'settle_difference');
  const { item, command } = props;
  const said = item.life.findLast(({ difference }) => difference !== null)?.difference;
  return (
    <CommandForm<typeof settleDifferenceEndpoint, SettleValues>
      {...frame}
      declaration={settleDifferenceEndpoint}
      initialValues={{ outcome: 'in_store' }}
      onDone={command.close}
      toRequest={({ secondPerson, ...settled }) => ({
        params: { itemId: item.id },
        body: { ...settled, secondPerson },
      })}
    >
      {said != null && <p>{t('settle.difference', { text: said })}</p>}
      <Form.Item required name="outcome" label={t('settle.outcome')}>
        <Radio.Group
          className="cc-care-choices"
          options={(['in_store', 'sent_back'] as const).map((value) => ({
            value,
            label: t(`settle.${value}`),
          }))}
        />
      </Form.Item>
      <LineField name="document" label={t('settle.document')} />
      <Form.Item
        name="explanation"
        label={t('settle.explanation')}
        rules={[{ required: true, message: t('settle.explanationMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <SecondPersonFields sentence={t('judgeConfirms')} />
    </CommandForm>
  );
}

interface LossValues {
  requestId: string;
  quantity?: string;
  reason: string;
}

interface AskLossValues {
  quantity?: string;
  reason: string;
}

/** The president is asked to confirm what was not found. */
export function AskLossForm(props: CareProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'request_loss');
  const { item, command } = props;
  return (
    <CommandForm<typeof requestLossEndpoint, AskLossValues>
      {...frame}
      declaration={requestLossEndpoint}
      submitLabel={t('askLoss.submit')}
      doneSentence={t('askLoss.done')}
      onDone={command.close}
      toRequest={({ quantity, reason }) => ({
        params: { itemId: item.id },
        body: { quantity: orNull(quantity), reason },
      })}
    >
      <p>{t('askLoss.hint')}</p>
      <QuantityField
        name="quantity"
        label={t('lossQuantity', { unit: unitAfter(item.unit) })}
        isNeeded={false}
      />
      <ReasonField label={t('askLoss.reason')} />
    </CommandForm>
  );
}

/** What was not found is written off on the president’s approval. */
export function LossForm(props: CareProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'confirm_loss');
  const { item, command } = props;
  const { data } = useQueryEndpoint(
    listLossGrantsEndpoint,
    { params: { itemId: item.id } },
    { enabled: frame.open },
  );
  return (
    <CommandForm<typeof confirmLossEndpoint, LossValues>
      {...frame}
      isDestructive
      declaration={confirmLossEndpoint}
      onDone={command.close}
      toRequest={({ requestId, quantity, reason }) => ({
        params: { itemId: item.id },
        body: { requestId, quantity: orNull(quantity), conclusion: reason },
      })}
    >
      <p>{t('lossHint')}</p>
      <Form.Item
        name="requestId"
        label={t('grant')}
        rules={[{ required: true, message: t('grantMissing') }]}
        extra={data?.items.length === 0 ? t('noGrant') : undefined}
      >
        <Select<string>
          options={(data?.items ?? []).map(({ requestId, number, applicantName }) => ({
            value: requestId,
            label: `${number} ${applicantName}`,
          }))}
        />
      </Form.Item>
      <QuantityField
        name="quantity"
        label={t('lossQuantity', { unit: unitAfter(item.unit) })}
        isNeeded={false}
      />
      <ReasonField label={t('conclusion')} />
    </CommandForm>
  );
}

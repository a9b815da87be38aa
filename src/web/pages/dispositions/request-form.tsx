import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { DISPOSITION_WAYS } from '../../../modules/dispositions/judgment-orders.ts';
import { requestDispositionEndpoint } from '../../../modules/dispositions/preparing.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOptions } from '../cases/case-words.tsx';
import { AreaItem, ChoiceItem } from './fields.tsx';
import { orNull, QuantityItem } from './form-parts.tsx';
import { useItemFrame, type ItemFormProps } from './item-form.ts';

interface RequestValues {
  way: keyof typeof DISPOSITION_WAYS;
  quantity: string;
  reason: string;
  plan?: string;
}

export function RequestForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'request');
  const ways = useOptions(DISPOSITION_WAYS);
  const open = ways.filter(({ value }) => props.shown.waysOpen.includes(value));
  const [likeliest] = props.shown.waysOpen;
  return (
    <CommandForm<typeof requestDispositionEndpoint, RequestValues>
      {...frame}
      declaration={requestDispositionEndpoint}
      initialValues={{ ...(likeliest === undefined ? {} : { way: likeliest }), quantity: props.shown.onHand }}
      toRequest={({ way, quantity, reason, plan }) => ({
        body: { way, reason, plan: orNull(plan), items: [{ itemId: props.item.id, quantity }] },
      })}
    >
      <ChoiceItem name="way" options={open} />
      <QuantityItem shown={props.shown} />
      <AreaItem name="reason" max={1000} />
      <Form.Item noStyle dependencies={['way']}>
        {({ getFieldValue }) => (
          <AreaItem
            name="plan"
            max={1000}
            isOptional
            {...(getFieldValue('way') === 'destruction' ? { extra: t('form.plan') } : {})}
          />
        )}
      </Form.Item>
    </CommandForm>
  );
}

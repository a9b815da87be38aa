import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import { useTranslation } from 'react-i18next';
import {
  listContainersEndpoint,
  packLotEndpoint,
} from '../../../modules/seized-items/containers/containers.contract.ts';
import { sumBoxes, sumParts } from '../../../modules/seized-items/care/part-sum.rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';
import {
  isDecimal,
  LineField,
  orNull,
  QuantityField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from '../item-care/care-frame.tsx';

type Values = WithSecond<{ count: number; quantity: string; rest?: string; seal?: string }>;

function boxesOf({ count, quantity, rest, seal }: Omit<Values, 'secondPerson'>) {
  const prefix = orNull(seal);
  const all = [...Array.from({ length: count }, () => quantity), ...(isDecimal(rest) ? [rest] : [])];
  return all.map((each, index) => ({
    quantity: each,
    sealNumber: prefix === null ? null : `${prefix}-${index + 1}`,
  }));
}

function LotSum({ onHand, unit }: { onHand: string; unit: string }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('containers');
  const form = Form.useFormInstance<Values>();
  const count = Form.useWatch('count', form) ?? 0;
  const quantity = Form.useWatch('quantity', form);
  const sum = isDecimal(quantity) ? sumBoxes(count, quantity) : '0';
  const { isTooMuch } = sumParts(onHand, [sum], '0');
  return (
    <p role="status" className={isTooMuch ? 'cc-care-sum cc-care-wrong' : 'cc-care-sum'}>
      {t('lotSum', { sum: sayQuantity(sum, unit), onHand: sayQuantity(onHand, unit) })}
    </p>
  );
}

/** Identical goods go into counted boxes, each with a code and a seal of its own; the lot stays one item. */
export function PackLotForm(props: CareProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('containers');
  const frame = useCareFrame(props, 'pack_lot');
  const { item, command } = props;
  return (
    <CommandForm<typeof packLotEndpoint, Values>
      {...frame}
      declaration={packLotEndpoint}
      invalidates={[...frame.invalidates, listContainersEndpoint]}
      initialValues={{ count: 1 }}
      onDone={command.close}
      toRequest={({ secondPerson, ...values }) => ({
        params: { itemId: item.id },
        body: { boxes: boxesOf(values), secondPerson },
      })}
    >
      <p>{t('lotHint')}</p>
      <Form.Item required name="count" label={t('boxCount')}>
        <InputNumber min={1} max={1000} precision={0} />
      </Form.Item>
      <QuantityField name="quantity" label={t('perBox', { unit: unitAfter(item.unit) })} />
      <QuantityField name="rest" label={t('lastBox', { unit: unitAfter(item.unit) })} isNeeded={false} />
      <LotSum onHand={item.onHand} unit={item.unit} />
      <LineField
        name="seal"
        label={t('sealPrefix')}
        extra={t('sealPrefixHint')}
        maxLength={40}
        isNeeded={false}
      />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

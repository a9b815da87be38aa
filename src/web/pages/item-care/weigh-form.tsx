import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { weighItemEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import { netWeight, weightInput } from '../../../modules/seized-items/intake-count.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useSayUnit, useUnitAfter } from '../../i18n/use-quantity.ts';
import { announce } from '../../layout/announcer.tsx';
import {
  isDecimal,
  LineField,
  QuantityField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from './care-frame.tsx';

type Unit = z.output<typeof weightInput>['unit'];
const UNITS: readonly Unit[] = weightInput.shape.unit.options;
type WeighValues = WithSecond<{ unit: Unit; gross: string; tare: string; scale: string }>;

function Net() {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('item-care');
  const form = Form.useFormInstance<WeighValues>();
  const [gross, tare] = [Form.useWatch('gross', form), Form.useWatch('tare', form)];
  const unit = Form.useWatch('unit', form) ?? '';
  const net = isDecimal(gross) && isDecimal(tare) ? netWeight({ gross, tare }) : null;
  return (
    <p role="status" className="cc-care-sum">
      {t('weigh.net', { net: net ?? '—', unit: unitAfter(unit) })}
    </p>
  );
}

/** Two people weigh it again; a weight that does not agree makes it an incident at once. */
export function WeighForm(props: CareProps) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'weigh');
  const { item, command } = props;
  const unit = UNITS.find((one) => one === item.unit) ?? UNITS[0];
  return (
    <CommandForm<typeof weighItemEndpoint, WeighValues>
      {...frame}
      declaration={weighItemEndpoint}
      initialValues={{ ...(unit === undefined ? {} : { unit }), tare: '0' }}
      onDone={({ isWithin }) => {
        if (!isWithin) announce(t('weigh.incident'));
        command.close();
      }}
      toRequest={({ secondPerson, ...weight }) => ({
        params: { itemId: item.id },
        body: { ...weight, secondPerson },
      })}
    >
      <p>{t('weigh.hint')}</p>
      <Form.Item required name="unit" label={t('weigh.unit')}>
        <Select<Unit> options={UNITS.map((value) => ({ value, label: sayUnit(value) }))} />
      </Form.Item>
      <QuantityField name="gross" label={t('weigh.gross')} />
      <QuantityField name="tare" label={t('weigh.tare')} />
      <Net />
      <LineField name="scale" label={t('weigh.scale')} maxLength={100} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { listMoneyInStoreEndpoint } from '../../../modules/seized-items/money/deposits.contract.ts';
import {
  RATE_SOURCES,
  type RateDirection,
  type RateSource,
} from '../../../modules/seized-items/rates/exchange.rules.ts';
import {
  enterExchangeRateEndpoint,
  FOREIGN_CURRENCIES,
  listExchangeRatesEndpoint,
} from '../../../modules/seized-items/rates/rates.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';

const TERMS = ['direct-100', 'direct-1', 'inverse-1', 'inverse-100'] as const;
type Terms = (typeof TERMS)[number];

interface Values {
  currency: string;
  quotedOn: string;
  terms: Terms;
  rate: string;
  source: RateSource;
  reference?: string;
  isConfirmed?: boolean;
}

function directionOf(terms: Terms): { direction: RateDirection; units: 1 | 100 } {
  return {
    direction: terms.startsWith('direct') ? 'direct' : 'inverse',
    units: terms.endsWith('100') ? 100 : 1,
  };
}

function RateField() {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const form = Form.useFormInstance<Values>();
  const currency = Form.useWatch('currency', form);
  const name = currency === undefined ? t('rates.foreign') : sayUnit(currency);
  return (
    <>
      <Form.Item required name="terms" label={t('rates.terms')}>
        <Radio.Group
          className="cc-rate-terms"
          options={TERMS.map((value) => ({ value, label: t(`rates.${value}`, { currency: name }) }))}
        />
      </Form.Item>
      <Form.Item
        name="rate"
        label={t('rates.rate')}
        rules={[
          { required: true, pattern: /^(0|[1-9]\d{0,8})(\.\d{1,8})?$/u, message: t('rates.rateWrong') },
        ]}
      >
        <Input inputMode="decimal" maxLength={18} autoComplete="off" className="cc-money-input" />
      </Form.Item>
    </>
  );
}

/** Finance copies the rate of a day from where it is published. */
export function RateForm({ command }: { command: OpenCommand }) {
  const sayUnit = useSayUnit();
  const today = useToday();
  const { t } = useTranslation('money');
  const pick = usePickSentence();
  return (
    <CommandForm<typeof enterExchangeRateEndpoint, Values>
      declaration={enterExchangeRateEndpoint}
      open={command.current === 'rate'}
      onClose={command.close}
      onDone={command.close}
      title={t('rates.enter')}
      submitLabel={t('rates.enter')}
      doneSentence={t('rates.entered')}
      invalidates={[listExchangeRatesEndpoint, listMoneyInStoreEndpoint, readItemEndpoint]}
      initialValues={{ quotedOn: today, terms: 'direct-100', source: 'cfets' }}
      toRequest={({ terms, reference, isConfirmed = false, ...rate }) => ({
        body: {
          ...rate,
          ...directionOf(terms),
          isConfirmed,
          reference: (reference ?? '').trim() === '' ? null : reference,
        },
      })}
    >
      <p className="cc-soft">{t('rates.hint')}</p>
      <Form.Item
        name="currency"
        label={t('rates.currency')}
        rules={[{ required: true, message: t('missing', { field: t('rates.currency') }) }]}
      >
        <Select<string> options={FOREIGN_CURRENCIES.map((value) => ({ value, label: sayUnit(value) }))} />
      </Form.Item>
      <Form.Item
        name="quotedOn"
        label={t('rates.day')}
        rules={[{ required: true, message: t('missing', { field: t('rates.day') }) }]}
      >
        <DayInput max={today} />
      </Form.Item>
      <RateField />
      <Form.Item required name="source" label={t('rates.source')}>
        <Select<RateSource>
          options={(['cfets', 'safe', 'bank'] as const).map((value) => ({
            value,
            label: pick(RATE_SOURCES[value]),
          }))}
        />
      </Form.Item>
      <Form.Item name="reference" label={t('rates.reference')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="isConfirmed" valuePropName="checked" extra={t('rates.confirmHint')}>
        <Checkbox>{t('rates.confirmed')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}

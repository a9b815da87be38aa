import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import { fenOf, sayQuote } from '../../../modules/seized-items/rates/exchange.rules.ts';
import type { Worth } from '../../../modules/seized-items/rates/worth.contract.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { AmountField } from './amount-field.tsx';
import { formatMinor, readMinor } from './money-amount.ts';

export interface ConversionValues {
  kept?: 'as_is' | 'converted' | undefined;
  bankRate?: string | undefined;
  credited?: string | undefined;
}

/** What the bank made of it goes into the body as it stands on the slip; null: it keeps the currency. */
export function conversionOf({ kept, bankRate, credited }: ConversionValues) {
  if (kept !== 'converted') return null;
  return { bankRate: bankRate ?? '', creditedFen: readMinor(credited ?? '', 'CNY') ?? 0 };
}

function Difference({ worth, amountMinor }: { worth: Worth; amountMinor: number }) {
  const pick = usePickSentence();
  const { t } = useTranslation('money');
  const form = Form.useFormInstance<ConversionValues>();
  const credited = readMinor(Form.useWatch('credited', form) ?? '', 'CNY');
  const middle = fenOf(amountMinor, worth);
  if (middle === null) return null;
  return (
    <p className="cc-soft">
      {t('conversion.middle', {
        quote: pick(sayQuote(worth)),
        day: worth.quotedOn,
        yuan: formatMinor(middle, 'CNY'),
      })}
      {credited !== null && t('conversion.difference', { yuan: formatMinor(credited - middle, 'CNY') })}
    </p>
  );
}

/** What the bank made of it, by the slip, beside what the middle rate makes of it. */
export function BankRateFields({ worth, amountMinor }: { worth: Worth | null; amountMinor: number }) {
  const pick = usePickSentence();
  const { t } = useTranslation('money');
  return (
    <>
      <Form.Item
        name="bankRate"
        label={t('conversion.bankRate')}
        extra={worth === null ? undefined : t('conversion.bankRateHint', { quote: pick(sayQuote(worth)) })}
        rules={[
          { required: true, pattern: /^(0|[1-9]\d{0,8})(\.\d{1,8})?$/u, message: t('rates.rateWrong') },
        ]}
      >
        <Input inputMode="decimal" maxLength={18} autoComplete="off" className="cc-money-input" />
      </Form.Item>
      <AmountField name="credited" label={t('conversion.credited')} currency="CNY" />
      {worth !== null && <Difference worth={worth} amountMinor={amountMinor} />}
    </>
  );
}

/** Foreign money stays what it is at the bank, or the bank changes it; either way its worth stands beside it. */
export function ConversionFields({ worth, amountMinor }: { worth: Worth | null; amountMinor: number }) {
  const { t } = useTranslation('money');
  const form = Form.useFormInstance<ConversionValues>();
  const isConverted = Form.useWatch('kept', form) === 'converted';
  return (
    <>
      <Form.Item required name="kept" label={t('conversion.kept')}>
        <Radio.Group
          options={(['as_is', 'converted'] as const).map((value) => ({
            value,
            label: t(`conversion.${value}`),
          }))}
        />
      </Form.Item>
      {worth === null && <p className="cc-soft">{t('conversion.noRate')}</p>}
      {isConverted && <BankRateFields worth={worth} amountMinor={amountMinor} />}
    </>
  );
}

import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { convertDepositEndpoint } from '../../../modules/seized-items/money/conversions.contract.ts';
import {
  listDepositsEndpoint,
  type DepositAnswer,
} from '../../../modules/seized-items/money/deposits.contract.ts';
import { listMoneyMonthsEndpoint } from '../../../modules/seized-items/money/months.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { fenOf } from '../../../modules/seized-items/rates/exchange.rules.ts';
import { useToday } from '../../clock.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { useSession } from '../../session/use-session.ts';
import { AliasField } from './alias-field.tsx';
import { BankRateFields } from './conversion-fields.tsx';
import { formatMinor, readMinor } from './money-amount.ts';
import { SlipField } from './slip-field.tsx';
import { useSendConversionSlip } from './use-send-slip.ts';

interface Values extends Required<SecondPersonValues> {
  itemIds: string[];
  conversionId: string;
  slipNumber: string;
  accountAlias: string;
  convertedOn: string;
  bankRate: string;
  credited: string;
  note?: string;
}

type Line = DepositAnswer['lines'][number];

/** What of the deposit the bank changed, item by item. */
function LinesField({ lines, currency }: { lines: readonly Line[]; currency: string }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  return (
    <Form.Item
      name="itemIds"
      label={t('conversion.lines')}
      extra={t('conversion.linesHint')}
      rules={[{ required: true, type: 'array', min: 1, message: t('conversion.linesMissing') }]}
    >
      <Checkbox.Group
        className="cc-conversion-lines"
        options={lines.map(({ itemId, name, caseNumber, remainingMinor }) => ({
          value: itemId,
          label: `${name} ${caseNumber} ${formatMinor(remainingMinor ?? 0, currency)} ${sayUnit(currency)}`,
        }))}
      />
    </Form.Item>
  );
}

function SlipFields({ deposit }: { deposit: DepositAnswer }) {
  const today = useToday();
  const slip = useSendConversionSlip();
  const { t } = useTranslation('money');
  const missing = (field: string) => [{ required: true, message: t('missing', { field }) }];
  return (
    <>
      <Form.Item name="conversionId" label={t('conversion.slip')} rules={missing(t('conversion.slip'))}>
        <SlipField slip={slip} />
      </Form.Item>
      <Form.Item name="slipNumber" label={t('deposit.slipNumber')} rules={missing(t('deposit.slipNumber'))}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <AliasField label={t('conversion.alias')} />
      <Form.Item name="convertedOn" label={t('conversion.on')} rules={missing(t('conversion.on'))}>
        <DayInput min={deposit.depositedOn} max={today} />
      </Form.Item>
    </>
  );
}

function RateFields({ deposit, lines }: { deposit: DepositAnswer; lines: readonly Line[] }) {
  const { t } = useTranslation('money');
  const form = Form.useFormInstance<Values>();
  const chosen = Form.useWatch('itemIds', form) ?? [];
  const amountMinor = lines
    .filter(({ itemId }) => chosen.includes(itemId))
    .reduce((sum, { remainingMinor }) => sum + (remainingMinor ?? 0), 0);
  const worth = deposit.remaining?.worth ?? null;
  const fen = worth === null ? null : fenOf(amountMinor, worth);
  return (
    <>
      {worth === null && <p className="cc-soft">{t('conversion.noRateLater')}</p>}
      <BankRateFields
        worth={worth === null || fen === null ? null : { ...worth, fen }}
        amountMinor={amountMinor}
      />
    </>
  );
}

interface ConversionFormProps {
  readonly deposit: DepositAnswer;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 结汇: what the bank kept in its own currency is changed later, on a slip of its own, by a custodian and finance. */
export function ConversionForm({ deposit, open, onClose }: ConversionFormProps) {
  const sayUnit = useSayUnit();
  const today = useToday();
  const { t } = useTranslation('money');
  const { roles } = useSession();
  const isFinance = roles.includes('finance_officer');
  const { id, bank, accountAlias, currency, slipNumber } = deposit;
  const lines = deposit.lines.filter(({ remainingMinor }) => remainingMinor !== null);
  return (
    <CommandForm<typeof convertDepositEndpoint, Values>
      declaration={convertDepositEndpoint}
      open={open}
      onClose={onClose}
      onDone={onClose}
      title={t('conversion.title')}
      submitLabel={t('conversion.submit')}
      doneSentence={t('conversion.recorded')}
      invalidates={[listDepositsEndpoint, listMoneyMonthsEndpoint, readItemEndpoint]}
      initialValues={{ convertedOn: today, itemIds: lines.map(({ itemId }) => itemId) }}
      toRequest={({ credited, note, ...values }) => ({
        params: { depositId: id },
        body: { ...values, creditedFen: readMinor(credited, 'CNY') ?? 0, note: note ?? null },
      })}
      subject={
        <>
          {bank} {accountAlias} · {t('deposit.slipOf', { slip: slipNumber })} ·{' '}
          <strong>
            {formatMinor(deposit.remaining?.amountMinor ?? 0, currency)} {sayUnit(currency)}
          </strong>
        </>
      }
    >
      <p className="cc-soft">{t('conversion.hint')}</p>
      <LinesField lines={lines} currency={currency} />
      <SlipFields deposit={deposit} />
      <RateFields deposit={deposit} lines={lines} />
      <Form.Item name="note" label={t('conversion.note')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <SecondPersonFields
        roles={[isFinance ? 'property_custodian' : 'finance_officer']}
        sentence={t('conversion.both')}
      />
    </CommandForm>
  );
}

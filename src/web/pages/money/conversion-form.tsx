import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  convertMoneyEndpoint,
  listHeldMoneyEndpoint,
} from '../../../modules/seized-items/money/conversions.contract.ts';
import { listDepositsEndpoint } from '../../../modules/seized-items/money/deposits.contract.ts';
import { listMoneyMonthsEndpoint } from '../../../modules/seized-items/money/months.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { fenOf } from '../../../modules/seized-items/rates/exchange.rules.ts';
import type { Worth } from '../../../modules/seized-items/rates/worth.contract.ts';
import { useToday } from '../../clock.ts';
import { oneTicked, TickedField } from '../../components/fields/ticked-field.tsx';
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
  bank?: string;
  slipNumber: string;
  accountAlias: string;
  convertedOn: string;
  bankRate: string;
  credited: string;
  note?: string;
}

/** What lies at the bank in its own currency, as a deposit or otherwise. */
export interface MoneyAtBank {
  /** null: no deposit brought it there. */
  readonly depositId: string | null;
  /** The bank and its account. */
  readonly account: string;
  readonly slipNumber: string | null;
  readonly currency: string;
  readonly since: string;
  readonly amountMinor: number;
  readonly worth: Worth | null;
  readonly lines: readonly {
    readonly itemId: string;
    readonly name: string;
    readonly caseNumber: string;
    readonly amountMinor: number;
  }[];
}

/** What the bank changed, item by item. */
function LinesField({ lines, currency }: Pick<MoneyAtBank, 'lines' | 'currency'>) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  return (
    <TickedField
      name="itemIds"
      label={t('conversion.lines')}
      extra={t('conversion.linesHint')}
      className="cc-conversion-lines"
      options={lines.map(({ itemId, name, caseNumber, amountMinor }) => ({
        value: itemId,
        label: `${name} ${caseNumber} ${formatMinor(amountMinor, currency)} ${sayUnit(currency)}`,
      }))}
      objectTo={oneTicked(t('conversion.linesMissing'))}
    />
  );
}

function SlipFields({ money }: { money: MoneyAtBank }) {
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
      {money.depositId === null && (
        <Form.Item name="bank" label={t('deposit.bank')} rules={missing(t('deposit.bank'))}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      <AliasField label={t('conversion.alias')} />
      <Form.Item name="convertedOn" label={t('conversion.on')} rules={missing(t('conversion.on'))}>
        <DayInput min={money.since} max={today} />
      </Form.Item>
    </>
  );
}

function RateFields({ money: { lines, worth } }: { money: MoneyAtBank }) {
  const { t } = useTranslation('money');
  const form = Form.useFormInstance<Values>();
  const chosen = Form.useWatch('itemIds', form) ?? [];
  const amountMinor = lines
    .filter(({ itemId }) => chosen.includes(itemId))
    .reduce((sum, line) => sum + line.amountMinor, 0);
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
  readonly money: MoneyAtBank;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 结汇: what the bank kept in its own currency is changed later, on a slip of its own, by a custodian and finance. */
export function ConversionForm({ money, open, onClose }: ConversionFormProps) {
  const sayUnit = useSayUnit();
  const today = useToday();
  const { t } = useTranslation('money');
  const { roles } = useSession();
  const isFinance = roles.includes('finance_officer');
  const { depositId, account, currency, slipNumber, lines } = money;
  return (
    <CommandForm<typeof convertMoneyEndpoint, Values>
      declaration={convertMoneyEndpoint}
      open={open}
      onClose={onClose}
      onDone={onClose}
      title={t('conversion.title')}
      submitLabel={t('conversion.submit')}
      doneSentence={t('conversion.recorded')}
      invalidates={[
        ...[listDepositsEndpoint, listHeldMoneyEndpoint, listMoneyMonthsEndpoint, readItemEndpoint],
      ]}
      initialValues={{
        convertedOn: today,
        itemIds: lines.map(({ itemId }) => itemId),
        ...(depositId === null ? { bank: account } : {}),
      }}
      toRequest={({ credited, note, ...values }) => ({
        body: { ...values, depositId, creditedFen: readMinor(credited, 'CNY') ?? 0, note: note ?? null },
      })}
      subject={
        <>
          {account} · {slipNumber !== null && <>{t('deposit.slipOf', { slip: slipNumber })} · </>}
          <strong>
            {formatMinor(money.amountMinor, currency)} {sayUnit(currency)}
          </strong>
        </>
      }
    >
      <p className="cc-soft">{t('conversion.hint')}</p>
      <LinesField lines={lines} currency={currency} />
      <SlipFields money={money} />
      <RateFields money={money} />
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

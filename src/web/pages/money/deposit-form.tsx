import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import {
  depositMoneyEndpoint,
  listDepositsEndpoint,
  listMoneyInStoreEndpoint,
} from '../../../modules/seized-items/money/deposits.contract.ts';
import { listMoneyMonthsEndpoint } from '../../../modules/seized-items/money/months.contract.ts';
import { minorUnitsOf } from '../../../modules/seized-items/item-quantity.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSession } from '../../session/use-session.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { AliasField } from './alias-field.tsx';
import { SlipField } from './slip-field.tsx';
import { useSendDepositSlip } from './use-send-slip.ts';
import { ConversionFields, conversionOf, type ConversionValues } from './conversion-fields.tsx';

type InStore = ResponseOf<typeof listMoneyInStoreEndpoint>['items'][number];

interface Values extends Required<SecondPersonValues>, ConversionValues {
  depositId: string;
  slipNumber: string;
  bank: string;
  accountAlias: string;
  depositedOn: string;
}

function SlipFields() {
  const today = useToday();
  const slip = useSendDepositSlip();
  const { t } = useTranslation('money');
  const missing = (field: string) => [
    { required: true, message: t('missing', { field: t(`deposit.${field}`) }) },
  ];
  return (
    <>
      <Form.Item name="depositId" label={t('deposit.slip')} rules={missing('slip')}>
        <SlipField slip={slip} />
      </Form.Item>
      <Form.Item name="slipNumber" label={t('deposit.slipNumber')} rules={missing('slipNumber')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="bank" label={t('deposit.bank')} rules={missing('bank')}>
        <Input maxLength={100} />
      </Form.Item>
      <AliasField label={t('deposit.alias')} />
      <Form.Item name="depositedOn" label={t('deposit.on')} rules={missing('on')}>
        <DayInput max={today} />
      </Form.Item>
    </>
  );
}

interface DepositFormProps {
  readonly items: readonly InStore[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 存入专户: what goes to the bank on one slip, by a custodian and finance. */
export function DepositForm({ items, open, onClose, onDone }: DepositFormProps) {
  const sayQuantity = useSayQuantity();
  const today = useToday();
  const { t } = useTranslation('money');
  const { roles } = useSession();
  const isFinance = roles.includes('finance_officer');
  const isForeign = items.some(({ currency }) => currency !== 'CNY');
  return (
    <CommandForm<typeof depositMoneyEndpoint, Values>
      declaration={depositMoneyEndpoint}
      open={open}
      onClose={onClose}
      onDone={onDone}
      title={t('deposit.title')}
      submitLabel={t('deposit.submit')}
      doneSentence={t('deposit.done')}
      invalidates={[
        listMoneyInStoreEndpoint,
        listDepositsEndpoint,
        listMoneyMonthsEndpoint,
        readItemEndpoint,
      ]}
      initialValues={{ depositedOn: today, kept: 'as_is' }}
      toRequest={({ kept, bankRate, credited, ...values }) => ({
        body: {
          itemIds: items.map(({ itemId }) => itemId),
          ...values,
          conversion: isForeign ? conversionOf({ kept, bankRate, credited }) : null,
        },
      })}
      subject={
        <ul className="cc-deposit-items">
          {items.map((item) => (
            <li key={item.itemId}>
              {item.name} {item.caseNumber} <strong>{sayQuantity(item.onHand, item.currency)}</strong>
            </li>
          ))}
        </ul>
      }
    >
      <p className="cc-soft">{t('deposit.presence')}</p>
      <SlipFields />
      {isForeign && (
        <ConversionFields
          worth={items[0]?.worth ?? null}
          amountMinor={items.reduce(
            (sum, { onHand, currency }) => sum + (minorUnitsOf(onHand, currency) ?? 0),
            0,
          )}
        />
      )}
      <SecondPersonFields
        roles={[isFinance ? 'property_custodian' : 'finance_officer']}
        sentence={t('deposit.both')}
      />
    </CommandForm>
  );
}

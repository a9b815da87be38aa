import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  closeMoneyMonthEndpoint,
  listMoneyMonthsEndpoint,
  readMoneyMonthEndpoint,
  type MoneyMonthAnswer,
} from '../../../modules/seized-items/money/months.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSession } from '../../session/use-session.ts';
import { DifferenceSentence } from './difference-list.tsx';
import { formatMinor } from './money-amount.ts';

interface Values extends Required<SecondPersonValues> {
  explanations?: string[];
}

/** 结账: finance and custodian confirm the figures together; each difference has its explanation. */
export function CloseMonthForm({ month, command }: { month: MoneyMonthAnswer; command: OpenCommand }) {
  const { t } = useTranslation('money');
  const { roles } = useSession();
  const { currency, differences, figures } = month;
  const isFinance = roles.includes('finance_officer');
  return (
    <CommandForm<typeof closeMoneyMonthEndpoint, Values>
      declaration={closeMoneyMonthEndpoint}
      open={command.current === 'close' && month.availableActions.includes('close')}
      onClose={command.close}
      onDone={command.close}
      title={t('close.title')}
      submitLabel={t('close.submit')}
      doneSentence={t('close.done')}
      invalidates={[readMoneyMonthEndpoint, listMoneyMonthsEndpoint]}
      subject={t('close.subject', {
        month: month.month,
        closing: formatMinor(figures.closingMinor, currency),
      })}
      toRequest={({ secondPerson, explanations = [] }) => ({
        params: { month: month.month, currency },
        body: {
          secondPerson,
          explanations: differences.map(({ kind, label }, index) => ({
            ...{ kind, label },
            explanation: explanations[index] ?? '',
          })),
        },
      })}
    >
      <p className="cc-soft">{t('close.hint')}</p>
      {differences.map((difference, index) => (
        <Form.Item
          key={`${difference.kind} ${difference.label}`}
          name={['explanations', index]}
          label={<DifferenceSentence difference={difference} currency={currency} />}
          rules={[{ required: true, whitespace: true, message: t('close.explain') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} placeholder={t('close.why')} />
        </Form.Item>
      ))}
      <SecondPersonFields
        roles={[isFinance ? 'property_custodian' : 'finance_officer']}
        sentence={t('close.both')}
      />
    </CommandForm>
  );
}

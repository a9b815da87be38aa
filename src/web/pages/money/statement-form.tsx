import { useTranslation } from 'react-i18next';
import {
  enterStatementEndpoint,
  listMoneyMonthsEndpoint,
  readMoneyMonthEndpoint,
  type MoneyMonthAnswer,
} from '../../../modules/seized-items/money/months.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { AmountField, LinesField } from './amount-field.tsx';
import { formatMinor, readLines, readMinor, writeLines } from './money-amount.ts';

interface Values {
  bank: string;
  book: string;
  slips?: string;
  cases?: string;
}

/** 填写对账单: the two balances, and where there are differences the lines of the statement and of the book. */
export function StatementForm({ month, command }: { month: MoneyMonthAnswer; command: OpenCommand }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const { currency, statement } = month;
  const params = { month: month.month, currency };
  const known =
    statement === null
      ? {}
      : {
          bank: formatMinor(statement.bankMinor, currency),
          book: formatMinor(statement.bookMinor, currency),
          slips: writeLines(
            statement.slips.map(({ slip: label, minor }) => ({ label, minor })),
            currency,
          ),
          cases: writeLines(
            statement.cases.map(({ caseNumber: label, minor }) => ({ label, minor })),
            currency,
          ),
        };
  return (
    <CommandForm<typeof enterStatementEndpoint, Values>
      declaration={enterStatementEndpoint}
      open={command.current === 'enter'}
      onClose={command.close}
      onDone={command.close}
      title={t('statement.title')}
      submitLabel={t('statement.submit')}
      doneSentence={t('statement.done')}
      invalidates={[readMoneyMonthEndpoint, listMoneyMonthsEndpoint]}
      subject={t('reconciliation', { month: month.month, currency: sayUnit(currency) })}
      initialValues={known}
      toRequest={({ bank, book, slips, cases }) => ({
        params,
        body: {
          bankMinor: readMinor(bank, currency) ?? 0,
          bookMinor: readMinor(book, currency) ?? 0,
          slips: readLines(slips ?? '', currency).lines.map(({ label: slip, minor }) => ({ slip, minor })),
          cases: readLines(cases ?? '', currency).lines.map(({ label: caseNumber, minor }) => ({
            caseNumber,
            minor,
          })),
        },
      })}
    >
      <AmountField name="bank" label={t('statement.bank')} currency={currency} />
      <AmountField name="book" label={t('statement.book')} currency={currency} />
      <LinesField
        name="slips"
        label={t('statement.slips')}
        currency={currency}
        hint={t('statement.slipsHint')}
      />
      <LinesField
        name="cases"
        label={t('statement.cases')}
        currency={currency}
        hint={t('statement.casesHint')}
      />
    </CommandForm>
  );
}

import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  listMoneyMonthsEndpoint,
  readMoneyMonthEndpoint,
  settleDifferenceEndpoint,
  type MoneyDifferenceAnswer,
  type MoneyMonthAnswer,
} from '../../../modules/seized-items/money/months.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMinor } from './money-amount.ts';

interface DifferenceProps {
  readonly difference: MoneyDifferenceAnswer;
  readonly currency: string;
}

/** 银行对账单余额：台账 2,200.00，对方 2,250.00. */
export function DifferenceSentence({ difference, currency }: DifferenceProps) {
  const { t } = useTranslation('money');
  const say = (minor: number | null) =>
    minor === null ? t('difference.none') : formatMinor(minor, currency);
  const { kind, label, oursMinor, theirsMinor } = difference;
  return (
    <>
      {t(`difference.${kind}`)} {label}{' '}
      <span className="cc-money">
        {t('difference.line', { ours: say(oursMinor), theirs: say(theirsMinor) })}
      </span>
    </>
  );
}

function SettleForm({ difference, currency, command }: DifferenceProps & { command: OpenCommand }) {
  const { t } = useTranslation('money');
  return (
    <CommandForm<typeof settleDifferenceEndpoint, Required<SecondPersonValues> & { settlement: string }>
      declaration={settleDifferenceEndpoint}
      open={command.current === `settle-${difference.id}`}
      onClose={command.close}
      onDone={command.close}
      title={t('difference.settle')}
      submitLabel={t('difference.settle')}
      doneSentence={t('difference.settled')}
      invalidates={[readMoneyMonthEndpoint, listMoneyMonthsEndpoint]}
      subject={<DifferenceSentence difference={difference} currency={currency} />}
      toRequest={(body) => ({ params: { differenceId: difference.id ?? '' }, body })}
    >
      <Form.Item
        name="settlement"
        label={t('difference.settlement')}
        rules={[{ required: true, whitespace: true, message: t('difference.settlementMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <SecondPersonFields sentence={t('difference.both')} />
    </CommandForm>
  );
}

/** What differs from the statement and the book of finance, with its explanation and how it was settled. */
export function DifferenceList({ month, command }: { month: MoneyMonthAnswer; command: OpenCommand }) {
  const { t } = useTranslation('money');
  if (month.statement === null) return null;
  return (
    <section aria-label={t('differences')}>
      <h2>{t('differences')}</h2>
      {month.differences.length === 0 ? (
        <p>
          <StatusTag tone="settled">{t('agreed')}</StatusTag>
        </p>
      ) : (
        <ul className="cc-rows">
          {month.differences.map((difference) => (
            <li key={`${difference.kind} ${difference.label}`}>
              <span className="cc-rows-main">
                <DifferenceSentence difference={difference} currency={month.currency} />
                {difference.explanation !== null && (
                  <>
                    <br />
                    <span className="cc-soft">{difference.explanation}</span>
                  </>
                )}
                {difference.settledOn !== null && (
                  <>
                    <br />
                    <span className="cc-soft">
                      {difference.settledOn} {difference.settledByName} {difference.settledSecondName}{' '}
                      {difference.settlement}
                    </span>
                  </>
                )}
              </span>
              <span className="cc-rows-side">
                <StatusTag tone={difference.settledOn === null ? 'alarm' : 'settled'}>
                  {t(difference.settledOn === null ? 'difference.open' : 'difference.settled')}
                </StatusTag>
                {difference.id !== null &&
                  difference.settledOn === null &&
                  month.availableActions.includes('settle') && (
                    <Button size="small" onClick={() => command.open(`settle-${difference.id}`)}>
                      {t('difference.settle')}
                    </Button>
                  )}
              </span>
              {difference.id !== null && (
                <SettleForm difference={difference} currency={month.currency} command={command} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is paid into the treasury for each of the things on one slip, with the total to hold against the slip. */
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  amountDue,
  currencyOfLine,
  totalsOf,
  type PaidLine,
} from '../../../modules/dispositions/payment-amounts.rules.ts';
import { isCurrency } from '../../../modules/seized-items/item-quantity.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { formatMinor, readMinor } from '../money/money-amount.ts';
import { itemLines, type Choice, type DisposalItem } from './joint-choice.ts';

/** By item, as it was typed. */
export type PaidValues = Readonly<Record<string, string | undefined>>;

interface Due extends PaidLine {
  readonly number: number;
  readonly name: string;
}

/** The lines with nothing typed: of each what was approved, or all that there is. */
function duesOf(items: readonly DisposalItem[], choice: Choice): Due[] {
  const asked = itemLines(items, choice);
  return items.map(({ id, number, name, unit, onHand }, index) => ({
    ...{ itemId: id, number, name, unit, quantity: asked[index]?.quantity ?? onHand },
    amountMinor: null,
  }));
}

/** Of each money what is due of it, so that only what the slip says otherwise is typed. */
export function paidDefaults(items: readonly DisposalItem[], choice: Choice): PaidValues {
  return Object.fromEntries(
    duesOf(items, choice).flatMap((line) => {
      const due = amountDue(line);
      return due === null ? [] : [[line.itemId, formatMinor(due, line.unit)]];
    }),
  );
}

/** Lines as the command takes them. */
export function paidItems(items: readonly DisposalItem[], choice: Choice, paid: PaidValues | undefined) {
  return itemLines(items, choice).map((line, index) => ({
    ...line,
    amountMinor: readMinor(paid?.[line.itemId] ?? '', currencyOfLine({ unit: items[index]?.unit ?? '' })),
  }));
}

function AmountItem({ line }: { line: Due }) {
  const { t } = useTranslation(['dispositions', 'money']);
  const sayUnit = useSayUnit();
  const { itemId, number, name } = line;
  const currency = currencyOfLine(line);
  const due = amountDue(line);
  const check = (_rule: unknown, value: unknown) => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '' && due === null) return Promise.resolve();
    const minor = readMinor(text, currency);
    if (minor === null || minor < 0) return Promise.reject(new Error(t('money:amountWrong')));
    return due === null || minor === due
      ? Promise.resolve()
      : Promise.reject(new Error(t('paid.differs', { due: formatMinor(due, currency) })));
  };
  return (
    <Form.Item
      name={['paid', itemId]}
      label={t('paid.label', { number, name })}
      required={due !== null}
      rules={[{ validator: check }]}
      className="cc-paid-line"
    >
      <Input
        inputMode="decimal"
        maxLength={24}
        autoComplete="off"
        suffix={currency === 'CNY' ? t('paid.yuan') : sayUnit(currency)}
      />
    </Form.Item>
  );
}

/** What was typed so far, added up by currency. */
function Totals({ dues }: { dues: readonly Due[] }) {
  const { t } = useTranslation('dispositions');
  const sayUnit = useSayUnit();
  const form = Form.useFormInstance<{ paid?: PaidValues }>();
  const paid: PaidValues = Form.useWatch('paid', form) ?? {};
  const totals = totalsOf(
    dues.map((line) => ({
      unit: line.unit,
      amountMinor: readMinor(paid[line.itemId] ?? '', currencyOfLine(line)),
    })),
  );
  if (totals.length === 0) return null;
  return (
    <p className="cc-paid-total" aria-live="polite">
      {t('paid.total')}{' '}
      {totals.map(({ currency, minor }) => (
        <strong key={currency} className="cc-money">
          {formatMinor(minor, currency)} {sayUnit(currency)}
        </strong>
      ))}
    </p>
  );
}

/** Each money with its amount; amounts of other things stand folded, because most slips say none. */
export function PaidAmounts({ items, choice }: { items: readonly DisposalItem[]; choice: Choice }) {
  const { t } = useTranslation('dispositions');
  const dues = duesOf(items, choice);
  const [money, things] = [
    dues.filter(({ unit }) => isCurrency(unit)),
    dues.filter(({ unit }) => !isCurrency(unit)),
  ];
  return (
    <fieldset className="cc-paid">
      <legend>{t('paid.title')}</legend>
      {money.length > 0 && <p className="cc-soft">{t('paid.hint')}</p>}
      {money.map((line) => (
        <AmountItem key={line.itemId} line={line} />
      ))}
      {things.length > 0 && (
        <details open={money.length === 0 && things.length === 1}>
          <summary>{t('paid.things', { count: things.length })}</summary>
          {things.map((line) => (
            <AmountItem key={line.itemId} line={line} />
          ))}
        </details>
      )}
      <Totals dues={dues} />
    </fieldset>
  );
}

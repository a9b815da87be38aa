import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { readLines, readMinor } from './money-amount.ts';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly currency: string;
}

/** An amount of the currency, as text: a draft keeps what was typed. */
export function AmountField({ name, label, currency }: FieldProps) {
  const { t } = useTranslation('money');
  return (
    <Form.Item
      name={name}
      label={label}
      required
      rules={[
        {
          validator: (_rule, value: unknown) =>
            typeof value === 'string' && readMinor(value, currency) !== null
              ? Promise.resolve()
              : Promise.reject(new Error(t('amountWrong'))),
        },
      ]}
    >
      <Input inputMode="decimal" maxLength={24} autoComplete="off" className="cc-money-input" />
    </Form.Item>
  );
}

/** Lines copied from the statement or from a spreadsheet. */
export function LinesField({ name, label, currency, hint }: FieldProps & { readonly hint: string }) {
  const { t } = useTranslation('money');
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[
        {
          validator: (_rule, value: unknown) => {
            const { wrong } = readLines(typeof value === 'string' ? value : '', currency);
            return wrong.length === 0
              ? Promise.resolve()
              : Promise.reject(new Error(t('linesWrong', { line: wrong[0] })));
          },
        },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} spellCheck={false} />
    </Form.Item>
  );
}

import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { holdsAccountNumber } from '../../../modules/seized-items/money/account-alias.ts';

/** What the account is called, never its whole number. */
export function AliasField({ label }: { label: string }) {
  const { t } = useTranslation('money');
  return (
    <Form.Item
      name="accountAlias"
      label={label}
      extra={t('deposit.aliasHint')}
      rules={[
        { required: true, message: t('missing', { field: label }) },
        {
          validator: (_rule, value: unknown) =>
            typeof value === 'string' && holdsAccountNumber(value)
              ? Promise.reject(new Error(t('deposit.aliasWrong')))
              : Promise.resolve(),
        },
      ]}
    >
      <Input maxLength={60} />
    </Form.Item>
  );
}

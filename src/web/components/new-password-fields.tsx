import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { PASSWORD_LENGTH_MIN } from '../../modules/accounts/rules.ts';

/** A new password under `name` and its repetition under `repeated`. */
export function NewPasswordFields({ name = ['newPassword'] }: { name?: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={name}
        label={t('password.new')}
        extra={t('password.rule', { min: PASSWORD_LENGTH_MIN })}
        rules={[{ required: true, message: t('password.newMissing') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('password.repeat')}
        dependencies={[name]}
        rules={[
          { required: true, message: t('password.repeatMissing') },
          ({ getFieldValue }) => ({
            validator: (_rule, value: unknown) =>
              value === undefined || value === '' || value === getFieldValue(name)
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}

import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command.ts';
import { NewPasswordFields } from '../components/new-password-fields.tsx';
import { FormEnd } from '../components/form-end.tsx';
import { useFieldProblems } from '../components/use-field-problems.ts';
import { changePassword, readSession } from '../../modules/accounts/session.contract.ts';

interface Values {
  currentPassword: string;
  newPassword: string;
}

/** Current password, new password twice. */
export function ChangePasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const command = useCommand(changePassword, { invalidates: [readSession] });
  const shownPaths = useFieldProblems(form, command.problem);
  const submit = async ({ currentPassword, newPassword }: Values) => {
    const done = await command.send({ body: { currentPassword, newPassword } });
    if (done === undefined) return;
    form.resetFields();
    onChanged();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values: Values) => void submit(values)}
    >
      <Form.Item
        name="currentPassword"
        label={t('password.current')}
        rules={[{ required: true, message: t('password.currentMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <NewPasswordFields />
      <FormEnd command={command} shownPaths={shownPaths} submit={t('password.submit')} />
    </Form>
  );
}

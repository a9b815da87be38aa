import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { changePin, readSession } from '../../modules/accounts/session.contract.ts';
import { useCommand } from '../api/use-command.ts';
import { FormEnd } from '../components/form-end.tsx';
import { useFieldProblems } from '../components/use-field-problems.ts';

interface Values {
  currentPassword: string;
  pin: string;
}

/** Six digits that confirm as the second person on somebody else's screen. */
export function ChangePinForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const command = useCommand(changePin, { invalidates: [readSession] });
  const shownPaths = useFieldProblems(form, command.problem);
  const submit = async (body: Values) => {
    if ((await command.send({ body })) === undefined) return;
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
      <Form.Item
        name="pin"
        label={t('pin.new')}
        extra={t('pin.rule')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('pin.sixDigits') }]}
      >
        <Input.Password autoComplete="off" inputMode="numeric" maxLength={6} />
      </Form.Item>
      <FormEnd command={command} shownPaths={shownPaths} submit={t('pin.submit')} />
    </Form>
  );
}

import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command.ts';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { signIn } from '../../modules/accounts/session.contract.ts';
import type { Session } from './use-session.ts';

interface Values {
  username: string;
  password: string;
}

export interface SignInFormProps {
  /** Set when the session ended: only this person can go on with the page. */
  readonly username?: string;
  readonly onSignedIn: (session: Session) => void;
}

/** User name and password; why a sign-in is refused (wrong, locked, too often) is said by the server's sentence. */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const command = useCommand(signIn);
  const submit = async (values: Values) => {
    const session = await command.send({
      body: { username: values.username.trim(), password: values.password },
    });
    if (session !== undefined) onSignedIn(session);
    else form.focusField('password');
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ username: username ?? '' }}
      onFinish={(values: Values) => void submit(values)}
    >
      <Form.Item
        name="username"
        label={t('signIn.username')}
        rules={[{ required: true, whitespace: true, message: t('signIn.usernameMissing') }]}
      >
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={username === undefined}
          readOnly={username !== undefined}
          maxLength={100}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password
          size="large"
          autoComplete="current-password"
          autoFocus={username !== undefined}
          maxLength={200}
        />
      </Form.Item>
      {command.problem !== null && (
        <Form.Item>
          <ProblemAlert problem={command.problem} />
        </Form.Item>
      )}
      <Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={command.isSending}>
          {t('signIn.submit')}
        </Button>
      </Form.Item>
    </Form>
  );
}

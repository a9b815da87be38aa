import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { NewPasswordFields } from '../../components/new-password-fields.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PublicFrame } from '../../components/public-frame.tsx';
import { useFieldProblems } from '../../components/use-field-problems.ts';
import { completeSetUp, readSetUp } from '../../session/session-endpoints.ts';

interface Values {
  courtName: string;
  courtCode: string;
  name: string;
  username: string;
  password: string;
}

function SetUpForm({ token }: { token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const command = useCommand(completeSetUp);
  const shownPaths = useFieldProblems(form, command.problem);
  const submit = async ({ courtName, courtCode, name, username, password }: Values) => {
    const body = { courtName, courtCode, name, username, password };
    if ((await command.send({ params: { token }, body })) !== undefined)
      await navigate('/sign-in', { replace: true });
  };
  const field = (name: keyof Values, autoComplete: string, maxLength: number, extra?: string) => (
    <Form.Item
      name={name}
      label={t(`setUp.${name}`)}
      extra={extra}
      rules={[
        { required: true, whitespace: true, message: t('setUp.missing', { field: t(`setUp.${name}`) }) },
      ]}
    >
      <Input autoComplete={autoComplete} maxLength={maxLength} />
    </Form.Item>
  );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values: Values) => void submit(values)}
    >
      {field('courtName', 'organization', 100)}
      {field('courtCode', 'off', 6, t('setUp.courtCodeHint'))}
      {field('name', 'name', 50)}
      {field('username', 'username', 50)}
      <NewPasswordFields name="password" />
      {command.problem !== null && (
        <Form.Item>
          <ProblemAlert problem={command.problem} shownPaths={shownPaths} />
        </Form.Item>
      )}
      <Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isSending}>
          {t('setUp.submit')}
        </Button>
      </Form.Item>
    </Form>
  );
}

/** The one-time link of an empty system: the first court and its first administrator. */
export function Component() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(readSetUp, { params: { token } });
  return (
    <PublicFrame title={t('setUp.title')} hint={t('setUp.hint')}>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error !== null && <Link to="/sign-in">{t('setUp.toSignIn')}</Link>}
      {data !== undefined && <SetUpForm token={token} />}
    </PublicFrame>
  );
}

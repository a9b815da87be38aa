import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { completeSetUp, readSetUp } from '../../../modules/accounts/set-up.contract.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { ClientRequest } from '../../api/endpoint-request.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { NewPasswordFields } from '../../components/new-password-fields.tsx';
import { FormEnd } from '../../components/form-end.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PublicFrame } from '../../components/public-frame.tsx';
import { useFieldProblems } from '../../components/use-field-problems.ts';

type Values = ClientRequest<typeof completeSetUp>['body'];

const LEVELS = ['basic', 'intermediate', 'high', 'supreme'] as const;

function SetUpField(props: {
  name: string[];
  text: string;
  autoComplete: string;
  maxLength: number;
  hint?: string;
}) {
  const { t } = useTranslation();
  const label = t(`setUp.${props.text}`);
  return (
    <Form.Item
      name={props.name}
      label={label}
      extra={props.hint}
      rules={[{ required: true, whitespace: true, message: t('setUp.missing', { field: label }) }]}
    >
      <Input autoComplete={props.autoComplete} maxLength={props.maxLength} />
    </Form.Item>
  );
}

function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const command = useCommand(completeSetUp);
  const shownPaths = useFieldProblems(form, command.problem);
  const submit = async ({ court, administrator }: Values) => {
    const done = await command.send({ params: { token }, body: { court, administrator } });
    if (done !== undefined) onDone();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ court: { level: 'intermediate' } }}
      onFinish={(values: Values) => void submit(values)}
    >
      <SetUpField name={['court', 'name']} text="courtName" autoComplete="organization" maxLength={100} />
      <SetUpField
        name={['court', 'shortName']}
        text="courtShortName"
        autoComplete="off"
        maxLength={40}
        hint={t('setUp.courtShortNameHint')}
      />
      <SetUpField
        name={['court', 'divisionNumber']}
        text="divisionNumber"
        autoComplete="off"
        maxLength={6}
        hint={t('setUp.divisionNumberHint')}
      />
      <Form.Item name={['court', 'level']} label={t('setUp.level')}>
        <ChoiceRow
          label={t('setUp.level')}
          options={LEVELS.map((value) => ({ value, label: t(`courtLevel.${value}`) }))}
        />
      </Form.Item>
      <SetUpField name={['administrator', 'fullName']} text="fullName" autoComplete="name" maxLength={60} />
      <SetUpField
        name={['administrator', 'username']}
        text="username"
        autoComplete="username"
        maxLength={40}
        hint={t('setUp.usernameHint')}
      />
      <NewPasswordFields name={['administrator', 'password']} />
      <FormEnd command={command} shownPaths={shownPaths} submit={t('setUp.submit')} />
    </Form>
  );
}

/** The one-time link of an empty system: the first court and its system administrator. */
export function Component() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const [isDone, setDone] = useState(false);
  const { data, error, refetch } = useQueryEndpoint(readSetUp, { params: { token } }, { enabled: !isDone });
  if (isDone) {
    return (
      <PublicFrame title={t('setUp.doneTitle')} hint={t('setUp.doneHint')}>
        <Link to="/sign-in">{t('setUp.toSignIn')}</Link>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t('setUp.title')} hint={t('setUp.hint')}>
      <ProblemAlert
        problem={error}
        {...(error instanceof ApiProblem ? {} : { onRetry: () => void refetch() })}
      />
      {error !== null && <Link to="/sign-in">{t('setUp.toSignIn')}</Link>}
      {data !== undefined && <SetUpForm token={token} onDone={() => setDone(true)} />}
    </PublicFrame>
  );
}

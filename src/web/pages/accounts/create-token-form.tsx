import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { createApiToken, listApiTokens } from '../../../modules/accounts/api-tokens.contract.ts';
import { PERMISSION_IDS, type Permission } from '../../../modules/accounts/permissions.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { ScopeChoice } from './scope-choice.tsx';
import './tokens.css';

interface Values {
  name: string;
  scopes: Permission[];
  expiresOn: string;
}

const DAY_MS = 24 * 3600 * 1000;
const USUAL_DAYS = 90;
const MOST_DAYS = 365;

function dayIn(days: number): string {
  return formatInstant(new Date(Date.now() + days * DAY_MS).toISOString()).slice(0, 10);
}

export interface CreateTokenFormProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The token, or null when it was told before. */
  readonly onDone: (token: string | null) => void;
}

/** 新建令牌: what it may do, never more than its owner, and until when. */
export function CreateTokenForm({ open, onClose, onDone }: CreateTokenFormProps) {
  const { t } = useTranslation('tokens');
  const can = useCan();
  // A token cannot make tokens.
  const permitted = PERMISSION_IDS.filter((permission) => permission !== 'token.own' && can(permission));
  return (
    <CommandForm<typeof createApiToken, Values>
      declaration={createApiToken}
      open={open}
      onClose={onClose}
      title={t('create.title')}
      submitLabel={t('create.submit')}
      subject={t('create.hint')}
      draftKey="create-token"
      initialValues={{ expiresOn: dayIn(USUAL_DAYS), scopes: [] }}
      invalidates={[listApiTokens]}
      toRequest={({ name, scopes, expiresOn }) => ({
        body: { name: name.trim(), scopes, expiresAt: `${expiresOn}T00:00:00.000+08:00` },
      })}
      onDone={({ token }) => onDone(token)}
      doneSentence={t('create.done')}
    >
      <Form.Item
        name="name"
        label={t('create.name')}
        extra={t('create.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('create.nameMissing') }]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="expiresOn"
        label={t('create.expiresOn')}
        extra={t('create.expiresHint')}
        rules={[{ required: true, message: t('create.expiresMissing') }]}
      >
        <DayInput min={dayIn(1)} max={dayIn(MOST_DAYS)} />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t('create.scopes')}
        rules={[{ required: true, type: 'array', min: 1, message: t('create.scopesMissing') }]}
      >
        <ScopeChoice permitted={permitted} label={t('create.scopes')} />
      </Form.Item>
    </CommandForm>
  );
}

import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { listPeople, registerPerson } from '../../../modules/accounts/people.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { NewAccount } from './first-password-shown.tsx';
import { PersonFields, personBodyOf, type PersonValues } from './person-fields.tsx';

interface Values extends PersonValues {
  username: string;
}

export interface RegisterPersonFormProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (account: NewAccount) => void;
}

/** 登记人员: an account with a first password; roles come from the security administrator. */
export function RegisterPersonForm({ open, onClose, onDone }: RegisterPersonFormProps) {
  const { t } = useTranslation('accounts');
  return (
    <CommandForm<typeof registerPerson, Values>
      declaration={registerPerson}
      open={open}
      onClose={onClose}
      title={t('register.title')}
      submitLabel={t('register.submit')}
      draftKey="register-person"
      subject={t('register.hint')}
      invalidates={[listPeople]}
      toRequest={(values) => ({ body: { username: values.username, ...personBodyOf(values) } })}
      onDone={({ id, firstPassword }, { fullName, username }) =>
        onDone({ personId: id, firstPassword, fullName, username })
      }
      doneSentence={t('register.done')}
    >
      <PersonFields />
      <Form.Item
        name="username"
        label={t('field.username')}
        extra={t('register.usernameHint')}
        rules={[{ required: true, whitespace: true, message: t('missing', { field: t('field.username') }) }]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />
      </Form.Item>
    </CommandForm>
  );
}

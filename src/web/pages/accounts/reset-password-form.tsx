import { useTranslation } from 'react-i18next';
import {
  findPerson,
  listSessionsOfPerson,
  resetPassword,
} from '../../../modules/accounts/people.contract.ts';
import { ADMINISTRATOR_ROLES, isAdministratorRole } from '../../../modules/accounts/roles.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import type { PersonView } from './person-view.ts';

export interface ResetPasswordFormProps {
  readonly person: PersonView;
  readonly open: boolean;
  readonly onClose: () => void;
  /** The new first password, or null when it was told before. */
  readonly onDone: (firstPassword: string | null) => void;
}

/** 重置密码: an administrator's takes another administrator's PIN as well. */
export function ResetPasswordForm({ person, open, onClose, onDone }: ResetPasswordFormProps) {
  const { t } = useTranslation('accounts');
  const isAdministrator = person.roles.some(isAdministratorRole);
  return (
    <CommandForm<typeof resetPassword, SecondPersonValues>
      declaration={resetPassword}
      open={open}
      onClose={onClose}
      title={t('action.resetPassword')}
      submitLabel={t('action.resetPassword')}
      isDestructive
      subject={`${person.fullName} · ${person.username}`}
      invalidates={[findPerson, listSessionsOfPerson]}
      toRequest={({ secondPerson }) => ({
        params: { personId: person.id },
        body: isAdministrator && secondPerson !== undefined ? { secondPerson } : {},
      })}
      onDone={({ firstPassword }) => onDone(firstPassword)}
      doneSentence={t('reset.done')}
    >
      <p className="cc-command-effect">{t('reset.effect')}</p>
      {isAdministrator && (
        <SecondPersonFields
          roles={ADMINISTRATOR_ROLES}
          exceptIds={[person.id]}
          sentence={t('reset.secondAdministrator')}
        />
      )}
    </CommandForm>
  );
}

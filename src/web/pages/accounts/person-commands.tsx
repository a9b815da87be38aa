import { useTranslation } from 'react-i18next';
import {
  appointAdministrator,
  closePerson,
  endSessionsOfPerson,
  findPerson,
  listPeople,
  listSessionsOfPerson,
  releaseSignInLock,
  reopenPerson,
} from '../../../modules/accounts/people.contract.ts';
import { listDirectoryPeople } from '../../../modules/accounts/directory.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { EndRoleForm } from './end-role-form.tsx';
import { GrantRoleForm } from './grant-role-form.tsx';
import type { PersonView } from './person-view.ts';
import { ResetPasswordForm } from './reset-password-form.tsx';
import { UpdatePersonForm } from './update-person-form.tsx';
import { useRoleName } from './role-names.tsx';

const ONE_STEP = {
  close: closePerson,
  reopen: reopenPerson,
  releaseLock: releaseSignInLock,
  endSessions: endSessionsOfPerson,
} as const;
const STALE = [findPerson, listPeople, listSessionsOfPerson, listDirectoryPeople];

interface Props {
  readonly person: PersonView;
  readonly current: string | undefined;
  readonly onClose: () => void;
}

/** What needs nothing but a look at what will happen. */
function OneStepForm({ person, current, onClose }: Props) {
  const { t } = useTranslation('accounts');
  return (['close', 'reopen', 'releaseLock', 'endSessions'] as const).map((name) => (
    <CommandForm<(typeof ONE_STEP)[typeof name], object>
      key={name}
      declaration={ONE_STEP[name]}
      open={current === name}
      onClose={onClose}
      title={t(`action.${name}`)}
      submitLabel={t(`action.${name}`)}
      subject={`${person.fullName} · ${person.username}`}
      isDestructive={name === 'close' || name === 'endSessions'}
      invalidates={STALE}
      toRequest={() => ({ params: { personId: person.id } })}
      onDone={onClose}
      doneSentence={t(`doneAction.${name}`)}
    >
      <p>{t(`effect.${name}`)}</p>
    </CommandForm>
  ));
}

function AppointForm({ person, current, onClose }: Props) {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  return (['security_admin', 'audit_admin'] as const).map((role) => (
    <CommandForm<typeof appointAdministrator, object>
      key={role}
      declaration={appointAdministrator}
      open={current === `appoint-${role}`}
      onClose={onClose}
      title={t(`appoint.${role}`)}
      submitLabel={t('appoint.submit')}
      subject={`${person.fullName} · ${person.username}`}
      invalidates={STALE}
      toRequest={() => ({ body: { personId: person.id, role } })}
      onDone={onClose}
      doneSentence={t('appoint.done')}
    >
      <p>{t('appoint.effect', { role: roleName(role) })}</p>
    </CommandForm>
  ));
}

/** The command forms of an account; the address says which one is open. */
export function PersonCommands({
  onPasswordReset,
  ...props
}: Props & { readonly onPasswordReset: (firstPassword: string | null) => void }) {
  const { person, current, onClose } = props;
  const ended = person.memberships.find(({ id }) => current === `end-${id}`);
  return (
    <>
      <UpdatePersonForm person={person} open={current === 'update'} onClose={onClose} />
      <GrantRoleForm person={person} open={current === 'grantRole'} onClose={onClose} />
      <EndRoleForm person={person} membership={ended} onClose={onClose} />
      <ResetPasswordForm
        person={person}
        open={current === 'resetPassword'}
        onClose={onClose}
        onDone={onPasswordReset}
      />
      <OneStepForm {...props} />
      <AppointForm {...props} />
    </>
  );
}

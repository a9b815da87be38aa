import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { announce } from '../../layout/announcer.tsx';
import { ChangePasswordForm } from '../../session/change-password-form.tsx';
import { useSession } from '../../session/use-session.ts';

/** What belongs to the signed-in person: password, PIN and badge. */
export function Component() {
  const { t } = useTranslation();
  const { person, court } = useSession();
  return (
    <>
      <PageHeader title={t('account.title')} sentence={`${person.name} · ${court.name}`} />
      <section id="password" style={{ maxWidth: 400, display: 'grid', gap: 12 }}>
        <h2>{t('person.changePassword')}</h2>
        <ChangePasswordForm onChanged={() => announce(t('password.changed'))} />
      </section>
    </>
  );
}

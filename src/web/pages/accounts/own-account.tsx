import { useEffect, useState } from 'react';
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ChangePasswordForm } from '../../session/change-password-form.tsx';
import { ChangePinForm } from '../../session/change-pin-form.tsx';
import { OwnSessions } from '../../session/own-sessions.tsx';
import { useSession } from '../../session/use-session.ts';
import './own-account.css';

/** What belongs to the signed-in person: password, PIN and badge, and where they are signed in. */
export function Component() {
  const { t } = useTranslation();
  const { person, court } = useSession();
  const { hash } = useLocation();
  const [done, setDone] = useState<'password' | 'pin'>();
  useEffect(() => {
    if (hash === '#password' || hash === '#pin')
      document.querySelector(hash)?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return (
    <>
      <PageHeader
        title={t('account.title')}
        sentence={[person.name, person.departmentName, court.name]
          .filter((part) => part !== null)
          .join(' · ')}
      />
      <div className="cc-account">
        <section id="password">
          <h2>{t('person.changePassword')}</h2>
          {done === 'password' && (
            <Alert type="success" showIcon role="status" title={t('password.changed')} />
          )}
          <ChangePasswordForm onChanged={() => setDone('password')} />
        </section>
        <section id="pin">
          <h2>{t('person.pinAndBadge')}</h2>
          <p className="cc-soft">{t(person.hasPin ? 'pin.isSet' : 'pin.isMissing')}</p>
          {person.badgeCode !== null && (
            <p>
              {t('account.badge')} <ItemCode code={person.badgeCode} />
            </p>
          )}
          {done === 'pin' && <Alert type="success" showIcon role="status" title={t('pin.changed')} />}
          <ChangePinForm onChanged={() => setDone('pin')} />
        </section>
        <section id="sessions">
          <h2>{t('account.sessions')}</h2>
          <OwnSessions />
        </section>
      </div>
    </>
  );
}

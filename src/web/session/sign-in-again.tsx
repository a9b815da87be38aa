import Modal from 'antd/es/modal';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reportSessionRenewed } from '../api/session-lost.ts';
import { endpointKey } from '../api/use-query-endpoint.ts';
import { leaveSession } from './leave-session.ts';
import { readSession } from '../../modules/accounts/session.contract.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useSession } from './use-session.ts';

/** The session ended under an open page: sign in over it, and everything typed is still there. */
export default function SignInAgain() {
  const { t } = useTranslation();
  const { person } = useSession();
  const client = useQueryClient();
  return (
    <Modal
      open
      centered
      width={400}
      footer={null}
      mask={{ closable: false }}
      keyboard={false}
      title={t('sessionLost.title')}
      onCancel={leaveSession}
    >
      <p className="cc-soft" style={{ marginBottom: 16 }}>
        {t('sessionLost.hint')}
      </p>
      <SignInForm
        username={person.username}
        onSignedIn={(session) => {
          client.setQueryData(endpointKey(readSession, {}), session);
          reportSessionRenewed();
          void client.invalidateQueries();
        }}
      />
    </Modal>
  );
}

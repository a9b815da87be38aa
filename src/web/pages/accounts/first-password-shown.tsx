import { useTranslation } from 'react-i18next';
import { Details } from '../../components/details.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';

export interface NewAccount {
  readonly personId: string;
  readonly fullName: string;
  readonly username: string;
  readonly firstPassword: string | null;
}

export interface FirstPasswordProps {
  readonly title: string;
  readonly account: NewAccount;
  readonly onClose: () => void;
}

/** The password that an administrator hands over; its owner replaces it at the first sign-in. */
export function FirstPassword({ title, account, onClose }: FirstPasswordProps) {
  const { t } = useTranslation('accounts');
  return (
    <OneTimeSecret
      title={title}
      label={t('firstPassword.label')}
      secret={account.firstPassword}
      lostSentence={t('firstPassword.lost')}
      onClose={onClose}
    >
      <Details
        items={[
          { label: t('field.fullName'), value: account.fullName },
          { label: t('field.username'), value: <span className="cc-code">{account.username}</span> },
        ]}
      />
      <p>{t('firstPassword.handOver')}</p>
    </OneTimeSecret>
  );
}

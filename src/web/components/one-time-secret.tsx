import type { ReactNode } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.tsx';
import './one-time-secret.css';

export interface OneTimeSecretProps {
  /** 「已登记」. */
  readonly title: string;
  /** What the secret is: 「首次密码」. */
  readonly label: string;
  /** Null when it was shown before, because the request was repeated. */
  readonly secret: string | null;
  /** What to do when it is lost. */
  readonly lostSentence: string;
  /** Whose it is, and what to do with it. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** A password or token that the server tells once: nothing but the button closes it. */
export function OneTimeSecret({ title, label, secret, lostSentence, children, onClose }: OneTimeSecretProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      centered
      width={480}
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t(secret === null ? 'action.close' : 'secret.noted')}
        </Button>
      }
    >
      <div className="cc-secret">
        {children}
        {secret === null ? (
          <Alert type="warning" showIcon title={t('secret.shownBefore', { what: label })} />
        ) : (
          <div className="cc-secret-box">
            <span className="cc-soft">{label}</span>
            <span className="cc-secret-line">
              <output className="cc-code">{secret}</output>
              <CopyButton text={secret} what={label} />
            </span>
          </div>
        )}
        <p className="cc-soft">
          {secret !== null && t('secret.shownOnce')}
          {lostSentence}
        </p>
      </div>
    </Modal>
  );
}

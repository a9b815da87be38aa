import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import type { HandoverPartProps } from './handover-count.tsx';

/** 签字: three parties, each with their own PIN on this screen; the last one hands the room over. */
export function HandoverSignatures({ handover, onOpen }: HandoverPartProps) {
  const { t } = useTranslation('handovers');
  const maySign = handover.availableActions.includes('sign');
  return (
    <section className="cc-section" aria-labelledby="signatures">
      <div className="cc-section-head">
        <h2 id="signatures">{t('sign.heading')}</h2>
      </div>
      {handover.state === 'counting' && <p className="cc-soft">{t('sign.later')}</p>}
      <ul className="cc-rows">
        {handover.signatures.map(({ role, person, signedAt, note }) => (
          <li key={role}>
            <div className="cc-rows-main">
              {t(`role.${role}`)} <strong>{person.name}</strong>
              {note !== null && (
                <>
                  <br />
                  <span className="cc-soft">{t('sign.locksNote', { note })}</span>
                </>
              )}
            </div>
            <div className="cc-rows-side">
              {signedAt !== null && (
                <>
                  <When instant={signedAt} />
                  <StatusTag tone="settled">{t('sign.signed')}</StatusTag>
                </>
              )}
              {signedAt === null && maySign && (
                <Button size="large" type="primary" onClick={() => onOpen(`sign-${role}`)}>
                  {t('sign.title')}
                </Button>
              )}
              {signedAt === null && !maySign && <StatusTag tone="soon">{t('sign.waiting')}</StatusTag>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

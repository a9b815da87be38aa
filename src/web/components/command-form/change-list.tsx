import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './command-form.css';

export interface Change {
  readonly label: string;
  readonly from: ReactNode;
  readonly to: ReactNode;
}

/** What will change, from → to, before it is sent. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <section className="cc-command-section" aria-label={t('command.changes')}>
      <h2>{t('command.changes')}</h2>
      <dl className="cc-changes" aria-live="polite">
        {changes.map((change) => (
          <div key={change.label}>
            <dt>{change.label}</dt>
            <dd>
              <span className="cc-soft">{change.from}</span>
              <span aria-hidden> → </span>
              <span className="cc-hidden">{t('command.becomes')}</span>
              <strong>{change.to}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import Button from 'antd/es/button';
import { ItemCode } from '../../components/item-code.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { PastScan } from './scan-history.ts';

/** The scans of this session, the last first; each can be looked at again. */
export function PastScans({
  history,
  onScan,
}: {
  history: readonly PastScan[];
  onScan: (text: string) => void;
}) {
  const { t } = useTranslation('scanning');
  const pick = usePickSentence();
  return (
    <section className="cc-past" aria-label={t('history.title')}>
      <h2>{t('history.count', { count: history.length })}</h2>
      <ol reversed>
        {history.map((past) => (
          <li key={past.key} data-result={past.result}>
            <span className="cc-past-what">
              <strong>{past.title ?? past.text}</strong>
              {past.code !== null && past.title !== null && <ItemCode code={past.code} withCopy={false} />}
              <span className="cc-past-said">{pick(past)}</span>
            </span>
            <Button
              size="large"
              type="text"
              aria-label={t('history.again', { text: past.title ?? past.text })}
              onClick={() => onScan(past.text)}
            >
              {t('history.look')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';

const TONES: Record<string, StatusTone> = { done: 'calm', refused: 'soon', failed: 'alarm' };

/** How a command ended. */
export function OutcomeTag({ outcome }: { outcome: string }) {
  const { t } = useTranslation('audit');
  return (
    <StatusTag tone={TONES[outcome] ?? 'calm'}>
      {t(`outcome.${outcome}`, { defaultValue: outcome })}
    </StatusTag>
  );
}

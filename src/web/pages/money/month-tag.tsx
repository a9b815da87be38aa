import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { StatusTag } from '../../components/status-tag.tsx';

/** The colour beside the word of a month's state. */
const MONTH_TONES = { open: 'open', entered: 'soon', closed: 'settled' } as const;

/** Nothing can be reconciled before the month is over. */
export function useIsRunning(month: string): boolean {
  return month >= useToday().slice(0, 7);
}

/** 未对账, or that the month still runs. */
export function MonthTag({ month, state }: { month: string; state: keyof typeof MONTH_TONES }) {
  const { t } = useTranslation('money');
  if (useIsRunning(month)) return <StatusTag tone="calm">{t('state.running')}</StatusTag>;
  return <StatusTag tone={MONTH_TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}

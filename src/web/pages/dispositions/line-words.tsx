import { useTranslation } from 'react-i18next';
import type { JudgmentLineAnswer } from '../../../modules/dispositions/judgments.contract.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';

const TONES: Record<JudgmentLineAnswer['state'], StatusTone> = {
  waiting: 'soon',
  refused: 'closed',
  replaced: 'closed',
  ahead: 'calm',
  in_force: 'open',
  part_done: 'open',
  done: 'settled',
};

/** Waiting, in force, carried out: as a word. */
export function LineStateTag({ state }: { state: JudgmentLineAnswer['state'] }) {
  const { t } = useTranslation('dispositions');
  return <StatusTag tone={TONES[state]}>{t(`lineState.${state}`)}</StatusTag>;
}

/** What a line on foreign money is in yuan, where a bank has changed it; nothing of any other line. */
export function CountedQuantity({ line }: { line: Pick<JudgmentLineAnswer, 'counted' | 'unit'> }) {
  const { t } = useTranslation('dispositions');
  const sayQuantity = useSayQuantity();
  const { counted, unit } = line;
  if (counted.unit === unit) return null;
  return (
    <span className="cc-soft">
      {t('line.counted', { quantity: sayQuantity(counted.quantity, counted.unit) })}
    </span>
  );
}

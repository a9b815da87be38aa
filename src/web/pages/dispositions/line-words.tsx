import { useTranslation } from 'react-i18next';
import type { JudgmentLineAnswer } from '../../../modules/dispositions/judgments.contract.ts';
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

import { useTranslation } from 'react-i18next';
import type { HandoverState } from '../../../modules/rooms/handover.rules.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONES = { counting: 'soon', signing: 'open', completed: 'settled', cancelled: 'closed' } as const;

export function HandoverStateTag({ state }: { state: HandoverState }) {
  const { t } = useTranslation('handovers');
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}

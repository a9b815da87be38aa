import { useTranslation } from 'react-i18next';
import type { RoomMoveSummary } from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONES = { running: 'open', done: 'settled', called_off: 'closed' } as const;

/** 进行中, 已办结 or 已中止. */
export function MoveStateTag({ move: { outcome } }: { readonly move: Pick<RoomMoveSummary, 'outcome'> }) {
  const { t } = useTranslation('room-moves');
  const state = outcome ?? 'running';
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}

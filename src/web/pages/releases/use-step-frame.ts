import { useTranslation } from 'react-i18next';
import type { ReleaseDetail, ReleaseLine } from '../../../modules/seized-items/releases/releases.contract.ts';
import { isLineState, isOpenLine } from '../../../modules/seized-items/releases/release-kinds.ts';
import { STALE_AFTER_STEP } from './granted-forms.tsx';
import type { CheckedThing } from './line-checklist.tsx';
import { useReleaseReason } from './release-words.tsx';

export interface StepFormProps {
  readonly release: ReleaseDetail;
  readonly onClose: () => void;
}

/** The lines that a step can still be about. */
export function openLinesOf({ lines }: ReleaseDetail): ReleaseLine[] {
  return lines.filter(
    ({ state, itemState }) => isLineState(state) && isOpenLine(state) && itemState !== 'under_investigation',
  );
}

export function checkedThings(lines: readonly ReleaseLine[]): CheckedThing[] {
  return lines.map((line) => ({ ...line, seal: line.sealNow }));
}

/** What every form of a step has in common. */
export function useStepFrame({ release, onClose }: StepFormProps, step: string) {
  const { t } = useTranslation('releases');
  const reasonOf = useReleaseReason();
  return {
    open: true,
    onClose,
    onDone: onClose,
    title: t(`action.${step}`),
    submitLabel: t(`action.${step}`),
    doneSentence: t(`action.${step}`),
    invalidates: STALE_AFTER_STEP,
    subject: `${reasonOf(release)} · ${release.number}`,
  };
}

import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { MATTER_KINDS, MATTERS } from '../../../modules/rooms/handover-matters.ts';
import type { HandoverAnswer } from '../../../modules/rooms/handovers.contract.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

export const MATTER_OUTCOMES = ['taken_over', 'stays_with_outgoing'] as const;
export type MatterOutcome = (typeof MATTER_OUTCOMES)[number];

/** Open matters of one kind, where there are several: who answers for them is said once. */
export function SettleTogether({
  matters,
  isSending,
  onSettle,
}: {
  readonly matters: HandoverAnswer['matters'];
  readonly isSending: boolean;
  readonly onSettle: (matterIds: string[], outcome: MatterOutcome) => void;
}) {
  const { t } = useTranslation('handovers');
  const pick = usePickSentence();
  const groups = MATTER_KINDS.map((kind) => ({
    kind,
    ids: matters.filter((one) => one.kind === kind && one.outcome === null).map(({ id }) => id),
  })).filter(({ ids }) => ids.length > 1);
  if (groups.length === 0) return null;
  return (
    <ul className="cc-rows" aria-label={t('matter.together')}>
      {groups.map(({ kind, ids }) => (
        <li key={kind}>
          <div className="cc-rows-main">
            {t('matter.several', { kind: pick(MATTERS[kind]), count: ids.length })}
          </div>
          <div className="cc-rows-side">
            {MATTER_OUTCOMES.map((outcome) => (
              <Button key={outcome} disabled={isSending} onClick={() => onSettle(ids, outcome)}>
                {t(`matter.all.${outcome}`)}
              </Button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

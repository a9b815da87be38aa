import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MATTERS } from '../../../modules/rooms/handover-matters.ts';
import {
  settleHandoverMatterEndpoint,
  settleHandoverMattersEndpoint,
  type HandoverAnswer,
} from '../../../modules/rooms/handovers.contract.ts';
import { sayParticulars } from '../../../modules/rooms/particulars.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import type { HandoverPartProps } from './handover-count.tsx';
import { MATTER_OUTCOMES, SettleTogether, type MatterOutcome } from './settle-together.tsx';
import { STALE_HANDOVERS } from './stale-handovers.ts';

type Matter = HandoverAnswer['matters'][number];

function MatterTag({ matter }: { matter: Matter }) {
  const { t } = useTranslation('handovers');
  if (matter.outcome === null) return <StatusTag tone="soon">{t('matter.open')}</StatusTag>;
  if (matter.clearedAt !== null) return <StatusTag tone="settled">{t('matter.cleared')}</StatusTag>;
  return (
    <StatusTag tone={matter.outcome === 'taken_over' ? 'settled' : 'alarm'}>
      {t(`matter.${matter.outcome}`)}
    </StatusTag>
  );
}

/** What has a page of its own is opened there by those who may. */
function MatterTitle({ matter }: { matter: Matter }) {
  const can = useCan();
  const title = <strong>{matter.title}</strong>;
  return matter.kind === 'room_move' && matter.subjectId !== null && can('item.move') ? (
    <Link to={`/room-moves/${matter.subjectId}`}>{title}</Link>
  ) : (
    title
  );
}

/** 未结事项: loans, seals, keys, requests and differences, each taken over or left with the outgoing custodian. */
export function HandoverMatters({ handover, onOpen }: HandoverPartProps) {
  const { t } = useTranslation('handovers');
  const pick = usePickSentence();
  const can = useCan();
  const command = useCommand(settleHandoverMatterEndpoint, { invalidates: STALE_HANDOVERS });
  const maySettle = handover.availableActions.includes('settle_matter');
  const mayClear = handover.state === 'completed' && can('handover.manage');
  const together = useCommand(settleHandoverMattersEndpoint, { invalidates: STALE_HANDOVERS });
  const isSending = command.isSending || together.isSending;
  const settle = (matter: Matter, outcome: MatterOutcome) =>
    void command.send({ params: { handoverId: handover.id, matterId: matter.id }, body: { outcome } });
  return (
    <section className="cc-section" aria-labelledby="matters">
      <div className="cc-section-head">
        <h2 id="matters">{t('matter.title')}</h2>
      </div>
      <ProblemAlert problem={command.problem ?? together.problem} />
      {maySettle && (
        <SettleTogether
          matters={handover.matters}
          isSending={isSending}
          onSettle={(matterIds, outcome) =>
            void together.send({ params: { handoverId: handover.id }, body: { matterIds, outcome } })
          }
        />
      )}
      {handover.matters.length === 0 && <p className="cc-soft">{t('matter.none')}</p>}
      {handover.matters.length > 0 && (
        <ul className="cc-rows">
          {handover.matters.map((matter) => (
            <li key={matter.id}>
              <div className="cc-rows-main">
                <MatterTitle matter={matter} /> {pick(matter.condition ?? MATTERS[matter.kind])}
                <div className="cc-soft">
                  {[
                    matter.particulars === null ? null : pick(sayParticulars(matter.particulars)),
                    matter.detail,
                    matter.note,
                    matter.clearedNote,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </div>
              </div>
              <div className="cc-rows-side">
                <MatterTag matter={matter} />
                {maySettle &&
                  matter.outcome === null &&
                  MATTER_OUTCOMES.map((outcome) => (
                    <Button key={outcome} disabled={isSending} onClick={() => settle(matter, outcome)}>
                      {t(`matter.do.${outcome}`)}
                    </Button>
                  ))}
                {mayClear && matter.outcome === 'stays_with_outgoing' && matter.clearedAt === null && (
                  <Button onClick={() => onOpen(`clear-${matter.id}`)}>{t('clear.title')}</Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import { HANDOVER_CAUSES } from '../../../modules/rooms/handover.rules.ts';
import { listHandoversEndpoint } from '../../../modules/rooms/handovers.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { HandoverStateTag } from './handover-state-tag.tsx';

/** 保管交接: every handover of the room, the open one first. */
export function RoomHandovers({ room, onOpen }: { room: RoomAnswer; onOpen: (command: string) => void }) {
  const { t } = useTranslation('handovers');
  const pick = usePickSentence();
  const { data, error, refetch } = useQueryEndpoint(listHandoversEndpoint, { params: { roomId: room.id } });
  const mayOpen = room.availableActions.includes('hand_over');
  if (data?.items.length === 0 && !mayOpen) return null;
  return (
    <section className="cc-section" aria-labelledby="handovers">
      <div className="cc-section-head">
        <h2 id="handovers">{t('title')}</h2>
        {mayOpen && <Button onClick={() => onOpen('handover')}>{t('open.title')}</Button>}
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className="cc-soft">{t('none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((handover) => (
            <li key={handover.id}>
              <div className="cc-rows-main">
                <Link to={`/handovers/${handover.id}`}>
                  {handover.outgoing.name} → {handover.incoming.name}
                </Link>
                <div className="cc-soft">
                  {pick(HANDOVER_CAUSES[handover.cause])} · <When instant={handover.frozenAt} />
                </div>
              </div>
              <div className="cc-rows-side">
                <HandoverStateTag state={handover.state} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

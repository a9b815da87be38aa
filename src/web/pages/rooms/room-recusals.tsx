import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import { listRecusalsEndpoint } from '../../../modules/rooms/custodianships.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';

/** 回避: from which cases those who answer for the room keep away; nothing while there are none. */
export function RoomRecusals({ room, onOpen }: { room: RoomAnswer; onOpen: (command: string) => void }) {
  const { t } = useTranslation('rooms');
  const mayWithdraw = useCan()('custodian.appoint');
  const { data } = useQueryEndpoint(listRecusalsEndpoint, { params: { roomId: room.id } });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="cc-section" aria-labelledby="recusals">
      <div className="cc-section-head">
        <h2 id="recusals">{t('recuse.heading')}</h2>
      </div>
      <ul className="cc-rows">
        {data.items.map((recusal) => (
          <li key={recusal.id} className={recusal.withdrawnAt === null ? undefined : 'cc-rows-ended'}>
            <div className="cc-rows-main">
              <strong>{recusal.personName}</strong> {recusal.caseNumber}
              <div className="cc-soft">
                {recusal.reason} · {recusal.declaredByName} <When instant={recusal.declaredAt} />
              </div>
              {recusal.withdrawalReason !== null && (
                <div className="cc-soft">
                  {t('recuse.withdrawnBy', {
                    who: recusal.withdrawnByName,
                    reason: recusal.withdrawalReason,
                  })}
                </div>
              )}
            </div>
            <div className="cc-rows-side">
              <StatusTag tone={recusal.withdrawnAt === null ? 'soon' : 'closed'}>
                {t(recusal.withdrawnAt === null ? 'recuse.inForce' : 'recuse.over')}
              </StatusTag>
              {recusal.withdrawnAt === null && mayWithdraw && (
                <Button onClick={() => onOpen(`withdraw-${recusal.id}`)}>{t('recuse.withdraw')}</Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

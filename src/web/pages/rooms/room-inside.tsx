import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import { VISIT_PURPOSES } from '../../../modules/rooms/visit-purposes.ts';
import { leaveRoomEndpoint, listInsideEndpoint } from '../../../modules/rooms/visits.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { announce } from '../../layout/announcer.tsx';
import { STALE_VISITS } from './stale-rooms.ts';

const HALF_A_MINUTE = 30_000;
export type InsideVisit = ResponseOf<typeof listInsideEndpoint>['items'][number];

/** Who is inside, read anew every half a minute. */
export function useInside(roomId: string) {
  return useQueryEndpoint(listInsideEndpoint, { params: { roomId } }, { refetchInterval: HALF_A_MINUTE });
}

/** One tap to leave; whoever has to leave together leaves together. */
export function useLeaving(roomId: string) {
  const { t } = useTranslation('rooms');
  const command = useCommand(leaveRoomEndpoint, { invalidates: STALE_VISITS });
  const [leavingId, setLeavingId] = useState<string>();
  const leave = async (visit: InsideVisit) => {
    setLeavingId(visit.id);
    const answer = await command.send({ params: { roomId }, body: { visitIds: visit.leavesWith } });
    setLeavingId(undefined);
    if (answer === undefined) return undefined;
    const names = answer.items.map(({ name }) => name).join(t('pause'));
    announce(t('inside.hasLeft', { names }));
    return names;
  };
  return { leave, leavingId, problem: command.problem };
}

interface InsideRowProps {
  readonly visit: InsideVisit;
  readonly people: readonly InsideVisit[];
  readonly isLeaving: boolean;
  readonly onLeave: () => void;
}

function InsideRow({ visit, people, isLeaving, onLeave }: InsideRowProps) {
  const { t } = useTranslation('rooms');
  const pick = usePickSentence();
  const others = people.filter(({ id }) => id !== visit.id && visit.leavesWith.includes(id));
  return (
    <li>
      <div className="cc-rows-main">
        <strong>{visit.name}</strong>{' '}
        {visit.personId === null && <StatusTag tone="open">{t('inside.visitor')}</StatusTag>}{' '}
        {visit.isAlarm && <StatusTag tone="alarm">{t('inside.alarm')}</StatusTag>}
        <div className="cc-soft">
          {[visit.unit, pick(VISIT_PURPOSES[visit.purpose]), visit.caseNumber, visit.note]
            .filter((part) => part !== null)
            .join(' · ')}
        </div>
        <div className="cc-soft">
          <When instant={visit.enteredAt} withRelative />
          {visit.escortName !== null && ` · ${t('inside.escort', { name: visit.escortName })}`}
        </div>
      </div>
      {visit.availableActions.includes('leave') && (
        <div className="cc-rows-side">
          <Button size="large" loading={isLeaving} onClick={onLeave}>
            {others.length === 0
              ? t('inside.leave')
              : t('inside.leaveWith', { names: others.map(({ name }) => name).join(t('pause')) })}
          </Button>
        </div>
      )}
    </li>
  );
}

/** 在库人员: who is inside now, each with one tap to leave; `onLeft` is told the names of those who left. */
export function RoomInside({ room, onLeft }: { room: RoomAnswer; onLeft?: (names: string) => void }) {
  const { t } = useTranslation('rooms');
  const { data, error, refetch } = useInside(room.id);
  const leaving = useLeaving(room.id);
  const leave = async (visit: InsideVisit) => {
    const names = await leaving.leave(visit);
    if (names !== undefined) onLeft?.(names);
  };
  return (
    <section className="cc-section" aria-labelledby="inside">
      <div className="cc-section-head">
        <h2 id="inside">{t('inside.title', { count: data?.items.length ?? room.insideCount })}</h2>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <ProblemAlert problem={leaving.problem} />
      {data?.items.length === 0 && <p className="cc-soft">{t('inside.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((visit) => (
            <InsideRow
              key={visit.id}
              visit={visit}
              people={data.items}
              isLeaving={leaving.leavingId === visit.id}
              onLeave={() => void leave(visit)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../clock.ts';
import type { RoomAnswer } from '../../../modules/rooms/contract.ts';
import {
  listCustodianshipsEndpoint,
  type AppointmentAnswer,
} from '../../../modules/rooms/custodianships.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';

interface OfficeProps {
  readonly office: AppointmentAnswer;
  readonly onOpen: (command: string) => void;
}

function officeState({ startsAt, endsAt }: AppointmentAnswer, now: Date): 'inOffice' | 'coming' | 'over' {
  if (endsAt !== null && new Date(endsAt) <= now) return 'over';
  return new Date(startsAt) > now ? 'coming' : 'inOffice';
}

const TONES = { inOffice: 'settled', coming: 'open', over: 'closed' } as const;

function OfficeRow({ office, onOpen }: OfficeProps) {
  const shipped = useShippedWords();
  const now = useNow();
  const { t } = useTranslation('rooms');
  const can = useCan();
  const state = officeState(office, now);
  const until = office.endsAt === null ? t('office.untilNow') : <When instant={office.endsAt} />;
  const actions = [
    ...(can('custodian.appoint') && state !== 'over'
      ? [
          {
            key: 'end',
            label: t('end.title'),
            isDestructive: true,
            onClick: () => onOpen(`end-${office.custodianshipId}`),
          },
        ]
      : []),
    ...(can('recusal.declare') && state !== 'over'
      ? [{ key: 'recuse', label: t('recuse.title'), onClick: () => onOpen(`recuse-${office.personId}`) }]
      : []),
  ];
  return (
    <li className={state === 'over' ? 'cc-rows-ended' : undefined}>
      <div className="cc-rows-main">
        <strong>{office.name}</strong> {t(office.kind)}
        <div>
          <When instant={office.startsAt} /> — {until}
        </div>
        <div className="cc-soft">
          {t('office.by', { document: office.document, who: office.appointedByName })}
          {office.endReason !== null && ` · ${t('office.ended', { reason: shipped(office.endReason) })}`}
        </div>
      </div>
      <div className="cc-rows-side">
        <StatusTag tone={TONES[state]}>{t(`office.${state}`)}</StatusTag>
        <RowMenu label={t('office.actionsOf', { name: office.name })} actions={actions} />
      </div>
    </li>
  );
}

/** 专人专管: who answers for the room, since when and by which paper, and who did before. */
export function RoomOffices({ room, onOpen }: { room: RoomAnswer; onOpen: (command: string) => void }) {
  const { t } = useTranslation('rooms');
  const { data, error, refetch } = useQueryEndpoint(listCustodianshipsEndpoint, {
    params: { roomId: room.id },
  });
  const may = (action: RoomAnswer['availableActions'][number]) => room.availableActions.includes(action);
  return (
    <section className="cc-section" aria-labelledby="offices">
      <div className="cc-section-head">
        <h2 id="offices">{t('office.title')}</h2>
        {may('appoint_custodian') && (
          <Button type="primary" onClick={() => onOpen('custodian')}>
            {t('appoint.custodian')}
          </Button>
        )}
        {may('appoint_deputy') && <Button onClick={() => onOpen('deputy')}>{t('appoint.deputy')}</Button>}
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className="cc-soft">{t('office.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="cc-rows">
          {data.items.map((office) => (
            <OfficeRow key={office.custodianshipId} office={office} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useToday } from '../../clock.ts';
import { listAuditEvents } from '../../../modules/accounts/audit.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { useCommandName } from '../accounts/command-names.ts';
import { OutcomeTag } from '../accounts/outcome-tag.tsx';

const SHOWN = 10;

interface EventsProps {
  readonly title: string;
  readonly none: string;
  readonly more: string;
  readonly address: string;
  readonly query: { readonly from?: string; readonly outcome?: 'refused' | 'failed' };
}

function Events({ title, none, more, address, query }: EventsProps) {
  const commandName = useCommandName();
  const { data, error, refetch } = useQueryEndpoint(listAuditEvents, { query: { ...query, limit: SHOWN } });
  const items = data?.items ?? [];
  return (
    <section className="cc-desk-own">
      <div className="cc-desk-recent-head">
        <h2>{title}</h2>
        <Link to={address}>{more}</Link>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data !== undefined && items.length === 0 && <p className="cc-soft">{none}</p>}
      <ul className="cc-desk-things">
        {items.map((event) => (
          <li key={event.id}>
            <Link to={`/audit/${event.id}`} className="cc-desk-thing-name">
              {commandName(event.command)}
            </Link>
            <When instant={event.recordedAt} />
            <span>
              {event.actorName} <span className="cc-soft">{event.address ?? ''}</span>
            </span>
            <span>
              <OutcomeTag outcome={event.outcome} /> {event.subjectLabel ?? ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The audit administrator's first look: what failed or was refused today, and what happened last. */
export default function AuditDesk() {
  const { t } = useTranslation('desk');
  const today = useToday();
  return (
    <>
      {(['failed', 'refused'] as const).map((outcome) => (
        <Events
          key={outcome}
          title={t(`admin.${outcome}`)}
          none={t(`admin.none.${outcome}`)}
          more={t('admin.moreOfToday')}
          address={listAddress('/audit', { onFrom: today, onTo: today, outcome })}
          query={{ from: today, outcome }}
        />
      ))}
      <Events
        title={t('admin.latest')}
        none={t('admin.none.latest')}
        more={t('admin.allEvents')}
        address="/audit"
        query={{}}
      />
    </>
  );
}

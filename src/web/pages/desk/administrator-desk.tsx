import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listAuditEvents } from '../../../modules/accounts/audit.contract.ts';
import { listDepartments } from '../../../modules/accounts/courts.contract.ts';
import { listPeople } from '../../../modules/accounts/people.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { shanghaiToday } from '../fixed-assets/court-day.ts';
import { DeskLines, type DeskLine } from './desk-lines.tsx';

const PEOPLE_MAX = 200;
const EVENTS_SHOWN = 10;

/** Accounts that can do nothing yet, because nobody has granted them a role. */
function PeopleWithoutRole() {
  const { t } = useTranslation('desk');
  const can = useCan();
  const people = useQueryEndpoint(listPeople, { query: { limit: PEOPLE_MAX } });
  const departments = useQueryEndpoint(listDepartments, {}, { enabled: can('department.manage') });
  const withoutRole = (people.data?.items ?? []).filter(({ roles }) => roles.length === 0);
  const lines: (DeskLine | false)[] = [
    {
      key: 'withoutRole',
      label: t('admin.withoutRole'),
      count: people.data === undefined ? undefined : withoutRole.length,
      to: '/people',
      tone: 'soon',
    },
    can('department.manage') && {
      key: 'departments',
      label: t('admin.departments'),
      count: departments.data?.items.filter(({ closedOn }) => closedOn === null).length,
      to: '/departments',
    },
  ];
  return (
    <>
      <ProblemAlert problem={people.error} onRetry={() => void people.refetch()} />
      <div className="cc-desk-waiting">
        <DeskLines title={t('admin.accounts')} lines={lines.filter((line) => line !== false)} />
      </div>
      {withoutRole.length > 0 && (
        <section className="cc-desk-own">
          <h2>{t('admin.withoutRoleTitle')}</h2>
          <p className="cc-soft">{t(can('role.grant') ? 'admin.grantHint' : 'admin.askHint')}</p>
          <ul className="cc-desk-things">
            {withoutRole.slice(0, EVENTS_SHOWN).map((person) => (
              <li key={person.id}>
                <Link to={listAddress('/people', { q: person.username })} className="cc-desk-thing-name">
                  {person.fullName}
                </Link>
                <span className="cc-code">{person.username}</span>
                <span>{person.departmentName ?? '—'}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What was refused or failed today: the audit administrator's first look. */
function TodaysRefusals() {
  const { t } = useTranslation('desk');
  const today = shanghaiToday(new Date());
  const refused = useQueryEndpoint(listAuditEvents, {
    query: { from: today, outcome: 'refused', limit: EVENTS_SHOWN },
  });
  const items = refused.data?.items ?? [];
  return (
    <section className="cc-desk-own">
      <div className="cc-desk-recent-head">
        <h2>{t('admin.refusals')}</h2>
        <Link to={listAddress('/audit', { from: today })}>{t('admin.allOfToday')}</Link>
      </div>
      <ProblemAlert problem={refused.error} onRetry={() => void refused.refetch()} />
      {refused.data !== undefined && items.length === 0 && <p className="cc-soft">{t('admin.noRefusals')}</p>}
      <ul className="cc-desk-things">
        {items.map((event) => (
          <li key={event.id}>
            <When instant={event.recordedAt} />
            <Link
              to={listAddress('/audit', { from: today, command: event.command, outcome: 'refused' })}
              className="cc-desk-thing-name"
            >
              {event.command}
            </Link>
            <span>
              {event.actorName} {event.address !== null && <span className="cc-code">{event.address}</span>}
            </span>
            <StatusTag tone="soon">{t('admin.refused')}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The desks of the three administrators; each sees the part that is theirs, nobody business data. */
export function AdministratorDesk() {
  const can = useCan();
  return (
    <>
      {can('person.read') && <PeopleWithoutRole />}
      {can('audit.read') && <TodaysRefusals />}
    </>
  );
}

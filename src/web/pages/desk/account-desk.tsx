import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listCourts, listDepartments } from '../../../modules/accounts/courts.contract.ts';
import { ROLE_IDS, ROLES } from '../../../modules/accounts/roles.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { MissingAdministrators } from '../accounts/missing-administrators.tsx';
import { DeskLines, type DeskLine } from './desk-lines.tsx';
import { useAllPeople, type Account } from './use-all-people.ts';

const SHOWN = 10;

function useBooksOfTheCourt(accountCount: number | undefined): readonly DeskLine[] {
  const { t } = useTranslation('desk');
  const can = useCan();
  const departments = useQueryEndpoint(listDepartments, {}, { enabled: can('department.manage') });
  const courts = useQueryEndpoint(listCourts, {}, { enabled: can('court.manage') });
  const lines: (DeskLine | false)[] = [
    { key: 'accounts', label: t('admin.openAccounts'), count: accountCount, to: '/people' },
    can('department.manage') && {
      key: 'departments',
      label: t('admin.departments'),
      count: departments.data?.items.length,
      to: '/departments',
    },
    can('court.manage') && {
      key: 'courts',
      label: t('admin.courts'),
      count: courts.data?.items.length,
      to: '/courts',
    },
  ];
  return lines.filter((line) => line !== false);
}

function rolesHeld(
  people: readonly Account[],
  kind: 'business' | 'administrator',
): readonly DeskLineOfRole[] {
  return ROLE_IDS.filter((role) => ROLES[role].kind === kind).map((role) => ({
    role,
    count: people.filter(({ roles }) => roles.includes(role)).length,
  }));
}

interface DeskLineOfRole {
  readonly role: keyof typeof ROLES;
  readonly count: number;
}

function WithoutRole({ people }: { people: readonly Account[] }) {
  const { t } = useTranslation('desk');
  const can = useCan();
  const withoutRole = people.filter(({ roles }) => roles.length === 0);
  return (
    <section className="cc-desk-own">
      <h2>{t('admin.withoutRole', { count: withoutRole.length })}</h2>
      <p className="cc-soft">
        {withoutRole.length === 0
          ? t('admin.allHaveRoles')
          : t(can('role.grant') ? 'admin.grantHint' : 'admin.askHint')}
      </p>
      <ul className="cc-desk-things">
        {withoutRole.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            <Link to={`/people/${person.id}`} className="cc-desk-thing-name">
              {person.fullName}
            </Link>
            <span className="cc-code">{person.username}</span>
            <span>{person.departmentName ?? '—'}</span>
          </li>
        ))}
      </ul>
      {withoutRole.length > SHOWN && (
        <p>
          <Link to="/people">{t('admin.allAccounts')}</Link>
        </p>
      )}
    </section>
  );
}

/** For those who keep accounts and roles: what the court has, who holds what, and who can do nothing yet. */
export default function AccountDesk() {
  const { t } = useTranslation('desk');
  const pick = usePickSentence();
  const can = useCan();
  const people = useAllPeople();
  const roleLines = (kind: 'business' | 'administrator'): readonly DeskLine[] =>
    rolesHeld(people.data ?? [], kind).map(({ role, count }) => ({
      key: role,
      label: pick(ROLES[role]),
      count: people.data === undefined ? undefined : count,
      to: listAddress('/people', { role }),
      ...(kind === 'administrator' && count === 0 ? { text: t('admin.nobody') } : {}),
    }));
  return (
    <>
      {can('administrator.appoint') && <MissingAdministrators />}
      <ProblemAlert problem={people.error} onRetry={() => void people.refetch()} />
      {people.data === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      ) : (
        <WithoutRole people={people.data} />
      )}
      <div className="cc-desk-waiting cc-desk-accounts">
        <DeskLines title={t('admin.books')} lines={useBooksOfTheCourt(people.data?.length)} />
        <DeskLines title={t('admin.administrators')} lines={roleLines('administrator')} />
        <DeskLines title={t('admin.roles')} lines={roleLines('business')} />
      </div>
    </>
  );
}

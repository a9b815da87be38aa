import { useState } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { findPerson } from '../../../modules/accounts/people.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details, type Detail } from '../../components/details.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { AccountStatusTag } from './account-status-tag.tsx';
import { FirstPassword } from './first-password-shown.tsx';
import { useMissingAdministrators } from './missing-administrators.tsx';
import { PersonActions } from './person-actions.tsx';
import { PersonCommands } from './person-commands.tsx';
import { PersonMemberships } from './person-memberships.tsx';
import { PersonSessions } from './person-sessions.tsx';
import type { PersonView } from './person-view.ts';
import '../../components/plain-rows.css';
import './accounts.css';

function PersonDetails({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts');
  const pin = person.pinLockedUntil !== null ? 'pinLocked' : person.hasPin ? 'pinSet' : 'pinMissing';
  const items: (Detail | false)[] = [
    { label: t('field.username'), value: <span className="cc-code">{person.username}</span> },
    { label: t('field.department'), value: person.departmentName ?? '—' },
    { label: t('field.employeeNumber'), value: person.employeeNumber ?? '—' },
    { label: t('field.phone'), value: person.phone ?? '—' },
    {
      label: t('field.badge'),
      value: person.badgeCode === null ? '—' : <ItemCode code={person.badgeCode} />,
    },
    {
      label: t('field.password'),
      value: t(person.mustChangePassword ? 'person.firstPasswordUnused' : 'person.ownPassword'),
    },
    {
      label: t('field.pin'),
      value: (
        <>
          {t(`person.${pin}`)} {person.pinLockedUntil !== null && <When instant={person.pinLockedUntil} />}
        </>
      ),
    },
    { label: t('field.createdAt'), value: <When instant={person.createdAt} /> },
    person.closedAt !== null && { label: t('field.closedAt'), value: <When instant={person.closedAt} /> },
  ];
  return <Details items={items.filter((item) => item !== false)} />;
}

function PersonSections({ person }: { person: PersonView }) {
  const { t } = useTranslation('accounts');
  const can = useCan();
  const command = useOpenCommand();
  const [firstPassword, setFirstPassword] = useState<string | null>();
  const missing = useMissingAdministrators(can('administrator.appoint'));
  return (
    <>
      <PageHeader
        title={person.fullName}
        beside={<AccountStatusTag isClosed={person.closed} />}
        back={{ to: '/people', label: t('people.title') }}
        actions={<PersonActions person={person} appointable={missing} onOpen={command.open} />}
      />
      <PersonDetails person={person} />
      {can('person.holdings.read') && (
        <p className="cc-section">
          <Link to={`/people/${person.id}/holdings`}>{t('person.holdings')}</Link>
        </p>
      )}
      <PersonMemberships person={person} onOpen={command.open} />
      {can('session.revoke') && <PersonSessions person={person} />}
      <PersonCommands
        person={person}
        current={command.current}
        onClose={command.close}
        onPasswordReset={(told) => {
          command.close();
          setFirstPassword(told);
        }}
      />
      {firstPassword !== undefined && (
        <FirstPassword
          title={t('reset.done')}
          account={{ ...person, personId: person.id, firstPassword }}
          onClose={() => setFirstPassword(undefined)}
        />
      )}
    </>
  );
}

/** One account: what is known of the person, their roles, where they are signed in. */
export function Component() {
  const { t } = useTranslation('accounts');
  const { personId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(findPerson, { params: { personId } });
  if (data !== undefined) return <PersonSections key={data.id} person={data} />;
  return (
    <>
      <PageHeader title={t('person.title')} back={{ to: '/people', label: t('people.title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}

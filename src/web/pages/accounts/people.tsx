import { useMemo, useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { listPeople } from '../../../modules/accounts/people.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import type { ListColumn, ListFilter } from '../../components/list-page/list-types.ts';
import { OneChoiceFilter } from '../../components/list-page/one-choice-filter.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { useCan } from '../../session/use-session.ts';
import { AccountStatusTag } from './account-status-tag.tsx';
import { FirstPassword, type NewAccount } from './first-password-shown.tsx';
import { GrantRoleForm } from './grant-role-form.tsx';
import { MissingAdministrators } from './missing-administrators.tsx';
import { ACCOUNT_STATUSES, peopleQueryOf } from './people-list.ts';
import { RegisterPersonForm } from './register-person-form.tsx';
import { RoleNames, useRoleOptions } from './role-names.tsx';
import './accounts.css';

type Person = ResponseOf<typeof listPeople>['items'][number];

function useColumns(): readonly ListColumn<Person>[] {
  const { t } = useTranslation('accounts');
  return useMemo(
    () => [
      { key: 'fullName', title: t('field.fullName'), widthPx: 130, render: (row) => row.fullName },
      { key: 'username', title: t('field.username'), widthPx: 150, render: (row) => row.username },
      {
        key: 'department',
        title: t('field.department'),
        widthPx: 180,
        render: (row) => row.departmentName ?? '—',
      },
      {
        key: 'employeeNumber',
        title: t('field.employeeNumber'),
        widthPx: 120,
        render: (row) => row.employeeNumber ?? '—',
      },
      {
        key: 'roles',
        title: t('field.roles'),
        widthPx: 280,
        render: (row) => <RoleNames roles={row.roles} />,
      },
      {
        key: 'status',
        title: t('field.status'),
        widthPx: 100,
        render: (row) => <AccountStatusTag isClosed={row.closed} />,
      },
    ],
    [t],
  );
}

function useFilters(): readonly ListFilter[] {
  const { t } = useTranslation('accounts');
  const roles = useRoleOptions();
  const statuses = ACCOUNT_STATUSES.map((value) => ({ value, label: t(`statusFilter.${value}`) }));
  return [
    { key: 'q', kind: 'text', label: t('people.search'), isPrimary: true },
    {
      key: 'departmentId',
      kind: 'custom',
      label: t('field.department'),
      isPrimary: true,
      render: (values, onChange) => (
        <DepartmentPicker
          value={values[0] ?? null}
          onChange={(id) => onChange(id === null ? [] : [id])}
          label={t('field.department')}
          placeholder={t('field.department')}
        />
      ),
    },
    {
      key: 'role',
      kind: 'custom',
      label: t('field.role'),
      isPrimary: true,
      render: (values, onChange) => (
        <OneChoiceFilter label={t('field.role')} values={values} onChange={onChange} options={roles} />
      ),
    },
    {
      key: 'status',
      kind: 'custom',
      label: t('people.statusFilter'),
      isPrimary: true,
      render: (values, onChange) => (
        <OneChoiceFilter
          label={t('people.statusFilter')}
          values={values}
          onChange={onChange}
          options={statuses}
        />
      ),
    },
  ];
}

function PersonCard({ person }: { person: Person }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <div className="cc-card-head">
        <strong>{person.fullName}</strong>
        <span className="cc-soft">{person.username}</span>
        {person.closed && <AccountStatusTag isClosed />}
      </div>
      <div className="cc-soft">
        {person.departmentName ?? t('people.noDepartment')} · <RoleNames roles={person.roles} />
      </div>
    </>
  );
}

/** 人员与角色: the accounts of the court and whoever has a role in it. */
export function Component() {
  const { t } = useTranslation('accounts');
  const can = useCan();
  const navigate = useNavigate();
  const state = useListState();
  const command = useOpenCommand();
  const [account, setAccount] = useState<NewAccount>();
  const columns = useColumns();
  const filters = useFilters();
  const pages = useEndpointPages(listPeople, { query: { ...peopleQueryOf(state.filters), limit: 100 } });
  return (
    <>
      <PageHeader
        title={t('people.title')}
        sentence={t(can('person.manage') ? 'people.sentenceSystem' : 'people.sentenceSecurity')}
        actions={
          <>
            {can('person.manage') && (
              <Button type="primary" onClick={() => command.open('register')}>
                {t('register.title')}
              </Button>
            )}
            {can('role.grant') && (
              <Button onClick={() => command.open('grant')}>{t('grant.outsiderTitle')}</Button>
            )}
          </>
        }
      />
      {can('administrator.appoint') && <MissingAdministrators />}
      <ListPage
        listKey="people"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/people/${row.id}`}
        columns={columns}
        filters={filters}
        renderCard={(row) => <PersonCard person={row} />}
        empty={<EmptyState title={t('people.emptyTitle')} hint={t('people.emptyHint')} />}
      />
      <RegisterPersonForm
        open={command.current === 'register'}
        onClose={command.close}
        onDone={(registered) => {
          command.close();
          setAccount(registered);
        }}
      />
      {can('role.grant') && <GrantRoleForm open={command.current === 'grant'} onClose={command.close} />}
      {account !== undefined && (
        <FirstPassword
          title={t('register.done')}
          account={account}
          onClose={() => void navigate(`/people/${account.personId}`)}
        />
      )}
    </>
  );
}

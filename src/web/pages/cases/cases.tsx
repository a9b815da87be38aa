import { useMemo } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CaseSummary } from '../../../modules/cases/case-fields.ts';
import { listCasesEndpoint } from '../../../modules/cases/contract.ts';
import { CASE_STAGES, NUMBER_RELATIONS } from '../../../modules/cases/rules.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import type { ListColumn, ListFilter } from '../../components/list-page/list-types.ts';
import { OneChoiceFilter } from '../../components/list-page/one-choice-filter.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { useCan } from '../../session/use-session.ts';
import { CASE_STATES, caseQueryOf } from './case-list-query.ts';
import { CaseMarks, CaseState, useNameOf, useOptions } from './case-words.tsx';
import { RegisterCaseForm } from './register-case-form.tsx';
import './cases.css';

function OtherNumbers({ row }: { row: CaseSummary }) {
  const relationName = useNameOf(NUMBER_RELATIONS);
  return (
    <>
      {row.otherNumbers.map(({ number, relation }) => (
        <span key={number} className="cc-case-other-number cc-soft">
          {relationName(relation)} {number}
        </span>
      ))}
    </>
  );
}

const NAMES_SHOWN = 3;

/** The first parties in one line; nothing where there are none. */
function usePartyNames(): (row: CaseSummary) => string {
  const { t } = useTranslation('cases');
  return ({ parties }) => {
    const names = parties.slice(0, NAMES_SHOWN).map(({ name }) => name);
    return names.join(t('separator')) + (parties.length > names.length ? '…' : '');
  };
}

function useColumns(): readonly ListColumn<CaseSummary>[] {
  const { t } = useTranslation('cases');
  const stageName = useNameOf(CASE_STAGES);
  const partyNames = usePartyNames();
  return useMemo(
    () => [
      { key: 'number', title: t('field.number'), widthPx: 210, render: (row) => row.number },
      {
        key: 'cause',
        title: t('field.cause'),
        widthPx: 240,
        render: (row) => (
          <span className="cc-case-cause">
            {row.cause} <CaseMarks {...row} />
          </span>
        ),
      },
      { key: 'parties', title: t('field.parties'), widthPx: 200, render: (row) => partyNames(row) || '—' },
      { key: 'handler', title: t('field.handler'), widthPx: 100, render: (row) => row.handler },
      { key: 'department', title: t('field.department'), widthPx: 140, render: (row) => row.department },
      { key: 'stage', title: t('field.stage'), widthPx: 80, render: (row) => stageName(row.stage) },
      { key: 'acceptedOn', title: t('field.acceptedOn'), widthPx: 110, render: (row) => row.acceptedOn },
      {
        key: 'state',
        title: t('field.state'),
        widthPx: 80,
        render: (row) => <CaseState closedOn={row.closedOn} />,
      },
      {
        key: 'otherNumbers',
        title: t('field.otherNumbers'),
        widthPx: 260,
        isHiddenAtFirst: true,
        render: (row) => <OtherNumbers row={row} />,
      },
    ],
    [t, stageName, partyNames],
  );
}

function useFilters(): readonly ListFilter[] {
  const { t } = useTranslation('cases');
  const stages = useOptions(CASE_STAGES);
  const states = CASE_STATES.map((value) => ({ value, label: t(`state.${value}`) }));
  const oneOf = (
    key: string,
    label: string,
    options: readonly { value: string; label: string }[],
  ): ListFilter => ({
    key,
    kind: 'custom',
    label,
    isPrimary: true,
    render: (values, onChange) => (
      <OneChoiceFilter label={label} values={values} onChange={onChange} options={options} />
    ),
  });
  const picked = (
    key: string,
    label: string,
    Picker: typeof PersonPicker | typeof DepartmentPicker,
  ): ListFilter => ({
    key,
    kind: 'custom',
    label,
    render: (values, onChange) => (
      <Picker
        value={values[0] ?? null}
        onChange={(id) => onChange(id === null ? [] : [id])}
        label={label}
        placeholder={label}
      />
    ),
  });
  return [
    { key: 'q', kind: 'text', label: t('list.search'), isPrimary: true },
    { key: 'mine', kind: 'flag', label: t('list.mine'), isPrimary: true },
    oneOf('state', t('field.state'), states),
    oneOf('stage', t('field.stage'), stages),
    picked('handlerId', t('field.handler'), PersonPicker),
    picked('departmentId', t('field.department'), DepartmentPicker),
  ];
}

function CaseCard({ row }: { row: CaseSummary }) {
  const partyNames = usePartyNames();
  return (
    <>
      <div className="cc-card-head">
        <strong>{row.number}</strong>
        <CaseState closedOn={row.closedOn} />
      </div>
      <div className="cc-case-cause">
        {row.cause} <CaseMarks {...row} />
      </div>
      <div className="cc-soft">
        {[row.handler, row.department, partyNames(row)].filter((part) => part !== '').join(' · ')}
      </div>
      {row.otherNumbers.length > 0 && <OtherNumbers row={row} />}
    </>
  );
}

/** 案件: every case that the person may read; a number is found in any writing. */
export function Component() {
  const { t } = useTranslation('cases');
  const can = useCan();
  const navigate = useNavigate();
  const state = useListState();
  const command = useOpenCommand();
  const columns = useColumns();
  const filters = useFilters();
  const pages = useEndpointPages(listCasesEndpoint, { query: { ...caseQueryOf(state.filters), limit: 100 } });
  return (
    <>
      <PageHeader
        title={t('list.title')}
        sentence={t('list.sentence')}
        actions={
          can('case.write') && (
            <Button type="primary" onClick={() => command.open('register')}>
              {t('register.title')}
            </Button>
          )
        }
      />
      <ListPage
        listKey="cases"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/cases/${row.id}`}
        columns={columns}
        filters={filters}
        renderCard={(row) => <CaseCard row={row} />}
        empty={<EmptyState title={t('list.emptyTitle')} hint={t('list.emptyHint')} />}
      />
      <RegisterCaseForm
        open={command.current === 'register'}
        onClose={command.close}
        onDone={({ id }) => void navigate(`/cases/${id}`)}
      />
    </>
  );
}

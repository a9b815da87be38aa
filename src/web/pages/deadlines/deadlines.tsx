import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  DEADLINE_STATES,
  listDeadlinesEndpoint,
  type DeadlineAnswer,
} from '../../../modules/deadlines/contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState, type FilterValues } from '../../components/list-page/list-state.ts';
import type { ListColumn, ListFilter } from '../../components/list-page/list-types.ts';
import { OneChoiceFilter } from '../../components/list-page/one-choice-filter.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useCan } from '../../session/use-session.ts';
import { DeadlineActions, openedDeadline } from './deadline-actions.tsx';
import { DeadlineLevel, DeadlineSubject, DueTime } from './deadline-words.tsx';
import { DeadlineForms } from './settle-forms.tsx';

function queryOf(filters: FilterValues) {
  const [state, mine, ownerId] = ['state', 'mine', 'ownerId'].map((key) => filters[key]?.[0]);
  const known = DEADLINE_STATES.find((one) => one === state);
  return {
    ...(known === undefined ? {} : { state: known }),
    ...(mine === 'true' ? { mine: 'true' as const } : {}),
    ...(ownerId === undefined ? {} : { ownerId }),
  };
}

function useColumns(onOpen: (command: string) => void): readonly ListColumn<DeadlineAnswer>[] {
  const { t } = useTranslation('deadlines');
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return useMemo(
    () => [
      { key: 'due', title: t('field.due'), widthPx: 170, render: (row) => <DueTime deadline={row} /> },
      { key: 'what', title: t('field.what'), widthPx: 200, render: (row) => pick(row.rule) },
      {
        key: 'subject',
        title: t('field.subject'),
        widthPx: 210,
        render: (row) => <DeadlineSubject deadline={row} />,
      },
      {
        key: 'level',
        title: t('field.level'),
        widthPx: 170,
        render: (row) => <DeadlineLevel deadline={row} />,
      },
      { key: 'owner', title: t('field.owner'), widthPx: 100, render: (row) => row.owner },
      { key: 'seen', title: t('field.seen'), widthPx: 110, render: (row) => row.acknowledgedByName ?? '—' },
      {
        key: 'basis',
        title: t('field.basis'),
        widthPx: 280,
        render: (row) => <span className="cc-soft">{shipped(row.rule.basis)}</span>,
      },
      {
        key: 'start',
        title: t('field.start'),
        widthPx: 110,
        isHiddenAtFirst: true,
        render: (row) => row.startOn,
      },
      {
        key: 'note',
        title: t('field.note'),
        widthPx: 200,
        isHiddenAtFirst: true,
        render: (row) => row.note ?? '—',
      },
      {
        key: 'actions',
        title: t('field.actions'),
        widthPx: 70,
        render: (row) => <DeadlineActions deadline={row} onOpen={onOpen} />,
      },
    ],
    [t, pick, shipped, onOpen],
  );
}

function useFilters(): readonly ListFilter[] {
  const { t } = useTranslation('deadlines');
  const states = DEADLINE_STATES.map((value) => ({ value, label: t(`state.${value}`) }));
  return [
    { key: 'mine', kind: 'flag', label: t('mine'), isPrimary: true },
    {
      key: 'state',
      kind: 'custom',
      label: t('field.state'),
      isPrimary: true,
      render: (values, onChange) => (
        <OneChoiceFilter label={t('field.state')} values={values} onChange={onChange} options={states} />
      ),
    },
    {
      key: 'ownerId',
      kind: 'custom',
      label: t('field.owner'),
      isPrimary: true,
      render: (values, onChange) => (
        <PersonPicker
          value={values[0] ?? null}
          onChange={(id) => onChange(id === null ? [] : [id])}
          label={t('field.owner')}
          placeholder={t('field.owner')}
        />
      ),
    },
  ];
}

function DeadlineCard({ row, onOpen }: { row: DeadlineAnswer; onOpen: (command: string) => void }) {
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return (
    <>
      <div className="cc-card-head">
        <strong>{pick(row.rule)}</strong>
        <DeadlineLevel deadline={row} />
        <DeadlineActions deadline={row} onOpen={onOpen} />
      </div>
      <div>
        <DueTime deadline={row} /> · <DeadlineSubject deadline={row} />
      </div>
      <div className="cc-soft">
        {row.owner} · {shipped(row.rule.basis)}
      </div>
    </>
  );
}

/** 到期事项: everything that is due, with who answers for it and how loud it is. */
export function Component() {
  const { t } = useTranslation('deadlines');
  const can = useCan();
  const state = useListState();
  const command = useOpenCommand();
  const columns = useColumns(command.open);
  const filters = useFilters();
  const pages = useEndpointPages(listDeadlinesEndpoint, { query: { ...queryOf(state.filters), limit: 100 } });
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        actions={
          <>
            <Link to="/deadline-rules">{t('rules')}</Link>{' '}
            {can('calendar.manage') && <Link to="/calendar">{t('calendar.title')}</Link>}
          </>
        }
      />
      <ListPage
        listKey="deadlines"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        columns={columns}
        filters={filters}
        renderCard={(row) => <DeadlineCard row={row} onOpen={command.open} />}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
      />
      <DeadlineForms {...openedDeadline(command.current, pages.items)} onClose={command.close} />
    </>
  );
}

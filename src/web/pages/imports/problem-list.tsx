import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { ImportResult, ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { listImportProblemsEndpoint } from '../../../modules/imports/contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { formatCount } from '../../components/amount.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState, type FilterValues, type ListState } from '../../components/list-page/list-state.ts';
import type { ListColumn, ListFilter } from '../../components/list-page/list-types.ts';
import { OneChoiceFilter } from '../../components/list-page/one-choice-filter.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { RowNumberFilter } from './row-number-filter.tsx';

type Problem = ResponseOf<typeof listImportProblemsEndpoint>['items'][number];
type Severity = Problem['severity'];
const SEVERITIES: readonly Severity[] = ['refused', 'notice'];
const PAGE_SIZE = 100;
const KINDS_SHOWN = 12;

function SeverityTag({ severity }: { severity: Severity }) {
  const { t } = useTranslation('imports');
  return <StatusTag tone={severity === 'refused' ? 'alarm' : 'soon'}>{t(`severity.${severity}`)}</StatusTag>;
}

function useColumns(): readonly ListColumn<Problem>[] {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  return useMemo(
    () => [
      { key: 'row', title: t('problem.row'), widthPx: 70, render: (row) => row.rowNumber },
      { key: 'column', title: t('problem.column'), widthPx: 130, render: (row) => row.column || '—' },
      { key: 'value', title: t('problem.value'), widthPx: 180, render: (row) => row.value || '—' },
      { key: 'sentence', title: t('problem.sentence'), widthPx: 520, render: (row) => pick(row) },
      {
        key: 'severity',
        title: t('problem.severity'),
        widthPx: 100,
        render: (row) => <SeverityTag severity={row.severity} />,
      },
    ],
    [t, pick],
  );
}

function useFilters(): readonly ListFilter[] {
  const { t } = useTranslation('imports');
  return [
    {
      key: 'severity',
      kind: 'custom',
      label: t('problem.severity'),
      isPrimary: true,
      render: (values, onChange) => (
        <OneChoiceFilter
          label={t('problem.severity')}
          values={values}
          onChange={onChange}
          options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
        />
      ),
    },
    {
      key: 'rowNumber',
      kind: 'custom',
      label: t('problem.rowNumber'),
      isPrimary: true,
      render: (values, onChange) => (
        <RowNumberFilter label={t('problem.rowNumber')} values={values} onChange={onChange} />
      ),
    },
  ];
}

/** The filters of the endpoint out of the address. */
function queryOf(filters: FilterValues) {
  const severity = SEVERITIES.find((each) => each === filters['severity']?.[0]);
  const rowNumber = Number(filters['rowNumber']?.[0] ?? '');
  const code = filters['code']?.[0];
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(Number.isInteger(rowNumber) && rowNumber > 0 ? { rowNumber } : {}),
    ...(code === undefined ? {} : { code }),
  };
}

/** The kinds of problems with an example each; pressing one lists its rows. */
function ProblemKinds({
  problems: { byCode },
  state,
}: {
  problems: ImportResult['problems'];
  state: ListState;
}) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const chosen = state.filters['code']?.[0];
  return (
    <ul className="cc-problem-kinds" aria-label={t('problem.kinds')}>
      {byCode.slice(0, KINDS_SHOWN).map((kind) => (
        <li key={kind.code}>
          <button
            type="button"
            className="cc-plain-button"
            aria-pressed={kind.code === chosen}
            onClick={() => state.setFilter('code', kind.code === chosen ? [] : [kind.code])}
          >
            <SeverityTag severity={kind.severity} />
            <span className="cc-nowrap">{t('problem.rowsOfKind', { count: formatCount(kind.rows) })}</span>
            <span className="cc-problem-example">{pick(kind)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Every problem of every row, with what to do about it. */
export function ProblemList({ run, result }: { run: ImportRunAnswer; result: ImportResult }) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const state = useListState();
  const columns = useColumns();
  const filters = useFilters();
  const pages = useEndpointPages(listImportProblemsEndpoint, {
    params: { importId: run.id },
    query: { ...queryOf(state.filters), limit: PAGE_SIZE },
  });
  const { problems } = result;
  return (
    <section className="cc-section cc-import-problems" aria-labelledby="problems">
      <h2 id="problems">{t('problem.title', { count: formatCount(problems.count) })}</h2>
      {problems.shown < problems.count && (
        <p className="cc-soft">{t('problem.cut', { count: formatCount(problems.shown) })}</p>
      )}
      <ProblemKinds problems={problems} state={state} />
      <ListPage<Problem>
        listKey="import-problems"
        state={state}
        pages={pages}
        rowKey={(row) => String(row.ordinal)}
        columns={columns}
        filters={filters}
        renderCard={(row) => (
          <span className="cc-import-card">
            <span className="cc-import-card-head">
              <strong>{t('rowNumber', { row: row.rowNumber })}</strong>
              {row.column !== '' && <span>{row.column}</span>}
              <SeverityTag severity={row.severity} />
            </span>
            {row.value !== '' && <span className="cc-soft">{row.value}</span>}
            <span>{pick(row)}</span>
          </span>
        )}
        empty={<EmptyState title={t('problem.none')} />}
      />
    </section>
  );
}

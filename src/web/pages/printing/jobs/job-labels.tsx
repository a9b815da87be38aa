import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../../platform/endpoint.ts';
import { JOB_LABEL_STATES, type JobLabelState } from '../../../../modules/labels/print-job.rules.ts';
import {
  listPrintJobLabelsEndpoint,
  type PrintJobAnswer,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { useEndpointPages } from '../../../api/use-endpoint-pages.ts';
import { formatCount } from '../../../components/amount.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ItemCode } from '../../../components/item-code.tsx';
import { ListPage } from '../../../components/list-page/list-page.tsx';
import { useListState } from '../../../components/list-page/list-state.ts';
import type { ListColumn, ListFilter } from '../../../components/list-page/list-types.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { JobLabelStateTag } from '../print-job-state.tsx';

type JobLabel = ResponseOf<typeof listPrintJobLabelsEndpoint>['items'][number];

const PAGE_SIZE = 100;

function isLabelState(value: string): value is JobLabelState {
  return Object.hasOwn(JOB_LABEL_STATES, value);
}

function placeOf({ fields }: JobLabel): string {
  return fields['place'] ?? fields['path'] ?? '—';
}

function LabelState({ label }: { label: JobLabel }) {
  const pick = usePickSentence();
  return (
    <>
      <JobLabelStateTag state={label.state} />{' '}
      {label.failure?.problems.map((problem) => (
        <span key={`${problem.path} ${problem.code}`}>{pick(problem)}</span>
      ))}
    </>
  );
}

function useColumns(): readonly ListColumn<JobLabel>[] {
  const { t } = useTranslation('printing');
  return useMemo(
    () => [
      {
        key: 'position',
        title: t('label.position'),
        widthPx: 80,
        render: (row) => formatCount(row.position),
      },
      {
        key: 'code',
        title: t('label.code'),
        widthPx: 240,
        render: (row) => (
          <>
            <ItemCode code={row.code} withCopy={false} />{' '}
            <span className="cc-soft">{t('label.version', { version: row.version })}</span>
          </>
        ),
      },
      { key: 'name', title: t('label.name'), widthPx: 220, render: (row) => row.fields['name'] ?? '—' },
      { key: 'place', title: t('label.place'), widthPx: 260, render: placeOf },
      { key: 'state', title: t('label.state'), widthPx: 220, render: (row) => <LabelState label={row} /> },
    ],
    [t],
  );
}

function LabelCard({ label }: { label: JobLabel }) {
  return (
    <>
      <div className="cc-card-head">
        <strong>
          {formatCount(label.position)} · {label.fields['name'] ?? '—'}
        </strong>
        <LabelState label={label} />
      </div>
      <ItemCode code={label.code} withCopy={false} />
      <div className="cc-soft">{placeOf(label)}</div>
    </>
  );
}

/** The labels in the order in which they come out, with what is known about each. */
export function JobLabels({ job }: { job: PrintJobAnswer }) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const state = useListState();
  const columns = useColumns();
  const filters: ListFilter[] = [
    { key: 'code', kind: 'text', label: t('label.code'), isPrimary: true },
    {
      key: 'state',
      kind: 'choice',
      label: t('label.state'),
      isPrimary: true,
      options: Object.entries(JOB_LABEL_STATES).map(([value, words]) => ({ value, label: pick(words) })),
    },
  ];
  const states = (state.filters['state'] ?? []).filter(isLabelState);
  const code = state.filters['code']?.[0];
  const pages = useEndpointPages(listPrintJobLabelsEndpoint, {
    params: { jobId: job.id },
    query: {
      limit: PAGE_SIZE,
      ...(states.length === 0 ? {} : { state: states }),
      ...(code === undefined ? {} : { code }),
    },
  });
  return (
    <section className="cc-section" aria-labelledby="job-labels">
      <h2 id="job-labels">{t('job.labels')}</h2>
      <ListPage<JobLabel>
        listKey="print-job-labels"
        state={state}
        pages={pages}
        rowKey={(row) => String(row.position)}
        columns={columns}
        filters={filters}
        renderCard={(row) => <LabelCard label={row} />}
        empty={<EmptyState title={t('label.none')} />}
      />
    </section>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PRINT_JOB_STATES, type PrintJobState } from '../../../../modules/labels/print-job.rules.ts';
import {
  listPrintJobsEndpoint,
  type PrintJobAnswer,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { useEndpointPages } from '../../../api/use-endpoint-pages.ts';
import { formatCount } from '../../../components/amount.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ListPage } from '../../../components/list-page/list-page.tsx';
import { useListState } from '../../../components/list-page/list-state.ts';
import type { ListColumn, ListFilter } from '../../../components/list-page/list-types.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { When } from '../../../components/when.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { PrintJobStateTag } from '../print-job-state.tsx';
import { useJobPurpose, useJobTarget, useJobTitle, useTemplateWords } from './job-words.tsx';

const PAGE_SIZE = 100;

function isJobState(value: string): value is PrintJobState {
  return Object.hasOwn(PRINT_JOB_STATES, value);
}

function useColumns(): readonly ListColumn<PrintJobAnswer>[] {
  const { t } = useTranslation('printing');
  const title = useJobTitle();
  const purpose = useJobPurpose();
  const target = useJobTarget();
  const template = useTemplateWords();
  return [
    { key: 'what', title: t('job.what'), widthPx: 190, render: title },
    {
      key: 'state',
      title: t('job.state'),
      widthPx: 130,
      render: ({ state }) => <PrintJobStateTag state={state} />,
    },
    {
      key: 'printed',
      title: t('job.printed'),
      widthPx: 100,
      align: 'right',
      render: ({ counts, labelCount }) => `${formatCount(counts.printed)} / ${formatCount(labelCount)}`,
    },
    { key: 'why', title: t('job.why'), widthPx: 170, render: purpose },
    { key: 'target', title: t('job.target'), widthPx: 150, render: target },
    { key: 'template', title: t('job.template'), widthPx: 160, render: (job) => template(job.template) },
    { key: 'who', title: t('job.who'), widthPx: 90, render: ({ createdBy }) => createdBy.name },
    {
      key: 'when',
      title: t('job.when'),
      widthPx: 150,
      render: ({ createdAt }) => <When instant={createdAt} />,
    },
  ];
}

function useFilters(): readonly ListFilter[] {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const options = Object.entries(PRINT_JOB_STATES).map(([value, words]) => ({ value, label: pick(words) }));
  return [{ key: 'state', kind: 'choice', label: t('job.state'), isPrimary: true, options }];
}

function JobCard({ job }: { job: PrintJobAnswer }) {
  const title = useJobTitle();
  const purpose = useJobPurpose();
  const target = useJobTarget();
  return (
    <>
      <div className="cc-card-head">
        <strong>{title(job)}</strong>
        <PrintJobStateTag state={job.state} />
      </div>
      <div>
        {purpose(job)} · {target(job)}
      </div>
      <div className="cc-soft">
        {job.createdBy.name} · <When instant={job.createdAt} />
      </div>
    </>
  );
}

/** 打印记录: every print job of the court, newest first. */
export function Component() {
  const { t } = useTranslation('printing');
  const state = useListState();
  const columns = useColumns();
  const filters = useFilters();
  const states = state.filters['state'];
  const query = useMemo(() => {
    const known = (states ?? []).filter(isJobState);
    return { limit: PAGE_SIZE, ...(known.length === 0 ? {} : { state: known }) };
  }, [states]);
  const pages = useEndpointPages(listPrintJobsEndpoint, { query });
  return (
    <>
      <PageHeader title={t('jobs.title')} sentence={t('jobs.sentence')} />
      <ListPage<PrintJobAnswer>
        listKey="print-jobs"
        state={state}
        pages={pages}
        rowKey={(job) => job.id}
        rowHref={(job) => `/print-jobs/${job.id}`}
        columns={columns}
        filters={filters}
        renderCard={(job) => <JobCard job={job} />}
        empty={<EmptyState title={t('jobs.emptyTitle')} hint={t('jobs.emptyHint')} />}
      />
    </>
  );
}

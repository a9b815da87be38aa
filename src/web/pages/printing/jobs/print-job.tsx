import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isAtWork } from '../../../../modules/labels/print-job.rules.ts';
import {
  listPrintJobLabelsEndpoint,
  readPrintJobEndpoint,
  type PrintJobAnswer,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { PrintJobStateTag } from '../print-job-state.tsx';
import { JobActions } from './job-actions.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobLabels } from './job-labels.tsx';
import { JobProgress } from './job-progress.tsx';
import { JobForms } from './job-forms.tsx';
import { LastLabel } from './last-label.tsx';
import { useJobTitle } from './job-words.tsx';
import '../../../components/plain-rows.css';
import './print-job.css';

const WATCH_MS = 1000;

/** The labels are read anew whenever the job has moved on. */
function useFreshLabels(job: PrintJobAnswer): void {
  const client = useQueryClient();
  const seen = useRef(job.version);
  useEffect(() => {
    if (seen.current === job.version) return;
    seen.current = job.version;
    void client.invalidateQueries({ queryKey: [listPrintJobLabelsEndpoint.name] });
  }, [client, job.version]);
}

function JobSections({ job }: { job: PrintJobAnswer }) {
  const { t } = useTranslation('printing');
  const title = useJobTitle();
  const command = useOpenCommand();
  useFreshLabels(job);
  return (
    <>
      <PageHeader
        title={title(job)}
        back={{ to: '/print-jobs', label: t('jobs.title') }}
        beside={<PrintJobStateTag state={job.state} />}
        actions={<JobActions job={job} onOpen={command.open} />}
      />
      <JobProgress job={job} />
      {job.availableActions.includes('confirmUpTo') && <LastLabel job={job} />}
      <JobFacts job={job} />
      <JobLabels job={job} />
      <JobForms job={job} command={command} />
    </>
  );
}

/** One print job: how far it came, what is known about each label, what to do next. */
export function Component() {
  const { t } = useTranslation('printing');
  const { jobId = '' } = useParams();
  const client = useQueryClient();
  const request = { params: { jobId } };
  const known = client.getQueryData<PrintJobAnswer>([readPrintJobEndpoint.name, request]);
  const { data, error, refetch } = useQueryEndpoint(readPrintJobEndpoint, request, {
    refetchInterval: known !== undefined && isAtWork(known.state) ? WATCH_MS : false,
  });
  if (data !== undefined)
    return (
      <>
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
        <JobSections key={data.id} job={data} />
      </>
    );
  return (
    <>
      <PageHeader title={t('jobs.one')} back={{ to: '/print-jobs', label: t('jobs.title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active paragraph={{ rows: 6 }} />}
    </>
  );
}

import { z } from 'zod';
import { instant } from '../../platform/fields.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { readItemCode } from '../item-codes/item-code.ts';
import { describeJob } from './describe-print-job.ts';
import { listJobLabels } from './print-job-label.sql.ts';
import { countOpenJobs, findPrintJob, listPrintJobRows, type PrintJobRow } from './print-job.sql.ts';
import type {
  countPrintJobsEndpoint,
  listPrintJobLabelsEndpoint,
  listPrintJobsEndpoint,
  PrintJobAnswer,
} from './print-jobs.contract.ts';
import { refusePrint } from './print-refusals.ts';

type Reading = Pick<QueryContext, 'reader' | 'actor'>;

/** A job of the acting court. Refusal: PRINT_JOB_NOT_FOUND. */
export async function requireJob({ reader, actor }: Reading, jobId: string): Promise<PrintJobRow> {
  const job = await findPrintJob(reader, actor.courtId, jobId);
  if (!job) throw refusePrint('PRINT_JOB_NOT_FOUND');
  return job;
}

/** One print job with its progress. Refusal: PRINT_JOB_NOT_FOUND. */
export async function readPrintJob(
  query: QueryContext,
  input: { readonly jobId: string },
): Promise<Versioned<PrintJobAnswer>> {
  const job = await requireJob(query, input.jobId);
  return withVersion(job.version, describeJob(job, query.actor));
}

const jobPosition = z.strictObject({ at: instant(), id: z.uuid() });

/** Print jobs of the acting court, newest first. */
export async function listPrintJobs(
  { reader, actor }: QueryContext,
  input: InputOf<typeof listPrintJobsEndpoint>['query'],
): Promise<ResponseOf<typeof listPrintJobsEndpoint>> {
  const after = decodeCursor(input.after, jobPosition);
  const rows = await listPrintJobRows(reader, actor.courtId, {
    states: input.state,
    after,
    limit: input.limit + 1,
  });
  return pageOfRows(
    rows,
    input.limit,
    (job) => describeJob(job, actor),
    (job) => ({ at: job.createdAt.toISOString(), id: job.id }),
  );
}

/** Jobs that are not over, by what they wait for. */
export async function countPrintJobs({
  reader,
  actor,
}: QueryContext): Promise<ResponseOf<typeof countPrintJobsEndpoint>> {
  const counts = await countOpenJobs(reader, actor.courtId);
  return {
    toConfirm: counts.get('sent') ?? 0,
    interrupted: counts.get('interrupted') ?? 0,
    ready: counts.get('ready') ?? 0,
    atWork: (counts.get('queued') ?? 0) + (counts.get('sending') ?? 0),
  };
}

const labelPosition = z.strictObject({ position: z.int().min(0) });

/** The labels of a job in the order in which they come out. Refusal: PRINT_JOB_NOT_FOUND. */
export async function listLabelsOfJob(
  query: QueryContext,
  input: { readonly jobId: string } & InputOf<typeof listPrintJobLabelsEndpoint>['query'],
): Promise<ResponseOf<typeof listPrintJobLabelsEndpoint>> {
  const job = await requireJob(query, input.jobId);
  const scanned = input.code === undefined ? undefined : readItemCode(input.code);
  if (scanned?.ok === false) return { items: [], nextCursor: null };
  const rows = await listJobLabels(query.reader, job.courtId, job.id, {
    states: input.state,
    code: scanned?.code,
    afterPosition: decodeCursor(input.after, labelPosition)?.position ?? 0,
    limit: input.limit + 1,
  });
  return pageOfRows(
    rows,
    input.limit,
    ({ position, code, version, state, fields, failure }) => ({
      position,
      code,
      version,
      state,
      fields: { ...fields },
      failure: failure === null ? null : { problems: [...failure.problems] },
    }),
    ({ position }) => ({ position }),
  );
}

/** Print jobs that an earlier process left behind, put right by the owner of the schema while nobody is served yet. */
import { SEND_FAILURES } from './send-failures.ts';

/** A connection as the owner of the schema; only what this file asks of it. */
export interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<{ rowCount: number | null }>;
}

/**
 * Marks jobs that were queued or being sent when the process ended as interrupted, and in doubt whatever had been
 * marked as handed over in that attempt: marks are written before the bytes are. Answers how many jobs.
 */
export async function interruptPrintJobs(owner: OwnerConnection, now: Date): Promise<number> {
  await owner.query(
    `update print_job_labels label set state = 'in_doubt' from print_jobs job
     where job.court_id = label.court_id and job.id = label.job_id and job.state = 'sending'
       and label.state = 'sent'`,
    [],
  );
  const failure = { code: 'SENDING_STOPPED', ...SEND_FAILURES.SENDING_STOPPED };
  const { rowCount } = await owner.query(
    `update print_jobs set state = 'interrupted', failure = $1, finished_at = $2, version = version + 1
     where state in ('queued', 'sending')`,
    [JSON.stringify(failure), now],
  );
  return rowCount ?? 0;
}

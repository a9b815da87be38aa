import type { CommandContext } from '../../platform/run-command.ts';
import { describeJob, groundsOf } from './describe-print-job.ts';
import { lockPrintJob, type PrintJobRow } from './print-job.sql.ts';
import { listPrintJobActions, PRINT_JOB_STATES, type PrintJobAction } from './print-job.rules.ts';
import type { PrintJobAnswer } from './print-jobs.contract.ts';
import { refusePrint } from './print-refusals.ts';
import { requireJob } from './read-print-jobs.ts';

/**
 * A job of the acting court, locked, on which this may be done now.
 * Refusals: PRINT_JOB_NOT_FOUND, PRINT_JOB_IN_DOUBT for resuming too early, PRINT_JOB_NOT_IN_STATE.
 */
export async function lockJobFor(
  command: CommandContext,
  jobId: string,
  action: PrintJobAction,
): Promise<PrintJobRow> {
  const job = await lockPrintJob(command.trx, command.actor.courtId, jobId);
  if (!job) throw refusePrint('PRINT_JOB_NOT_FOUND');
  if (listPrintJobActions(groundsOf(job)).includes(action)) return job;
  const count = job.counts.in_doubt;
  if (action === 'resume' && job.state === 'interrupted' && count > 0)
    throw refusePrint('PRINT_JOB_IN_DOUBT', { count });
  const { zh, en } = PRINT_JOB_STATES[job.state];
  throw refusePrint('PRINT_JOB_NOT_IN_STATE', { state: zh, stateEnglish: en });
}

/** Records what became of the job and answers it as it is now. */
export async function finishJobChange(
  command: CommandContext,
  before: PrintJobRow,
  detail: Record<string, unknown> = {},
): Promise<PrintJobAnswer> {
  const { trx, actor } = command;
  const after = await requireJob({ reader: trx, actor }, before.id);
  command.audit({
    subjectKind: 'print_job',
    subjectId: after.id,
    subjectLabel: after.template.name.zh,
    before: { state: before.state, counts: before.counts },
    after: { state: after.state, counts: after.counts },
    detail,
  });
  return describeJob(after, actor);
}

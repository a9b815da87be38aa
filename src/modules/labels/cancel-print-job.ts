import type { CommandContext } from '../../platform/run-command.ts';
import { ONE_LABEL_KINDS } from '../item-codes/item-code.ts';
import { takeBackLabels } from './code-label.sql.ts';
import { finishJobChange, lockJobFor } from './lock-print-job.ts';
import { updateJobLabels } from './print-job-label.sql.ts';
import { updatePrintJob } from './print-job.sql.ts';
import type { PrintJobAnswer } from './print-jobs.contract.ts';
import { cancelSending } from './sending-jobs.ts';

/**
 * Cancels what waits; their codes go back to the label they had. A file may have been printed all the same: where no two
 * labels of one version may be out, its labels stay in doubt until a person says that they did not come out. A job that
 * is being sent ends at its next label, and what was handed over stays in doubt. Refusals: those of `lockJobFor`.
 */
export async function cancelPrintJob(
  command: CommandContext,
  { jobId }: { readonly jobId: string },
): Promise<PrintJobAnswer> {
  const { trx, actor, now } = command;
  const job = await lockJobFor(command, jobId, 'cancel');
  if (job.state === 'sending') {
    // why: the sending itself knows what it has handed over, and says so when it ends.
    command.afterCommit(() => void cancelSending(job.id));
    return finishJobChange(command, job);
  }
  const to = !job.settings.isSent && ONE_LABEL_KINDS.has(job.kind) ? 'in_doubt' : 'cancelled';
  const cancelled = await updateJobLabels(trx, actor.courtId, job.id, { from: ['waiting'], to });
  if (to === 'cancelled') await takeBackLabels(trx, actor.courtId, cancelled);
  await updatePrintJob(trx, actor.courtId, job.id, { state: 'cancelled', finishedAt: now });
  return finishJobChange(
    command,
    job,
    to === 'cancelled' ? { cancelledCount: cancelled.length } : { inDoubtCount: cancelled.length },
  );
}

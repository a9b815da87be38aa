import type { CommandContext } from '../../platform/run-command.ts';
import { finishJobChange, lockJobFor } from './lock-print-job.ts';
import { updatePrintJob, type PrintJobRow } from './print-job.sql.ts';
import type { PrintJobAnswer } from './print-jobs.contract.ts';
import { refusePrint } from './print-refusals.ts';
import { requireUsablePrinter } from './resolve-print-target.ts';
import { sendInTurn } from './run-print-job.ts';

interface ChosenJob {
  readonly jobId: string;
}

async function queue(command: CommandContext, job: PrintJobRow): Promise<PrintJobAnswer> {
  const { trx, actor } = command;
  const reading = { reader: trx, actor };
  if (job.printerId === null) throw refusePrint('PRINTER_HAS_NO_ADDRESS');
  const printer = await requireUsablePrinter(reading, job.printerId, job.templateKey);
  if (printer.host === null) throw refusePrint('PRINTER_HAS_NO_ADDRESS');
  await updatePrintJob(trx, actor.courtId, job.id, { state: 'queued', failure: null, finishedAt: null });
  sendInTurn(command, job);
  return finishJobChange(command, job);
}

/**
 * Sends a job that was not sent yet. Refusals: those of `lockJobFor` and `requireUsablePrinter`, PRINTER_HAS_NO_ADDRESS.
 */
export async function sendPrintJob(command: CommandContext, { jobId }: ChosenJob): Promise<PrintJobAnswer> {
  return queue(command, await lockJobFor(command, jobId, 'send'));
}

/**
 * Sends what waits once nothing is in doubt any more. A broken sending is never repeated by itself: only a person knows
 * what came out. Refusals: as `sendPrintJob`, PRINT_JOB_IN_DOUBT.
 */
export async function resumePrintJob(command: CommandContext, { jobId }: ChosenJob): Promise<PrintJobAnswer> {
  return queue(command, await lockJobFor(command, jobId, 'resume'));
}

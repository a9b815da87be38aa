import { Refusal } from '../../platform/errors.ts';
import type { CommandContext, LaterSteps } from '../../platform/run-command.ts';
import { refuseForeignAddress, type PrinterAddress } from './check-address.ts';
import { takeBackLabels } from './code-label.sql.ts';
import { addressOf } from './describe-printer.ts';
import { HandOver } from './hand-over.ts';
import { updateJobLabels } from './print-job-label.sql.ts';
import { lockPrintJob, updatePrintJob, type JobFailure, type PrintJobRow } from './print-job.sql.ts';
import { PrinterConnection } from './printer-connection.ts';
import { printingSettings } from './printing-settings.ts';
import { SEND_FAILURES, SendBroken, type SendFailure } from './send-failures.ts';
import { beginSending, endSending, inTurnOf, SendingCancelled } from './sending-jobs.ts';
import { writeDeviceLabel } from './write-device-label.ts';

/** Lets a queued job be sent when the jobs before it on its printer are over. */
export function sendInTurn(command: Pick<CommandContext, 'later'>, job: PrintJobRow): void {
  command.later((steps) => inTurnOf(job.printerId ?? job.id, () => runPrintJob(steps, job)));
}

/** How the sending ended. */
interface Ending {
  /** Everything was handed over. */
  readonly isSent: boolean;
  /** Why it broke off; of a job that was sent, what a person should know about it. */
  readonly failure: SendFailure | null;
  /** Something that nobody expects, for the log. */
  readonly unexpected?: Error;
}

type Address = Pick<PrintJobRow, 'courtId' | 'id'>;

/**
 * Sends what waits in a job. However it ends, the job leaves its busy state: cleanly `sent`, which is not printed;
 * otherwise `interrupted` with everything in doubt that was handed over in this attempt.
 */
async function runPrintJob(steps: LaterSteps, address: Address): Promise<void> {
  const begun = await beginJob(steps, address);
  if (begun === null) return;
  const handOver = new HandOver(steps, address);
  const signal = beginSending(address.id, steps.signal);
  let ending: Ending;
  try {
    const { keepsOpen } = await sendLabels(begun.job, begun.printer, handOver, signal);
    ending = { isSent: true, failure: keepsOpen ? 'PRINTER_KEEPS_CONNECTION' : null };
  } catch (error) {
    ending = endingOf(error, steps.signal);
  } finally {
    endSending(address.id);
  }
  await recordEnding(steps, address, ending, handOver.handedOver);
  if (ending.unexpected !== undefined) throw ending.unexpected;
}

/** queued → sending; null when it was cancelled meanwhile, or has nowhere to go. */
function beginJob(
  steps: LaterSteps,
  { courtId, id }: Address,
): Promise<{ job: PrintJobRow; printer: PrinterAddress } | null> {
  return steps.command({ name: 'beginPrintJob', input: null, isAudited: false }, async ({ trx, now }) => {
    const job = await lockPrintJob(trx, courtId, id);
    if (job?.state !== 'queued') return null;
    const printer = usableAddressOf(job);
    if (steps.signal.aborted || printer === null) {
      const failure = failureOf(printer === null ? 'PRINTER_ADDRESS_CHANGED' : 'SENDING_STOPPED');
      await updatePrintJob(trx, courtId, id, { state: 'interrupted', failure });
      return null;
    }
    await updatePrintJob(trx, courtId, id, { state: 'sending', failure: null, startedAt: now });
    return { job, printer };
  });
}

function usableAddressOf(job: PrintJobRow): PrinterAddress | null {
  const address = addressOf(job);
  try {
    if (address !== null) refuseForeignAddress(address);
    return address;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function sendLabels(
  job: PrintJobRow,
  printer: PrinterAddress,
  handOver: HandOver,
  signal: AbortSignal,
): Promise<{ readonly keepsOpen: boolean }> {
  const connection = await PrinterConnection.open(printer, printingSettings().timeouts, signal);
  try {
    for await (const label of handOver.labels()) {
      const bytes = writeDeviceLabel(job, label);
      handOver.handedOver = label.position;
      await connection.write(bytes);
    }
    return await connection.finish();
  } finally {
    connection.destroy();
  }
}

function endingOf(error: unknown, stopping: AbortSignal): Ending {
  const broken = (failure: SendFailure): Ending => ({ isSent: false, failure });
  if (error instanceof SendBroken) return broken(error.failure);
  if (error instanceof SendingCancelled) return broken('SENDING_CANCELLED');
  if (stopping.aborted) return broken('SENDING_STOPPED');
  const unexpected = error instanceof Error ? error : new Error(String(error));
  return { ...broken('SENDING_FAILED'), unexpected };
}

function failureOf(code: SendFailure | null): JobFailure | null {
  return code === null ? null : { code, ...SEND_FAILURES[code] };
}

/** Labels that were marked and not written wait again; what was written in a broken attempt is in doubt. */
function recordEnding(
  steps: LaterSteps,
  { courtId, id }: Address,
  { isSent, failure }: Ending,
  handedOver: number,
): Promise<void> {
  return steps.command({ name: 'recordPrintJob', input: null, isAudited: false }, async ({ trx, now }) => {
    const job = await lockPrintJob(trx, courtId, id);
    if (job?.state !== 'sending') return;
    if (isSent) {
      await updatePrintJob(trx, courtId, id, { state: 'sent', failure: failureOf(failure), finishedAt: now });
      return;
    }
    await updateJobLabels(trx, courtId, id, { from: ['sent'], to: 'waiting', firstPosition: handedOver + 1 });
    await updateJobLabels(trx, courtId, id, { from: ['sent'], to: 'in_doubt' });
    const isCancelled = failure === 'SENDING_CANCELLED';
    if (isCancelled) {
      const cancelled = await updateJobLabels(trx, courtId, id, { from: ['waiting'], to: 'cancelled' });
      await takeBackLabels(trx, courtId, cancelled);
    }
    await updatePrintJob(trx, courtId, id, {
      state: isCancelled ? 'cancelled' : 'interrupted',
      failure: failureOf(failure),
      finishedAt: now,
    });
  });
}

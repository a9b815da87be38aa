import { errorCodeOf } from '../../platform/error-code.ts';
import { PLATFORM_REFUSALS, Refusal } from '../../platform/errors.ts';
import type { LaterSteps } from '../../platform/run-command.ts';
import { IMPORT_REFUSALS } from './import-refusals.ts';
import { findImportRun, updateImportRun, type ImportRun, type RunChange } from './import-run.sql.ts';
import { ProgressReporter } from './report-progress.ts';
import { beginStep, endStep, StepCancelled } from './running-steps.ts';

export interface RunAddress {
  readonly courtId: number;
  readonly id: string;
}

export interface Step {
  readonly steps: LaterSteps;
  readonly run: ImportRun;
  /** Aborted when the person cancels or the server stops. */
  readonly signal: AbortSignal;
  readonly progress: ProgressReporter;
}

/**
 * Runs one long step of an import. However it ends, the import leaves its busy state: what the file or the rows are
 * refused for is told, a cancelled step is cancelled, a stopping server interrupts, anything else is a failure that is
 * thrown on for the log. Nothing of a step that did not end well is written.
 */
export async function runStep(
  steps: LaterSteps,
  address: RunAddress,
  work: (step: Step) => Promise<void>,
): Promise<void> {
  const signal = beginStep(address.id, steps.signal);
  const progress = new ProgressReporter(steps, address);
  try {
    const run = await steps.query(({ reader }) => findImportRun(reader, address.courtId, address.id));
    if (run) await work({ steps, run, signal, progress });
  } catch (error) {
    await progress.settle();
    const end = endOf(error, steps.signal);
    await recordStep(steps, address, end.change);
    if (end.isUnexpected) throw error;
  } finally {
    endStep(address.id);
  }
}

/** Writes how a step ended; progress leaves no audit event of its own, and neither does this. */
export function recordStep(steps: LaterSteps, { courtId, id }: RunAddress, change: RunChange): Promise<void> {
  return steps.command({ name: 'recordImport', input: null, isAudited: false }, ({ trx, now }) =>
    updateImportRun(trx, courtId, id, now, change),
  );
}

function endOf(error: unknown, stopping: AbortSignal): { change: RunChange; isUnexpected: boolean } {
  if (error instanceof StepCancelled) return { change: { state: 'cancelled' }, isUnexpected: false };
  if (stopping.aborted) return { change: { state: 'interrupted' }, isUnexpected: false };
  if (error instanceof Refusal) {
    const refusal = { code: error.code, ...error.sentence };
    return { change: { state: 'refused', refusal }, isUnexpected: false };
  }
  if (errorCodeOf(error) === 'ENOENT') {
    const { zh, en } = IMPORT_REFUSALS.IMPORT_FILE_GONE;
    return {
      change: { state: 'failed', refusal: { code: 'IMPORT_FILE_GONE', zh, en } },
      isUnexpected: false,
    };
  }
  const { zh, en } = PLATFORM_REFUSALS.INTERNAL_ERROR;
  return { change: { state: 'failed', refusal: { code: 'INTERNAL_ERROR', zh, en } }, isUnexpected: true };
}

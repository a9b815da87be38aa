import type { CommandContext } from '../../platform/run-command.ts';
import { recordLabelEvents } from '../item-codes/record-label-events.ts';
import { ONE_LABEL_KINDS, readItemCode } from '../item-codes/item-code.ts';
import { takeBackLabels, writePrintedLabels } from './code-label.sql.ts';
import { groundsOf } from './describe-print-job.ts';
import { finishJobChange, lockJobFor } from './lock-print-job.ts';
import {
  findLastHandedOver,
  listJobLabels,
  updateJobLabels,
  type ChangedLabel,
} from './print-job-label.sql.ts';
import { updatePrintJob, type PrintJobRow } from './print-job.sql.ts';
import { stateAfterConfirming, type JobLabelState, type PrintPurpose } from './print-job.rules.ts';
import type { PrintJobAnswer } from './print-jobs.contract.ts';
import { refusePrint } from './print-refusals.ts';
import { requireJob } from './read-print-jobs.ts';

const EVENTS = {
  first: 'printed',
  batch: 'printed',
  reprint: 'reprinted',
  replacement: 'replaced',
} as const satisfies Record<PrintPurpose, string>;

/** What may have come out; of a file that somebody may have printed, everything. */
function unclearStates(job: PrintJobRow): JobLabelState[] {
  return job.settings.isSent || job.state === 'cancelled' ? ['sent', 'in_doubt'] : ['waiting'];
}

/** Of what may exist once a version, what is printed again has taken the place of the label before. */
function eventOf({ purpose, kind }: PrintJobRow) {
  return purpose === 'reprint' && ONE_LABEL_KINDS.has(kind) ? 'replaced' : EVENTS[purpose];
}

async function markPrinted(command: CommandContext, job: PrintJobRow, labels: readonly ChangedLabel[]) {
  const { trx, actor, now } = command;
  if (labels.length === 0) return;
  await writePrintedLabels(trx, actor.courtId, now, labels);
  const { replacementReason } = job.settings;
  const details = {
    template: job.template.name.zh,
    templateKey: job.templateKey,
    ...(replacementReason === null ? {} : { replacementReason }),
  };
  await recordLabelEvents(
    command,
    labels
      .toSorted((a, b) => a.position - b.position)
      .map(({ code, version }) => ({
        code,
        kind: eventOf(job),
        labelVersion: version,
        jobId: job.id,
        reason: job.reason ?? replacementReason,
        details,
      })),
  );
}

async function settle(command: CommandContext, job: PrintJobRow, detail: Record<string, unknown>) {
  const { trx, actor, now } = command;
  const { counts } = await requireJob({ reader: trx, actor }, job.id);
  const state = stateAfterConfirming(groundsOf(job), counts);
  const finishedAt = state === 'confirmed' ? now : job.finishedAt;
  await updatePrintJob(trx, actor.courtId, job.id, { state, finishedAt, failure: null });
  return finishJobChange(command, job, detail);
}

/** Everything that was handed over came out. Refusals: those of `lockJobFor`. */
export async function confirmPrintJob(
  command: CommandContext,
  { jobId }: { readonly jobId: string },
): Promise<PrintJobAnswer> {
  const job = await lockJobFor(command, jobId, 'confirm');
  const change = { from: unclearStates(job), to: 'printed' as const };
  const printed = await updateJobLabels(command.trx, job.courtId, job.id, change);
  await markPrinted(command, job, printed);
  return settle(command, job, { printedCount: printed.length });
}

export type LastLabel = { readonly position: number } | { readonly scanned: string };

async function positionOf({ trx }: CommandContext, job: PrintJobRow, last: LastLabel): Promise<number> {
  if ('position' in last) return last.position;
  const read = readItemCode(last.scanned);
  const [label] = read.ok
    ? await listJobLabels(trx, job.courtId, job.id, { code: read.code, afterPosition: 0, limit: 1 })
    : [];
  const isSame = read.ok && (read.labelVersion ?? label?.version) === label?.version;
  if (!label || !isSame) throw refusePrint('PRINT_LABEL_NOT_IN_JOB');
  return label.position;
}

/**
 * Names the last label that came out, by its place in the job or as scanned: up to it everything is printed; what was
 * handed over behind it waits again, or is cancelled where the job was.
 * Refusals: those of `lockJobFor`, PRINT_LABEL_NOT_IN_JOB, PRINT_LABEL_NOT_HANDED_OVER.
 */
export async function confirmPrintJobUpTo(
  command: CommandContext,
  input: { readonly jobId: string; readonly last: LastLabel },
): Promise<PrintJobAnswer> {
  const { trx } = command;
  const job = await lockJobFor(command, input.jobId, 'confirmUpTo');
  const position = await positionOf(command, job, input.last);
  const limit = job.settings.isSent ? await findLastHandedOver(trx, job.courtId, job.id) : job.labelCount;
  if (position > limit) throw refusePrint('PRINT_LABEL_NOT_HANDED_OVER', { position });
  const from = unclearStates(job);
  const printed = await updateJobLabels(trx, job.courtId, job.id, {
    from,
    to: 'printed',
    lastPosition: position,
  });
  const to = job.state === 'cancelled' ? 'cancelled' : 'waiting';
  const notOut = await updateJobLabels(trx, job.courtId, job.id, { from, to, firstPosition: position + 1 });
  if (to === 'cancelled') await takeBackLabels(trx, job.courtId, notOut);
  await markPrinted(command, job, printed);
  return settle(command, job, { lastPosition: position, printedCount: printed.length });
}

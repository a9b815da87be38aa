import type { CommandContext } from '../../platform/run-command.ts';
import { ONE_LABEL_KINDS } from '../item-codes/item-code.ts';
import { lockJobFor } from './lock-print-job.ts';
import { listJobLabels } from './print-job-label.sql.ts';
import type { PrintJobRow } from './print-job.sql.ts';
import { JOB_LABELS_MAX } from './print-job.rules.ts';
import type { CreatedPrintJob } from './print-jobs.contract.ts';
import { printLabels } from './print-labels.ts';
import { refusePrint } from './print-refusals.ts';
import {
  refuseSkippedSheet,
  requireUsablePrinter,
  settingsOf,
  type PrintTarget,
} from './resolve-print-target.ts';

/** As the job was printed, on its printer as that is set now. */
async function targetOf(command: CommandContext, job: PrintJobRow, skipCells: number): Promise<PrintTarget> {
  const reading = { reader: command.trx, actor: command.actor };
  const printer =
    job.printerId === null ? null : await requireUsablePrinter(reading, job.printerId, job.templateKey);
  const { codeForm, dpi } = job.settings;
  const copies = ONE_LABEL_KINDS.has(job.kind) ? 1 : job.settings.copies;
  refuseSkippedSheet(job.template, skipCells);
  return {
    printer: printer === null ? null : { id: printer.id, name: printer.name },
    output: printer?.language ?? job.output,
    template: job.template,
    templateVersion: job.templateVersion,
    settings: settingsOf(printer, { copies, codeForm, dpi, skipCells }),
  };
}

/**
 * Prints a range of a job again, as a job of its own with its reason: the same labels in the same version, or, where no
 * two of one version may be out, in the next one. Labels of the range that still wait are not part of it.
 * Refusals: those of `lockJobFor`, PRINT_RANGE_EMPTY, those of `requireUsablePrinter` and `printLabels`.
 */
export async function reprintPrintJob(
  command: CommandContext,
  input: {
    readonly jobId: string;
    readonly fromPosition: number;
    readonly toPosition: number;
    readonly reason: string;
    readonly skipCells: number;
  },
): Promise<CreatedPrintJob> {
  const { trx } = command;
  const job = await lockJobFor(command, input.jobId, 'reprint');
  const labels = await listJobLabels(trx, job.courtId, job.id, {
    states: ['sent', 'in_doubt', 'printed'],
    afterPosition: input.fromPosition - 1,
    toPosition: input.toPosition,
    limit: JOB_LABELS_MAX,
  });
  if (labels.length === 0) throw refusePrint('PRINT_RANGE_EMPTY');
  return printLabels(command, {
    chosen: {
      kind: job.kind,
      batchId: job.batchId,
      labels: labels.map(({ code, version, fields }) => ({
        thingId: null,
        code,
        fields,
        reprinted: version,
      })),
      refused: [],
    },
    target: await targetOf(command, job, input.skipCells),
    purpose: 'reprint',
    reason: input.reason,
    skipRefused: false,
  });
}

import { shanghaiDay } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { groundsOf } from './describe-print-job.ts';
import { writeLabelsPdf } from './drawing/write-labels-pdf.ts';
import { CONTENT_TYPES } from './file-types.ts';
import { labelContentOf } from './label-content-of.ts';
import { listJobLabels, type JobLabelRow } from './print-job-label.sql.ts';
import type { PrintJobRow } from './print-job.sql.ts';
import { listPrintJobActions, PRINT_JOB_STATES, type JobLabelState } from './print-job.rules.ts';
import { refusePrint } from './print-refusals.ts';
import { requireJob } from './read-print-jobs.ts';
import { writeDeviceLabel } from './write-device-label.ts';

const LABELS_PER_READ = 500;

async function* readLabels(
  { reader }: QueryContext,
  job: PrintJobRow,
  states: readonly JobLabelState[],
): AsyncGenerator<JobLabelRow, void, undefined> {
  for (let afterPosition = 0; ;) {
    const page = { states, afterPosition, limit: LABELS_PER_READ };
    const labels = await listJobLabels(reader, job.courtId, job.id, page);
    yield* labels;
    const last = labels.at(-1);
    if (!last || labels.length < LABELS_PER_READ) return;
    afterPosition = last.position;
  }
}

async function* contentsOf(labels: AsyncIterable<JobLabelRow>, copies: number) {
  for await (const label of labels) {
    const content = labelContentOf(label);
    for (let copy = 0; copy < copies; copy += 1) yield content;
  }
}

async function* deviceBytes(job: PrintJobRow, labels: AsyncIterable<JobLabelRow>) {
  for await (const label of labels) yield writeDeviceLabel(job, label);
}

/** Behind the cells that were used already: before the job, or by the labels of it that are printed. */
function skippedCells({ template: { sheet }, settings, counts }: PrintJobRow): number {
  if (sheet === null) return 0;
  const used = counts.waiting === 0 ? 0 : counts.printed * settings.copies;
  return (settings.skipCells + used) % (sheet.columns * sheet.rows);
}

/**
 * The file of a job: what waits, or everything again when nothing does. Downloading marks nothing as printed; whoever
 * printed the file says so. Refusals: PRINT_JOB_NOT_FOUND, PRINT_JOB_NOT_IN_STATE, PRINT_NOTHING_WAITS.
 */
export async function downloadPrintJob(
  query: QueryContext,
  { jobId }: { readonly jobId: string },
): Promise<Download> {
  const job = await requireJob(query, jobId);
  if (!listPrintJobActions(groundsOf(job)).includes('download')) {
    const { zh, en } = PRINT_JOB_STATES[job.state];
    throw refusePrint('PRINT_JOB_NOT_IN_STATE', { state: zh, stateEnglish: en });
  }
  const { output, template, settings, counts } = job;
  const states: JobLabelState[] = counts.waiting > 0 ? ['waiting'] : ['printed'];
  if (counts.waiting + counts.printed === 0) throw refusePrint('PRINT_NOTHING_WAITS');
  const labels = readLabels(query, job, states);
  const title = `${template.name.zh} ${shanghaiDay(job.createdAt)}`;
  const body =
    output === 'pdf'
      ? writeLabelsPdf({
          template,
          labels: contentsOf(labels, settings.copies),
          device: settings,
          skipCells: skippedCells(job),
          title,
          createdAt: job.createdAt,
        })
      : deviceBytes(job, labels);
  const contentType = CONTENT_TYPES[output];
  return { fileName: `${title} ${job.id.slice(-6)}.${output}`, contentType, body };
}

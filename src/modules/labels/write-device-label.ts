import { composeLabel } from './drawing/compose-label.ts';
import type { DisplayList } from './drawing/display-list.ts';
import { writeTsplLabel } from './drawing/write-tspl-label.ts';
import { writeZplLabel } from './drawing/write-zpl-label.ts';
import { labelContentOf } from './label-content-of.ts';
import type { JobLabelRow } from './print-job-label.sql.ts';
import type { PrintJobRow, PrintSettings } from './print-job.sql.ts';

/** A drawn label in the language of a label printer. */
export function writeForDevice(
  language: 'zpl' | 'tspl',
  display: DisplayList,
  settings: Pick<PrintSettings, 'copies' | 'gapMm' | 'darkness' | 'speedMmPerSecond'>,
): Buffer {
  const { copies, gapMm, darkness, speedMmPerSecond } = settings;
  const device = { copies, gapMm, darkness, speedMmPerSecond };
  return language === 'zpl' ? writeZplLabel(display, device) : writeTsplLabel(display, device);
}

/** One label of a job in the language of its printer. Throws on a label that must not be used. */
export function writeDeviceLabel(
  job: Pick<PrintJobRow, 'template' | 'settings' | 'output'>,
  label: Pick<JobLabelRow, 'code' | 'version' | 'fields'>,
): Buffer {
  const { display, problems } = composeLabel(job.template, labelContentOf(label), job.settings);
  if (job.output === 'pdf' || problems.some(({ severity }) => severity === 'refused'))
    throw new Error(`label ${label.code} cannot be sent`);
  return writeForDevice(job.output, display, job.settings);
}

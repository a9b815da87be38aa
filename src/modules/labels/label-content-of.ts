import type { LabelContent } from './drawing/label-content.ts';
import type { JobLabelRow } from './print-job-label.sql.ts';
import { linkOfLabel } from './printing-settings.ts';

/** What goes onto a label of a job. */
export function labelContentOf({
  code,
  version,
  fields,
}: Pick<JobLabelRow, 'code' | 'version' | 'fields'>): LabelContent {
  return { code, version, fields, link: linkOfLabel(code, version) };
}

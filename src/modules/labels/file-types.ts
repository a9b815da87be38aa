import type { PrintOutput } from './print-job.rules.ts';

/** What a file of labels says it is; nothing of it is ever shown as a page. */
export const CONTENT_TYPES: Readonly<Record<PrintOutput, string>> = {
  pdf: 'application/pdf',
  zpl: 'application/octet-stream',
  tspl: 'application/octet-stream',
};

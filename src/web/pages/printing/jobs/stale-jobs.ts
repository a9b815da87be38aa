import {
  countPrintJobsEndpoint,
  listPrintJobLabelsEndpoint,
  listPrintJobsEndpoint,
  readPrintJobEndpoint,
} from '../../../../modules/labels/print-jobs.contract.ts';
import { readThingLabelsEndpoint } from '../../../../modules/labels/labels.contract.ts';

/** Answers that no longer hold once a job took a step. */
export const STALE_JOBS = [
  readPrintJobEndpoint,
  listPrintJobLabelsEndpoint,
  listPrintJobsEndpoint,
  countPrintJobsEndpoint,
  readThingLabelsEndpoint,
];

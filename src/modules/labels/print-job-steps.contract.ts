/** What a person does with a print job: send, resume, cancel, say what came out, print again. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint, type EndpointDeclaration } from '../../platform/endpoint.ts';
import { line, reason } from '../../platform/fields.ts';
import { JOB_LABELS_MAX } from './print-job.rules.ts';
import { createdPrintJob, printJob, printJobParams } from './print-jobs.contract.ts';

const tag = 'labels';

function declareStep<B extends z.ZodType>(
  name: string,
  verb: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[],
): EndpointDeclaration<typeof printJobParams, z.ZodObject, B, typeof printJob> {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path: `/print-jobs/:jobId/${verb}`,
    permission: 'label.print',
    tag,
    summary,
    params: printJobParams,
    query: z.strictObject({}),
    body,
    response: printJob,
    refusals: ['PRINT_JOB_NOT_FOUND', 'PRINT_JOB_NOT_IN_STATE', ...refusals],
  });
}

const nothing = z.strictObject({});

export const sendPrintJobEndpoint = declareStep(
  'sendPrintJob',
  'send',
  { zh: '发送到打印机', en: 'Send a job that was not sent yet' },
  nothing,
  ['PRINTER_CLOSED', 'PRINTER_HAS_NO_ADDRESS', 'PRINTER_ADDRESS_NOT_ALLOWED', 'PRINTER_PORT_NOT_ALLOWED'],
);

export const resumePrintJobEndpoint = declareStep(
  'resumePrintJob',
  'resume',
  { zh: '续打未出的标签', en: 'Send what waits, once it is said which label came out last' },
  nothing,
  [
    'PRINT_JOB_IN_DOUBT',
    'PRINTER_CLOSED',
    'PRINTER_HAS_NO_ADDRESS',
    'PRINTER_ADDRESS_NOT_ALLOWED',
    'PRINTER_PORT_NOT_ALLOWED',
  ],
);

export const cancelPrintJobEndpoint = declareStep(
  'cancelPrintJob',
  'cancel',
  { zh: '取消打印', en: 'Cancel what waits; labels on their way stay in doubt' },
  nothing,
  [],
);

export const confirmPrintJobEndpoint = declareStep(
  'confirmPrintJob',
  'confirm',
  { zh: '全部已打印', en: 'Everything that was handed over came out' },
  nothing,
  [],
);

export const confirmPrintJobUpToEndpoint = declareStep(
  'confirmPrintJobUpTo',
  'confirm-up-to',
  {
    zh: '指明最后打出的一张：此前已打印，此后待打印',
    en: 'Name the last label that came out: up to it printed, after it waiting again',
  },
  z.strictObject({
    last: z.union([
      /** 0: none came out. */
      z.strictObject({ position: z.int().min(0).max(JOB_LABELS_MAX) }),
      /** The label as scanned or typed. */
      z.strictObject({ scanned: line(400) }),
    ]),
  }),
  ['PRINT_LABEL_NOT_IN_JOB', 'PRINT_LABEL_NOT_HANDED_OVER'],
);

export const reprintPrintJobEndpoint = declareEndpoint({
  name: 'reprintPrintJob',
  kind: 'command',
  method: 'post',
  path: '/print-jobs/:jobId/reprint',
  permission: 'label.print',
  tag,
  summary: { zh: '重印一段', en: 'Print a range of a job again, as a job of its own' },
  params: printJobParams,
  body: z.strictObject({
    fromPosition: z.int().min(1).max(JOB_LABELS_MAX),
    toPosition: z.int().min(1).max(JOB_LABELS_MAX),
    reason: reason(),
    skipCells: z.int().min(0).max(1000).default(0),
  }),
  response: createdPrintJob,
  refusals: [
    'PRINT_JOB_NOT_FOUND',
    'PRINT_JOB_NOT_IN_STATE',
    'PRINT_RANGE_EMPTY',
    'PRINTER_CLOSED',
    'PRINTER_ADDRESS_NOT_ALLOWED',
    'PRINTER_PORT_NOT_ALLOWED',
    'PRINT_THINGS_REFUSED',
  ],
});

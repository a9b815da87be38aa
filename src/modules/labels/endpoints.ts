/** Joins the declared endpoints of templates, printers and print jobs to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { cancelPrintJob } from './cancel-print-job.ts';
import { confirmPrintJob, confirmPrintJobUpTo } from './confirm-print-job.ts';
import { createPrintJob } from './create-print-job.ts';
import { downloadPrintJob } from './download-print-job.ts';
import { downloadTemplatePicture } from './download-template-picture.ts';
import { downloadTestPage } from './download-test-page.ts';
import * as labels from './labels.contract.ts';
import { listTemplates, listVersionsOfTemplate, readTemplate } from './list-templates.ts';
import { previewLabel } from './preview-label.ts';
import * as steps from './print-job-steps.contract.ts';
import * as jobs from './print-jobs.contract.ts';
import { printTestPage } from './print-test-page.ts';
import * as printers from './printers.contract.ts';
import { countPrintJobs, listLabelsOfJob, listPrintJobs, readPrintJob } from './read-print-jobs.ts';
import { listPrinters, readPrinter } from './read-printers.ts';
import { readThingLabels } from './read-thing-labels.ts';
import { reprintPrintJob } from './reprint-print-job.ts';
import { changePrinter, closePrinter, createPrinter } from './save-printer.ts';
import { restoreTemplate, retireTemplate, saveTemplate } from './save-template.ts';
import { resumePrintJob, sendPrintJob } from './send-print-job.ts';
import * as templates from './templates.contract.ts';

const templateEndpoints: readonly ServedEndpoint[] = [
  answerQuery(templates.listLabelTemplatesEndpoint, (query, input) => listTemplates(query, input.query)),
  answerQuery(templates.previewLabelEndpoint, (query, { body }) => previewLabel(query, body)),
  answerQuery(templates.readLabelTemplateEndpoint, (query, input) =>
    readTemplate(query, { ...input.params, ...input.query }),
  ),
  answerDownload(templates.downloadTemplatePictureEndpoint, (query, input) =>
    downloadTemplatePicture(query, { ...input.params, ...input.query }),
  ),
  answerQuery(templates.listLabelTemplateVersionsEndpoint, (query, { params }) =>
    listVersionsOfTemplate(query, params),
  ),
  answerCommand(templates.saveLabelTemplateEndpoint, (command, { params, body }, extra) =>
    saveTemplate(command, { ...params, ...body, ...extra }),
  ),
  answerCommand(templates.retireLabelTemplateEndpoint, (command, { params }, extra) =>
    retireTemplate(command, { ...params, ...extra }),
  ),
  answerCommand(templates.restoreLabelTemplateEndpoint, (command, { params, body }, extra) =>
    restoreTemplate(command, { ...params, ...body, ...extra }),
  ),
];

const printerEndpoints: readonly ServedEndpoint[] = [
  answerQuery(printers.listPrintersEndpoint, (query, input) => listPrinters(query, input.query)),
  answerQuery(printers.readPrinterEndpoint, (query, { params }) => readPrinter(query, params)),
  answerCommand(printers.createPrinterEndpoint, (command, { body }) => createPrinter(command, body)),
  answerCommand(printers.updatePrinterEndpoint, (command, { params, body }, extra) =>
    changePrinter(command, { ...params, ...extra, printer: body }),
  ),
  answerCommand(printers.closePrinterEndpoint, (command, { params }, extra) =>
    closePrinter(command, { ...params, ...extra }),
  ),
  answerCommand(printers.printTestPageEndpoint, (command, { params }) => printTestPage(command, params)),
  answerDownload(printers.downloadTestPageEndpoint, (query, { params }) => downloadTestPage(query, params)),
];

const jobEndpoints: readonly ServedEndpoint[] = [
  answerCommand(jobs.createPrintJobEndpoint, (command, { body }) => createPrintJob(command, body)),
  answerQuery(jobs.listPrintJobsEndpoint, (query, input) => listPrintJobs(query, input.query)),
  answerQuery(jobs.countPrintJobsEndpoint, (query) => countPrintJobs(query)),
  answerQuery(jobs.readPrintJobEndpoint, (query, { params }) => readPrintJob(query, params)),
  answerQuery(jobs.listPrintJobLabelsEndpoint, (query, input) =>
    listLabelsOfJob(query, { ...input.params, ...input.query }),
  ),
  answerDownload(jobs.downloadPrintJobEndpoint, (query, { params }) => downloadPrintJob(query, params)),
  answerCommand(steps.sendPrintJobEndpoint, (command, { params }) => sendPrintJob(command, params)),
  answerCommand(steps.resumePrintJobEndpoint, (command, { params }) => resumePrintJob(command, params)),
  answerCommand(steps.cancelPrintJobEndpoint, (command, { params }) => cancelPrintJob(command, params)),
  answerCommand(steps.confirmPrintJobEndpoint, (command, { params }) => confirmPrintJob(command, params)),
  answerCommand(steps.confirmPrintJobUpToEndpoint, (command, { params, body }) =>
    confirmPrintJobUpTo(command, { ...params, ...body }),
  ),
  answerCommand(steps.reprintPrintJobEndpoint, (command, { params, body }) =>
    reprintPrintJob(command, { ...params, ...body }),
  ),
];

export const labelEndpoints: readonly ServedEndpoint[] = [
  answerQuery(labels.readThingLabelsEndpoint, (query, { params }) => readThingLabels(query, params)),
  ...templateEndpoints,
  ...printerEndpoints,
  ...jobEndpoints,
];

/** Joins the declared endpoints of codes and blank labels to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { bindLabels } from './bind-labels.ts';
import * as batches from './code-batches.contract.ts';
import { exportCodeBatch } from './export-code-batch.ts';
import { issueCodeBatch } from './issue-code-batch.ts';
import { listBatchCodes } from './list-batch-codes.ts';
import { listCodeBatches } from './list-code-batches.ts';
import { readCodeBatch } from './read-code-batch.ts';
import { resolveScan } from './resolve-scan.ts';
import * as scan from './scan.contract.ts';
import { voidBatchCodes } from './void-batch-codes.ts';

export const itemCodeEndpoints: readonly ServedEndpoint[] = [
  answerQuery(scan.resolveScan, (context, { query }) => resolveScan(context, query)),
  answerCommand(batches.issueCodeBatchEndpoint, (command, { body }) => issueCodeBatch(command, body)),
  answerQuery(batches.listCodeBatchesEndpoint, (context, { query }) => listCodeBatches(context, query)),
  answerQuery(batches.readCodeBatchEndpoint, (context, { params }) => readCodeBatch(context, params)),
  answerQuery(batches.listBatchCodesEndpoint, (context, input) => listBatchCodes(context, input)),
  answerDownload(batches.exportCodeBatchEndpoint, (context, { params, query }) =>
    exportCodeBatch(context, { ...params, ...query }),
  ),
  answerCommand(batches.voidBatchCodesEndpoint, (command, input) => voidBatchCodes(command, input)),
  answerCommand(batches.bindLabelsEndpoint, (command, { body }) => bindLabels(command, body)),
];

/** Joins the declared endpoints of depreciation to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import * as contract from './depreciation.contract.ts';
import { exportDepreciationLines, exportDepreciationVoucher } from './export-depreciation.ts';
import { listDepreciationMonths } from './list-depreciation-months.ts';
import { postDepreciation } from './post-depreciation.ts';
import { previewDepreciation } from './preview-depreciation.ts';
import { describeRunWithVoucher, findPostedMonth, listDepreciationLines } from './read-depreciation-month.ts';

export const depreciationEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listDepreciationMonthsEndpoint, (query, input) =>
    listDepreciationMonths(query, input.query),
  ),
  answerQuery(contract.previewDepreciationEndpoint, (query, input) =>
    previewDepreciation(query, input.query),
  ),
  answerCommand(contract.postDepreciationEndpoint, async (command, { body }) =>
    describeRunWithVoucher(await postDepreciation(command, body)),
  ),
  answerQuery(contract.readDepreciationMonthEndpoint, async (query, { params, query: asked }) =>
    describeRunWithVoucher(await findPostedMonth(query, { ...params, ...asked })),
  ),
  answerQuery(contract.listDepreciationLinesEndpoint, (query, { params, query: asked }) =>
    listDepreciationLines(query, { ...params, ...asked }),
  ),
  answerDownload(contract.downloadDepreciationVoucherEndpoint, (query, { params, query: asked }) =>
    exportDepreciationVoucher(query, { ...params, ...asked }),
  ),
  answerDownload(contract.exportDepreciationLinesEndpoint, (query, { params, query: asked }) =>
    exportDepreciationLines(query, { ...params, ...asked }),
  ),
];

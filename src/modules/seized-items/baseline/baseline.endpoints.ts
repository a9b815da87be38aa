/** Joins the declared endpoints of first counts that differ to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import * as contract from './baseline.contract.ts';
import { listCountDifferences } from './list-count-differences.ts';
import { recordCountDifference } from './record-count-difference.ts';
import { requestBaseline } from './request-baseline.ts';
import { settleBaseline } from './settle-baseline.ts';

export const baselineEndpoints: readonly ServedEndpoint[] = [
  answerCommand(contract.recordCountDifferenceEndpoint, recordCountDifference),
  answerQuery(contract.listCountDifferencesEndpoint, listCountDifferences),
  answerCommand(contract.requestBaselineEndpoint, requestBaseline),
  answerCommand(contract.settleBaselineEndpoint, settleBaseline),
];

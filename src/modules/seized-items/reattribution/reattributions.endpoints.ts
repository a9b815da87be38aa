/** Joins the declared endpoints of moves to the right case to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { carryOutReattribution } from './carry-out-reattribution.ts';
import {
  confirmReattribution,
  listReattributions,
  proposeReattribution,
  withdrawReattribution,
} from './propose-reattribution.ts';
import * as contract from './reattributions.contract.ts';

export const reattributionEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listReattributionsEndpoint, (query, { params }) => listReattributions(query, params)),
  answerCommand(contract.proposeReattributionEndpoint, proposeReattribution),
  answerCommand(contract.confirmReattributionEndpoint, confirmReattribution),
  answerCommand(contract.withdrawReattributionEndpoint, withdrawReattribution),
  answerCommand(contract.carryOutReattributionEndpoint, carryOutReattribution),
];

import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { listTolerances } from './list-tolerances.ts';
import { setTolerance } from './set-tolerance.ts';
import * as contract from './tolerances.contract.ts';

export const toleranceEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listTolerancesEndpoint, (query) => listTolerances(query)),
  answerCommand(contract.setToleranceEndpoint, setTolerance),
];

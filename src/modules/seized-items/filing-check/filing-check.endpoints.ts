/** Joins the declared endpoints of checks of filings to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import * as contract from './filing-check.contract.ts';
import { listWaitingFilings, readFiling } from './read-filing.ts';
import { recordFilingCheck } from './record-filing-check.ts';

export const filingCheckEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.readFilingEndpoint, readFiling),
  answerCommand(contract.recordFilingCheckEndpoint, recordFilingCheck),
  answerQuery(contract.listWaitingFilingsEndpoint, (query) => listWaitingFilings(query)),
];

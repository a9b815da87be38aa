/** Joins the declared endpoints of owners to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import * as contract from './owners.contract.ts';
import { readOwners } from './read-owners.ts';
import { recordOwners } from './record-owners.ts';

export const ownerEndpoints: readonly ServedEndpoint[] = [
  answerCommand(contract.recordOwnersEndpoint, recordOwners),
  answerQuery(contract.readOwnersEndpoint, readOwners),
];

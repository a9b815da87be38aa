/** Joins the declared endpoint of doubtful scans to its use case. */
import { answerCommand, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { recordSighting } from './record-sighting.ts';
import { recordSightingEndpoint } from './sightings.contract.ts';

export const sightingEndpoints: readonly ServedEndpoint[] = [
  answerCommand(recordSightingEndpoint, recordSighting),
];

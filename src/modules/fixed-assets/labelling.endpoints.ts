/** Joins what is declared about labelling of assets to its use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import * as contract from './labelling.contract.ts';
import { printLabelsOfAssets } from './print-labels-of-assets.ts';
import { readLabelling } from './read-labelling.ts';

export const assetLabellingEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.readLabellingProgress, (query) => readLabelling(query)),
  answerCommand(contract.printAssetLabels, (command, { body }) => printLabelsOfAssets(command, body)),
];

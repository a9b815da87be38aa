/** Joins what is declared about reading fixed assets to its use cases; fixed paths stand before those with an id. */
import { answerDownload, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import * as list from './asset-list.contract.ts';
import { exportAssets } from './export-assets.ts';
import { listAssets } from './list-assets.ts';
import { totalAssets } from './total-assets.ts';

export const assetReadingEndpoints: readonly ServedEndpoint[] = [
  answerQuery(list.listAssets, (context, { query }) => listAssets(context, query)),
  answerQuery(list.readAssetTotals, (context, { query }) => totalAssets(context, query)),
  answerDownload(list.exportAssets, (context, { query }) => exportAssets(context, query)),
];

/** Joins what is declared about reading fixed assets to its use cases; fixed paths stand before those with an id. */
import {
  answerCommand,
  answerDownload,
  answerQuery,
  withVersion,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import * as asOf from './as-of.contract.ts';
import * as list from './asset-list.contract.ts';
import * as page from './asset-page.contract.ts';
import * as overview from './dashboard.contract.ts';
import * as holdings from './holdings.contract.ts';
import * as views from './saved-views.contract.ts';
import * as search from './search.contract.ts';
import { exportAssetsAsOf } from './export-assets-as-of.ts';
import { exportAssets } from './export-assets.ts';
import { findAssetByCode } from './find-asset-by-code.ts';
import { listAssetsAsOf, totalAssetsAsOf } from './list-assets-as-of.ts';
import { listAssets } from './list-assets.ts';
import { printPersonHoldings } from './print-person-holdings.ts';
import { readAssetAsOf } from './read-asset-as-of.ts';
import { readAssetDashboard } from './read-asset-dashboard.ts';
import { readAssetTimeline } from './read-asset-timeline.ts';
import { readAsset } from './read-asset.ts';
import { readPersonHoldings } from './read-person-holdings.ts';
import { deleteView, listSavedViews, saveView } from './saved-views.ts';
import { searchEverything } from './search-everything.ts';
import { totalAssets } from './total-assets.ts';

export const assetReadingEndpoints: readonly ServedEndpoint[] = [
  answerQuery(list.listAssets, (context, { query }) => listAssets(context, query)),
  answerQuery(list.readAssetTotals, (context, { query }) => totalAssets(context, query)),
  answerDownload(list.exportAssets, (context, { query }) => exportAssets(context, query)),
  answerQuery(asOf.listAssetsAsOf, (context, { query }) => listAssetsAsOf(context, query)),
  answerQuery(asOf.readAsOfTotals, (context, { query }) => totalAssetsAsOf(context, query)),
  answerDownload(asOf.exportAssetsAsOf, (context, { query }) => exportAssetsAsOf(context, query)),
  answerQuery(page.findAssetByCode, (context, { params }) => findAssetByCode(context, params)),
  answerQuery(page.readAsset, async (context, { params }) => {
    const asset = await readAsset(context, params);
    return withVersion(asset.version, asset);
  }),
  answerQuery(page.readAssetTimeline, (context, { params, query }) =>
    readAssetTimeline(context, { ...params, ...query }),
  ),
  answerQuery(page.readAssetAsOf, (context, { params, query }) =>
    readAssetAsOf(context, { ...params, ...query }),
  ),
  answerQuery(holdings.readPersonHoldings, (context, { params, query }) =>
    readPersonHoldings(context, { ...params, ...query }),
  ),
  answerDownload(holdings.printPersonHoldings, (context, { params, query }) =>
    printPersonHoldings(context, { ...params, ...query }),
  ),
  answerQuery(overview.readAssetDashboard, (context, { query }) => readAssetDashboard(context, query)),
  answerQuery(views.listSavedViews, (context, { query }) => listSavedViews(context, query)),
  answerCommand(views.saveView, (command, { body }) => saveView(command, body)),
  answerCommand(views.deleteView, (command, { params }) => deleteView(command, params)),
  answerQuery(search.searchEverything, (context, { query }) => searchEverything(context, query)),
];

/** Joins the declared endpoints of asset classes to their use cases. */
import { answerQuery, answerUpload, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import * as contract from './asset-classes.contract.ts';
import { importAssetClasses } from './import-asset-classes.ts';
import { listAssetClasses } from './list-asset-classes.ts';

export const assetClassEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listAssetClassesEndpoint, (query, input) => listAssetClasses(query, input.query)),
  answerUpload(contract.importAssetClassesEndpoint, (command, { query }, file) =>
    importAssetClasses(command, { ...query, file }),
  ),
];

/** Joins the declared endpoints of an asset's files to their use cases. */
import {
  answerCommand,
  answerDownload,
  answerUpload,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { downloadAssetFile } from './download-asset-file.ts';
import { downloadSignature } from './download-signature.ts';
import * as contract from './files.contract.ts';
import { removeAssetFile } from './remove-asset-file.ts';
import { uploadAssetFile } from './upload-asset-file.ts';

export const assetFileEndpoints: readonly ServedEndpoint[] = [
  answerUpload(contract.uploadAssetFileEndpoint, (command, { params, query }, file) =>
    uploadAssetFile(command, { ...params, ...query, file }),
  ),
  answerDownload(contract.downloadAssetFileEndpoint, (query, { params }) => downloadAssetFile(query, params)),
  answerDownload(contract.downloadSignatureEndpoint, (query, { params }) => downloadSignature(query, params)),
  answerCommand(contract.removeAssetFileEndpoint, (command, { params, body }) =>
    removeAssetFile(command, { ...params, ...body }),
  ),
];

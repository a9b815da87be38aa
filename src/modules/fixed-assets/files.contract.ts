/** Photos and papers of an asset. The list of them is part of the asset's page. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { queryInteger, reason, uuid } from '../../platform/fields.ts';

const tag = 'fixed-assets';
const MEBIBYTE = 1024 * 1024;
export const PHOTO_BYTES_MAX = 15 * MEBIBYTE;
export const ATTACHMENT_BYTES_MAX = 50 * MEBIBYTE;

const fileParams = z.strictObject({ assetId: uuid(), fileId: uuid() });

export const keptFile = z.object({
  id: z.string(),
  purpose: z.enum(['photo', 'attachment', 'signature']),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  uploadedAt: z.string(),
});

export const uploadAssetFileEndpoint = declareEndpoint({
  name: 'uploadAssetFile',
  kind: 'upload',
  method: 'post',
  path: '/fixed-assets/:assetId/files',
  permission: 'asset.write',
  tag,
  summary: {
    zh: '上传照片（15 MB 以内）或附件（50 MB 以内）',
    en: 'Upload a photo (up to 15 MB) or an attachment (up to 50 MB)',
  },
  params: z.strictObject({ assetId: uuid() }),
  query: z.strictObject({ purpose: z.enum(['photo', 'attachment']) }),
  response: keptFile,
  refusals: [
    'ASSET_NOT_FOUND',
    'ASSET_DISPOSED',
    'BODY_TOO_LARGE',
    'FILE_TYPE_REFUSED',
    'PHOTO_NOT_A_PICTURE',
  ],
  bodyLimitBytes: ATTACHMENT_BYTES_MAX,
});

export const downloadAssetFileEndpoint = declareEndpoint({
  name: 'downloadAssetFile',
  kind: 'download',
  method: 'get',
  path: '/fixed-assets/:assetId/files/:fileId',
  permission: 'asset.read',
  tag,
  summary: { zh: '下载照片或附件', en: 'Download a photo or an attachment' },
  params: fileParams,
  response: z.unknown(),
  refusals: ['FILE_NOT_FOUND', 'FILE_DAMAGED'],
});

export const downloadSignatureEndpoint = declareEndpoint({
  name: 'downloadAssetSignature',
  kind: 'download',
  method: 'get',
  path: '/fixed-assets/:assetId/entries/:sequence/signature',
  permission: 'asset.read',
  tag,
  summary: { zh: '查看手写签名', en: 'The signature drawn for a hand-over' },
  /** The entry by which the asset was handed over. */
  params: z.strictObject({ assetId: uuid(), sequence: queryInteger(1, 2_147_483_647) }),
  response: z.unknown(),
  refusals: ['FILE_NOT_FOUND', 'FILE_DAMAGED'],
});

export const removeAssetFileEndpoint = declareEndpoint({
  name: 'removeAssetFile',
  kind: 'command',
  method: 'post',
  path: '/fixed-assets/:assetId/files/:fileId/remove',
  permission: 'asset.write',
  tag,
  summary: {
    zh: '移除照片或附件（留存原件与原因）',
    en: 'Remove a file from the card; content and reason are kept',
  },
  params: fileParams,
  body: z.strictObject({ reason: reason() }),
  response: z.object({ id: z.string() }),
  refusals: ['FILE_NOT_FOUND', 'ASSET_DISPOSED'],
});

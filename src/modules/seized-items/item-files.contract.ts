/** Photos and documents of items: taken, shared by several things, opened. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';

const TAG = 'seized-items';
const MEBIBYTE = 1024 * 1024;
export const ITEM_PHOTO_BYTES_MAX = 15 * MEBIBYTE;
export const ITEM_FILE_BYTES_MAX = 50 * MEBIBYTE;

export const itemFile = z.object({
  id: z.string(),
  purpose: z.enum(['photo', 'attachment', 'signature']),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  uploadedAt: z.string(),
});

export const uploadItemFileEndpoint = declareEndpoint({
  name: 'uploadItemFile',
  kind: 'upload',
  method: 'post',
  path: '/seized-items/:itemId/files',
  permission: 'item.receive',
  tag: TAG,
  summary: {
    zh: '上传照片（15 MB 以内）或附件（50 MB 以内）',
    en: 'Upload a photo (15 MB) or a paper (50 MB)',
  },
  params: z.strictObject({ itemId: uuid() }),
  query: z.strictObject({ purpose: z.enum(['photo', 'attachment']) }),
  response: itemFile,
  refusals: ['ITEM_NOT_FOUND', 'ITEM_ENDED', 'BODY_TOO_LARGE', 'ITEM_FILE_REFUSED'],
  bodyLimitBytes: ITEM_FILE_BYTES_MAX,
});

export const shareItemFileEndpoint = declareEndpoint({
  name: 'shareItemFile',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/files/:fileId/share',
  permission: 'item.receive',
  tag: TAG,
  summary: {
    zh: '一张照片或一份附件记给同案多件物品',
    en: 'Keep a photo or paper of one item for others of its case too',
  },
  params: z.strictObject({ itemId: uuid(), fileId: uuid() }),
  body: z.strictObject({ itemIds: z.array(uuid()).min(1).max(500) }),
  response: z.object({ count: z.int() }),
  refusals: ['ITEM_FILE_NOT_FOUND', 'ITEM_NOT_FOUND', 'ITEM_ENDED', 'FILE_NOT_SHARED'],
});

export const uploadIntakePhotoEndpoint = declareEndpoint({
  name: 'uploadIntakePhoto',
  kind: 'upload',
  method: 'post',
  path: '/intakes/:intakeId/photos',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '上传整批照片', en: 'Upload a photo of the whole delivery' },
  params: z.strictObject({ intakeId: uuid() }),
  response: itemFile,
  refusals: ['INTAKE_NOT_FOUND', 'INTAKE_COMPLETED', 'BODY_TOO_LARGE', 'ITEM_FILE_REFUSED'],
  bodyLimitBytes: ITEM_PHOTO_BYTES_MAX,
});

export const downloadItemFileEndpoint = declareEndpoint({
  name: 'downloadItemFile',
  kind: 'download',
  method: 'get',
  path: '/seized-items/:itemId/files/:fileId',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '下载照片或附件', en: 'Download a photo or a paper' },
  params: z.strictObject({ itemId: uuid(), fileId: uuid() }),
  response: z.unknown(),
  refusals: ['ITEM_FILE_NOT_FOUND'],
});

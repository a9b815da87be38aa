/** The court's policy of photos, and what a step of a release still lacks. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, uuid } from '../../../platform/fields.ts';
import { PHOTO_STEP_IDS, photoPolicyRules } from './photo-policy-rules.ts';

const tag = 'seized-items';

export const photoPolicyAnswer = z.object({
  /** 0: the rules that ship with the product. */
  version: z.int(),
  rules: photoPolicyRules,
  note: z.string().nullable(),
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
});
export type PhotoPolicyAnswer = z.output<typeof photoPolicyAnswer>;

export const readPhotoPolicyEndpoint = declareEndpoint({
  name: 'readPhotoPolicy',
  kind: 'query',
  method: 'get',
  path: '/photo-policy',
  permission: 'item.read',
  tag,
  summary: { zh: '拍照规定', en: 'How many photos each step of a seized item demands' },
  response: photoPolicyAnswer,
});

export const savePhotoPolicyEndpoint = declareEndpoint({
  name: 'savePhotoPolicy',
  kind: 'command',
  method: 'put',
  path: '/photo-policy',
  permission: 'custody-policy.manage',
  tag,
  summary: { zh: '修改拍照规定', en: 'Change how many photos each step demands, from now on' },
  body: z.strictObject({ rules: photoPolicyRules, note: line(200) }),
  response: photoPolicyAnswer,
  ifMatch: true,
  refusals: ['VERSION_STALE', 'PHOTO_RULE_TWICE', 'PHOTO_RULE_BELOW_FLOOR'],
});

export const listPhotoNeedsEndpoint = declareEndpoint({
  name: 'listPhotoNeeds',
  kind: 'query',
  method: 'get',
  path: '/photo-needs',
  permission: 'item.read',
  tag,
  summary: {
    zh: '某一步还缺的照片',
    en: 'The photos that a step demands of the things of a release, a request or a case, or of one thing',
  },
  query: z.strictObject({
    step: z.enum(PHOTO_STEP_IDS),
    /** Of one of these. */
    releaseId: uuid().optional(),
    requestId: uuid().optional(),
    itemId: uuid().optional(),
    /** Of everything of the case that has not ended. */
    caseId: uuid().optional(),
  }),
  response: z.object({
    items: z.array(z.object({ itemId: z.string(), needed: z.int(), taken: z.int() })),
  }),
});

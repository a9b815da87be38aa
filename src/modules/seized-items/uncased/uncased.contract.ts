/** Things of no case: found without a label (无主待查), or personal belongings delivered by mistake (随身财物). Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { instant, line, pageOf, pageQuery, paragraph, uuid } from '../../../platform/fields.ts';
import { exactQuantity, optional, secondPersonInput } from '../item-input.ts';
import { ITEM_PHOTO_BYTES_MAX } from '../item-files.contract.ts';

const TAG = 'seized-items';
const kind = z.enum(['found', 'belongings']);
const state = z.enum(['open', 'identified', 'given_back']);

export const uncasedThing = z.object({
  id: z.string(),
  kind,
  name: z.string(),
  quantity: z.string(),
  unit: z.string(),
  features: z.string(),
  place: z.string(),
  fromWhom: z.string(),
  owner: z.string().nullable(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  cameAt: z.string(),
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  state,
  itemId: z.string().nullable(),
  itemCode: z.string().nullable(),
  settledAt: z.string().nullable(),
  settledByName: z.string().nullable(),
  settledWith: z.string().nullable(),
  settledTo: z.string().nullable(),
  note: z.string().nullable(),
  recordedByName: z.string(),
  secondPersonName: z.string(),
  /** Its pictures are not shown to everybody. */
  isHidden: z.boolean(),
  /** Those that the reader may see, the oldest first. */
  photos: z.array(z.object({ id: z.string(), sha256: z.string(), uploadedAt: z.string() })),
  photoCount: z.int(),
});
export type UncasedThing = z.output<typeof uncasedThing>;

export const listUncasedEndpoint = declareEndpoint({
  name: 'listUncasedThings',
  kind: 'query',
  method: 'get',
  path: '/uncased-things',
  permission: 'uncased.read',
  tag: TAG,
  summary: { zh: '无主待查与随身财物', en: 'Things of no case' },
  query: z.strictObject({ state: state.default('open'), ...pageQuery }),
  response: pageOf(uncasedThing),
});

export const uploadUncasedPhotoEndpoint = declareEndpoint({
  name: 'uploadUncasedPhoto',
  kind: 'upload',
  method: 'post',
  path: '/uncased-photos',
  permission: 'item.receive',
  tag: TAG,
  summary: {
    zh: '拍摄无主物、随身财物，登记之前或办结之前',
    en: 'Photograph a thing of no case, before it is recorded or while it is open',
  },
  /** Absent: the first photo of a thing that is about to be recorded. */
  query: z.strictObject({ uncasedId: uuid().optional() }),
  response: z.object({
    ...{ uncasedId: z.string(), fileId: z.string(), fileName: z.string(), sha256: z.string() },
    uploadedAt: z.string(),
  }),
  refusals: ['UNCASED_NOT_FOUND', 'UNCASED_SETTLED', 'BODY_TOO_LARGE', 'ITEM_FILE_REFUSED'],
  bodyLimitBytes: ITEM_PHOTO_BYTES_MAX,
});

export const downloadUncasedPhotoEndpoint = declareEndpoint({
  name: 'downloadUncasedPhoto',
  kind: 'download',
  method: 'get',
  path: '/uncased-things/:uncasedId/photos/:fileId',
  permission: 'uncased.read',
  tag: TAG,
  summary: { zh: '查看无主物、随身财物的照片', en: 'A photo of a thing of no case' },
  params: z.strictObject({ uncasedId: uuid(), fileId: uuid() }),
  response: z.unknown(),
  refusals: ['ITEM_FILE_NOT_FOUND'],
});

export const recordUncasedEndpoint = declareEndpoint({
  name: 'recordUncasedThing',
  kind: 'command',
  method: 'post',
  path: '/uncased-things',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '登记无主物、随身财物', en: 'Record a thing of no case' },
  body: z.strictObject({
    /** Of the photos that were taken. */
    uncasedId: uuid(),
    kind,
    name: line(200),
    quantity: exactQuantity(),
    unit: line(10),
    features: paragraph(1000),
    placeId: uuid(),
    /** Who found it, or who delivered it. */
    fromWhom: line(200),
    owner: optional(line(200)),
    /** With whose things it came. */
    caseId: optional(uuid()),
    cameAt: instant().optional(),
    note: optional(paragraph(1000)),
    /** Not to be shown to everybody: obscene and the like. */
    isHidden: z.boolean().default(false),
    secondPerson: secondPersonInput,
  }),
  response: z.object({ id: z.string(), dueOn: z.string().nullable() }),
  refusals: [
    ...['OWNER_MISSING', 'PLACE_NOT_A_STORE', 'QUANTITY_INVALID', 'INTAKE_CASE_UNKNOWN', 'KEY_MATERIAL'],
    ...['OCCURRED_IN_FUTURE', 'UNCASED_PHOTO_MISSING'],
  ],
});

export const identifyUncasedEndpoint = declareEndpoint({
  name: 'identifyUncasedThing',
  kind: 'command',
  method: 'post',
  path: '/uncased-things/:uncasedId/identify',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '认定为已登记物品', en: 'Say which item it is' },
  params: z.strictObject({ uncasedId: uuid() }),
  body: z.strictObject({
    itemId: uuid(),
    /** By what it was recognised: photo, serial number, features. */
    note: paragraph(1000),
    /** The handler or the clerk of the item's case: nothing is adopted to a case in silence. */
    secondPerson: secondPersonInput,
  }),
  response: z.object({ id: z.string() }),
  refusals: [
    ...['UNCASED_NOT_FOUND', 'UNCASED_SETTLED', 'BELONGINGS_ARE_RETURNED', 'ITEM_NOT_FOUND'],
    ...['FOUND_THING_UNFIT', 'JUDGE_CONFIRMS'],
  ],
});

export const giveBackUncasedEndpoint = declareEndpoint({
  name: 'giveBackUncasedThing',
  kind: 'command',
  method: 'post',
  path: '/uncased-things/:uncasedId/give-back',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '退还、移交', en: 'Give back' },
  params: z.strictObject({ uncasedId: uuid() }),
  body: z.strictObject({
    /** To whom, with the paper by which they proved who they are; of a court's asset, the office and the code. */
    settledTo: line(200),
    note: paragraph(1000),
    secondPerson: secondPersonInput,
  }),
  response: z.object({ id: z.string() }),
  refusals: ['UNCASED_NOT_FOUND', 'UNCASED_SETTLED'],
});

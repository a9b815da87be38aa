/** Receiving: the list, the delivery, the count line by line, the signatures. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, pageOf, pageQuery, uuid } from '../../platform/fields.ts';
import { countInput } from './intake-count.ts';
import {
  descriptionFields,
  exactQuantity,
  optional,
  paper,
  placeReason,
  secondPersonInput,
  signatureInput,
} from './item-input.ts';
import { transitionsAnswer } from './transitions.contract.ts';

const TAG = 'seized-items';
/** How many items one list, one delivery and one command take. */
export const INTAKE_ITEMS_MAX = 500;
const BULK_BYTES = 4 * 1024 * 1024;

/** A line of the list as the delivering organ wrote it. */
export const listLineInput = z.strictObject({
  ...descriptionFields,
  listLine: optional(line(40)),
  unit: line(20),
  quantity: exactQuantity(),
  /** As the list has it, when that is not what is counted: 箱, with 24 瓶 in each. */
  listedUnit: optional(line(20)),
  unitFactor: optional(exactQuantity()),
  /** The same thing, returned before and seized again. */
  priorItemId: optional(uuid()),
});

const addedItems = z.object({
  items: z.array(z.object({ id: z.string(), code: z.string(), number: z.int() })),
});

export const preregisterItemsEndpoint = declareEndpoint({
  name: 'preregisterItems',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/items',
  permission: 'item.preregister',
  tag: TAG,
  summary: { zh: '按移送清单预登记', en: 'Preregister items from the list' },
  params: z.strictObject({ caseId: uuid() }),
  body: z.strictObject({
    listNumber: line(100),
    seizureDocument: optional(line(200)),
    seizureExpiresOn: optional(day()),
    lines: z.array(listLineInput).min(1).max(INTAKE_ITEMS_MAX),
    ...paper,
  }),
  response: addedItems,
  refusals: ['INTAKE_CASE_UNKNOWN', 'KEY_MATERIAL', 'LINES_REFUSED'],
  bodyLimitBytes: BULK_BYTES,
});

export const openIntakeEndpoint = declareEndpoint({
  name: 'openIntake',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/intakes',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '登记送达', en: 'Record a delivery' },
  params: z.strictObject({ caseId: uuid() }),
  body: z.strictObject({
    deliverer: line(100),
    delivererUnit: line(200),
    delivererDocument: optional(line(40)),
    /** When the deliverer is a person of the court. */
    delivererId: optional(uuid()),
    itemIds: z.array(uuid()).min(1).max(INTAKE_ITEMS_MAX),
    /** Delivered at night: the locker that it was put into. */
    lockerId: optional(uuid()),
    /** Why things wait there where there is not what they need. */
    placeReason,
    secondPerson: secondPersonInput,
    ...paper,
  }),
  response: z.object({ id: z.string(), formalDueAt: z.string().nullable() }),
  refusals: [
    ...['INTAKE_CASE_UNKNOWN', 'DELIVERER_NOT_OF_COURT', 'LINES_REFUSED', 'LOCKER_UNKNOWN'],
    ...['KEEPING_NEED_UNMET', 'SECRET_PLACE_NEEDED'],
  ],
});

export const saveIntakeLinesEndpoint = declareEndpoint({
  name: 'saveIntakeLines',
  kind: 'command',
  method: 'put',
  path: '/intakes/:intakeId/lines',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '登记查验结果', en: 'Record how lines were counted' },
  params: z.strictObject({ intakeId: uuid() }),
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ itemId: uuid(), count: countInput }))
      .min(1)
      .max(INTAKE_ITEMS_MAX),
  }),
  response: z.object({ savedCount: z.int(), pendingCount: z.int() }),
  refusals: ['INTAKE_NOT_FOUND', 'INTAKE_COMPLETED', 'INTAKE_LINES_REFUSED', 'KEY_MATERIAL'],
  bodyLimitBytes: BULK_BYTES,
});

export const completeIntakeEndpoint = declareEndpoint({
  name: 'completeIntake',
  kind: 'command',
  method: 'post',
  path: '/intakes/:intakeId/complete',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '办结接收', en: 'Complete a delivery' },
  params: z.strictObject({ intakeId: uuid() }),
  body: z.strictObject({
    /** The reviewer (复核人): neither the custodian nor the deliverer. */
    secondPerson: secondPersonInput,
    delivererSignature: signatureInput,
    ...paper,
  }),
  response: transitionsAnswer,
  refusals: [
    ...['INTAKE_NOT_FOUND', 'INTAKE_COMPLETED', 'INTAKE_LINES_PENDING', 'PLACE_NOT_A_STORE', 'ROOM_FULL'],
    ...['CATEGORY_NOT_KEPT_THERE', 'KEEPING_NEED_UNMET', 'SECRET_PLACE_NEEDED', 'LINES_REFUSED'],
  ],
});

const intakeLine = z.object({
  itemId: z.string(),
  code: z.string(),
  number: z.int(),
  name: z.string(),
  category: z.string(),
  grade: z.string(),
  state: z.string(),
  unit: z.string(),
  listedQuantity: z.string().nullable(),
  listLine: z.string().nullable(),
  missingFacts: z.array(z.string()),
  facts: z.record(z.string(), z.string()),
  photoCount: z.int(),
  photosMin: z.int(),
  outcome: z.enum(['pending', 'matches', 'differs', 'refused', 'kept_elsewhere']),
  countedQuantity: z.string().nullable(),
  count: countInput.nullable(),
  placePath: z.string().nullable(),
});
const intakeSummary = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  state: z.enum(['counting', 'completed']),
  deliverer: z.string(),
  delivererUnit: z.string(),
  listNumber: z.string().nullable(),
  arrivedAt: z.string(),
  receivedByName: z.string(),
  secondPersonName: z.string().nullable(),
  lockerPath: z.string().nullable(),
  formalDueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  completedAt: z.string().nullable(),
  reviewerName: z.string().nullable(),
  lineCount: z.int(),
  pendingCount: z.int(),
});
export type IntakeSummary = z.output<typeof intakeSummary>;

export const readIntakeEndpoint = declareEndpoint({
  name: 'readIntake',
  kind: 'query',
  method: 'get',
  path: '/intakes/:intakeId',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '查看接收单', en: 'Read a delivery' },
  params: z.strictObject({ intakeId: uuid() }),
  response: z.object({
    ...intakeSummary.shape,
    /** Of the whole delivery; each counts for every line, too. */
    photoCount: z.int(),
    lines: z.array(intakeLine),
  }),
  refusals: ['INTAKE_NOT_FOUND'],
});

export const listIntakesEndpoint = declareEndpoint({
  name: 'listIntakes',
  kind: 'query',
  method: 'get',
  path: '/intakes',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '接收单', en: 'Deliveries' },
  query: z.strictObject({ state: z.enum(['counting', 'completed']).default('counting'), ...pageQuery }),
  response: pageOf(intakeSummary),
});

export const listAwaitedItemsEndpoint = declareEndpoint({
  name: 'listAwaitedItems',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/awaited-items',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '已预登记、尚未送达的物品', en: 'Preregistered items that have not arrived' },
  params: z.strictObject({ caseId: uuid() }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        name: z.string(),
        category: z.string(),
        listedQuantity: z.string().nullable(),
        unit: z.string(),
        listNumber: z.string().nullable(),
        listLine: z.string().nullable(),
      }),
    ),
  }),
});

/** Reading items: one with its life, lists, photos. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, pageOf, pageQuery, queryBoolean, queryList, uuid } from '../../platform/fields.ts';
import { itemFile } from './item-files.contract.ts';
import { ITEM_STATE_IDS } from './item-states.ts';
import { worthAnswer } from './rates/worth.contract.ts';

const TAG = 'seized-items';

const named = z.object({ id: z.string().nullable(), name: z.string() });

export const itemSummary = z.object({
  id: z.string(),
  courtId: z.int(),
  code: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  number: z.int(),
  name: z.string(),
  category: z.string(),
  grade: z.string(),
  state: z.string(),
  onHand: z.string(),
  unit: z.string(),
  place: named.nullable(),
  /** The box or bag in which it lies. */
  container: z.object({ id: z.string(), name: z.string(), code: z.string() }).nullable(),
  holder: named.nullable(),
  keeper: z.string().nullable(),
  sealNumber: z.string().nullable(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  isUnverified: z.boolean(),
  /** 查封扣押效力已届满: renewed or given back by the judge. */
  isSeizureLapsed: z.boolean(),
  /** Others keep it from being disposed of. */
  isHeld: z.boolean(),
  /** null: there is none, or it is not shown to anybody by itself. */
  photoFileId: z.string().nullable(),
  stateSince: z.string(),
});
export type ItemSummary = z.output<typeof itemSummary>;

export const listItemsEndpoint = declareEndpoint({
  name: 'listSeizedItems',
  kind: 'query',
  method: 'get',
  path: '/seized-items',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '涉案财物清单', en: 'Seized items' },
  query: z.strictObject({
    /** These and no others. */
    ids: queryList(uuid()).optional(),
    caseId: uuid().optional(),
    /** The place or anywhere below it. */
    placeId: uuid().optional(),
    state: queryList(z.enum(ITEM_STATE_IDS)).optional(),
    /** Words of the name, a code, a seal number. */
    q: line(100).optional(),
    overdue: queryBoolean().optional(),
    /** 存量待核. */
    unverified: queryBoolean().optional(),
    /** The seizure has lapsed. */
    lapsed: queryBoolean().optional(),
    /** In somebody's hands between two rooms. */
    carried: queryBoolean().optional(),
    ...pageQuery,
  }),
  response: pageOf(itemSummary),
});

export const countItemsEndpoint = declareEndpoint({
  name: 'countSeizedItems',
  kind: 'query',
  method: 'get',
  path: '/seized-items/counts',
  permission: 'item.receive',
  tag: TAG,
  summary: { zh: '涉案财物待办数', en: 'What of the seized items waits for somebody' },
  response: z.object({
    overdue: z.int(),
    underInvestigation: z.int(),
    discrepancies: z.int(),
    awaited: z.int(),
    /** Carried out of a room and not put down in another. */
    carried: z.int(),
    openIntakes: z.int(),
    /** First counts that differ from an older register and are not settled. */
    countDifferences: z.int(),
  }),
});

export const countItemMattersEndpoint = declareEndpoint({
  name: 'countItemMatters',
  kind: 'query',
  method: 'get',
  path: '/seized-items/matters',
  permission: 'item.read',
  tag: TAG,
  summary: {
    zh: '须知悉的异常、差异与灭失',
    en: 'Incidents, differences and losses of the things that one answers for or oversees',
  },
  response: z.object({
    underInvestigation: z.int(),
    discrepancies: z.int(),
    /** Confirmed within the last thirty days. */
    lostLately: z.int(),
  }),
});

const lifeEntry = z.object({
  sequence: z.int(),
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  isLate: z.boolean(),
  isVisitMissing: z.boolean(),
  fromState: z.string().nullable(),
  toState: z.string(),
  fromPlace: z.string().nullable(),
  toPlace: z.string().nullable(),
  fromHolder: z.string().nullable(),
  toHolder: z.string().nullable(),
  quantity: z.string(),
  onHand: z.string(),
  unit: z.string(),
  sealBefore: z.string().nullable(),
  seal: z.string().nullable(),
  actorName: z.string(),
  secondPersonName: z.string().nullable(),
  counterparty: z.string().nullable(),
  basis: z.string().nullable(),
  note: z.string().nullable(),
  difference: z.string().nullable(),
  /** What a weighing read, and what it was held against; null: the entry is none. */
  weighing: z
    .object({
      net: z.string(),
      gross: z.string(),
      tare: z.string(),
      unit: z.string(),
      scale: z.string(),
      expected: z.string().nullable(),
    })
    .nullable(),
  hash: z.string(),
});

export const unsealingAnswer = z.object({
  isApprovalNeeded: z.boolean(),
  approvalNumber: z.string().nullable(),
});

export const readItemEndpoint = declareEndpoint({
  name: 'readSeizedItem',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '查看涉案财物', en: 'Read a seized item' },
  params: z.strictObject({ itemId: uuid() }),
  isByKey: true,
  response: z.object({
    ...itemSummary.shape,
    itemCount: z.int(),
    facts: z.record(z.string(), z.string()),
    hazards: z.array(z.string()),
    keeping: z.array(z.string()),
    ownership: z.string(),
    nature: z.string(),
    isEvidence: z.boolean(),
    listNumber: z.string().nullable(),
    listLine: z.string().nullable(),
    listedQuantity: z.string().nullable(),
    listedUnit: z.string().nullable(),
    /** Foreign money as it was before a bank changed it into yuan. */
    conversion: z.object({ unit: z.string(), quantity: z.string(), on: z.string() }).nullable(),
    unitFactor: z.string().nullable(),
    seizureDocument: z.string().nullable(),
    seizureExpiresOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    estimatedValueFen: z.int().nullable(),
    notes: z.string().nullable(),
    isHidden: z.boolean(),
    family: z.array(
      z.object({
        relation: z.enum(['parent', 'child', 'prior', 'later']),
        id: z.string(),
        code: z.string(),
        name: z.string(),
        state: z.string(),
      }),
    ),
    holds: z.array(z.string()),
    /** A first count that differs from the older register waits for its settlement: nothing leaves before that. */
    hasOpenCount: z.boolean(),
    /** The release on which it is ready, out, in transit or with a keeper. */
    openReleaseId: z.string().nullable(),
    seals: z.array(
      z.object({
        number: z.string(),
        sealedAt: z.string(),
        sealedByName: z.string(),
        secondPersonName: z.string().nullable(),
        openedAt: z.string().nullable(),
        openedByName: z.string().nullable(),
        openReason: z.string().nullable(),
      }),
    ),
    weighings: z.array(
      z.object({
        weighedAt: z.string(),
        unit: z.string(),
        gross: z.string(),
        tare: z.string(),
        net: z.string(),
        scale: z.string(),
        weighedByName: z.string(),
        secondPersonName: z.string(),
      }),
    ),
    odometers: z.array(
      z.object({
        takenAt: z.string(),
        occasion: z.enum(['receipt', 'exit', 'return', 'inspection', 'count', 'incident']),
        /** null: it could not be read. */
        km: z.string().nullable(),
        differenceKm: z.string().nullable(),
        allowedKm: z.string().nullable(),
        note: z.string().nullable(),
        takenByName: z.string(),
        secondPersonName: z.string().nullable(),
      }),
    ),
    moneyCounts: z.array(
      z.object({
        countedAt: z.string(),
        currency: z.string(),
        denominations: z.array(z.object({ faceMinor: z.int(), pieces: z.int() })),
        totalMinor: z.int(),
        countedByName: z.string(),
        secondPersonName: z.string(),
      }),
    ),
    files: z.array(itemFile),
    life: z.array(lifeEntry),
    /** Of foreign money, by the last rate. */
    worth: worthAnswer.nullable(),
    /** The valuation that holds today. */
    valuation: z
      .object({
        opinionNumber: z.string(),
        institution: z.string(),
        valueFen: z.int(),
        baseDate: z.string(),
        validUntil: z.string(),
      })
      .nullable(),
    /** Opening its seal: whether the court's rules ask for an approval, and the one that was given; null: no seal. */
    unsealing: unsealingAnswer.nullable(),
    /** What else may be done beside moving it. */
    careActions: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
    availableActions: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
    version: z.int(),
  }),
  refusals: ['ITEM_NOT_FOUND'],
});

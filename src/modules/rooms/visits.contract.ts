/** The visit log: who was inside which storage room, when and why. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  day,
  instant,
  line,
  pageOf,
  pageQuery,
  queryBoolean,
  queryInteger,
  queryList,
  reason,
  uuid,
} from '../../platform/fields.ts';
import { roomParams } from './contract.ts';
import { VISIT_PURPOSE_KEYS } from './visit-purposes.ts';

const tag = 'visits';
export const VISIT_ACTIONS = ['leave', 'correct'] as const;

export const visit = z.object({
  id: z.string(),
  roomId: z.string(),
  roomPath: z.string(),
  /** null: a visitor from outside. */
  personId: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  /** Masked. */
  document: z.string().nullable(),
  enteredAt: z.string(),
  /** null: still inside. */
  leftAt: z.string().nullable(),
  purpose: z.enum(VISIT_PURPOSE_KEYS),
  note: z.string().nullable(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  escortName: z.string().nullable(),
  secondPerson: z.string().nullable(),
  approvedBy: z.string().nullable(),
  carriedIn: z.string().nullable(),
  carriedOut: z.string().nullable(),
  keyNumber: z.string().nullable(),
  anomaly: z.string().nullable(),
  signedByBadge: z.boolean(),
  /** 补录, with when it was recorded beside when it happened. */
  enteredLate: z.boolean(),
  leftLate: z.boolean(),
  recordedAt: z.string(),
  recordedByName: z.string(),
  leftRecordedAt: z.string().nullable(),
  leftRecordedByName: z.string().nullable(),
  /** Open for longer than the room's term. */
  isAlarm: z.boolean(),
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable(),
  correctionReason: z.string().nullable(),
  /** It never took place. */
  voided: z.boolean(),
  availableActions: z.array(z.enum(VISIT_ACTIONS)),
});
export type VisitAnswer = z.output<typeof visit>;

const optionalLine = (max: number) => line(max).nullable().default(null);

const VISIT_FILTERS = {
  roomId: queryList(uuid(), 50).optional(),
  personId: uuid().optional(),
  /** Part of a name, unit, case number or note. */
  q: line(60).optional(),
  purpose: queryList(z.enum(VISIT_PURPOSE_KEYS)).optional(),
  /** Days on which somebody entered. */
  enteredFrom: day().optional(),
  enteredTo: day().optional(),
  inside: queryBoolean().optional(),
  alarm: queryBoolean().optional(),
  visitors: queryBoolean().optional(),
  late: queryBoolean().optional(),
  anomaly: queryBoolean().optional(),
  /** With what was corrected meanwhile. */
  withCorrected: queryBoolean().default(false),
  courtId: queryInteger(1, 2_147_483_647).optional(),
};

export const listVisitsEndpoint = declareEndpoint({
  name: 'listVisits',
  kind: 'query',
  method: 'get',
  path: '/visits',
  permission: 'visit.read',
  tag,
  summary: { zh: '人员出入记录', en: 'The visit log, the newest entry first' },
  query: z.strictObject({ ...pageQuery, ...VISIT_FILTERS }),
  response: pageOf(visit),
});

export const countVisitsEndpoint = declareEndpoint({
  name: 'countVisits',
  kind: 'query',
  method: 'get',
  path: '/visits/counts',
  permission: 'visit.read',
  tag,
  summary: { zh: '在库人数与超时', en: 'How many are inside now, and how many for too long' },
  query: z.strictObject({ courtId: queryInteger(1, 2_147_483_647).optional() }),
  response: z.object({ inside: z.int(), alarms: z.int() }),
});

export const exportVisitsEndpoint = declareEndpoint({
  name: 'exportVisits',
  kind: 'download',
  method: 'get',
  path: '/visits/export',
  permission: 'visit.read',
  tag,
  summary: { zh: '导出人员出入记录', en: 'The filtered visit log as a file' },
  query: z.strictObject({
    ...VISIT_FILTERS,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    language: z.enum(['zh', 'en']).default('zh'),
  }),
  response: z.string(),
});

export const printVisitsEndpoint = declareEndpoint({
  name: 'printVisits',
  kind: 'download',
  method: 'get',
  path: '/visits/paper',
  permission: 'visit.read',
  tag,
  summary: { zh: '打印人员出入记录', en: 'The filtered visit log as a paper' },
  query: z.strictObject(VISIT_FILTERS),
  response: z.string(),
});

export const inside = visit.extend({
  /** Whoever has to leave together with this person, the person included; ids of visits. */
  leavesWith: z.array(z.string()),
});

export const listInsideEndpoint = declareEndpoint({
  name: 'listInside',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/inside',
  permission: 'visit.read',
  tag,
  summary: { zh: '在库人员', en: 'Who is inside a room now' },
  params: roomParams,
  response: z.object({ items: z.array(inside) }),
  refusals: ['ROOM_NOT_FOUND'],
});

const RULE_REFUSALS = [
  'LEFT_BEFORE_ENTERING',
  'VISIT_IN_FUTURE',
  'PERSON_INSIDE_ALREADY',
  'PERSON_IN_OTHER_ROOM',
  'VISITOR_WITHOUT_ESCORT',
  'ALONE_IN_TWO_PERSON_ROOM',
];

/** What the log says of a visit. */
const saidOfVisit = {
  purpose: z.enum(VISIT_PURPOSE_KEYS),
  note: optionalLine(200),
  caseId: uuid().nullable().default(null),
  caseNumber: optionalLine(60),
  approvedBy: optionalLine(60),
  carriedIn: optionalLine(200),
  carriedOut: optionalLine(200),
  keyNumber: optionalLine(60),
  anomaly: optionalLine(500),
};

export const enterRoomEndpoint = declareEndpoint({
  name: 'enterRoom',
  kind: 'command',
  method: 'post',
  path: '/rooms/:roomId/visits',
  permission: 'visit.record',
  tag,
  summary: {
    zh: '登记进入',
    en: 'Record that people enter together; with leftAt a whole visit, recorded later',
  },
  params: roomParams,
  body: z.strictObject({
    people: z
      .array(
        z.strictObject({
          personId: uuid(),
          /** The badge that was scanned at the door: the person's signature. */
          badgeCode: line(40).nullable().default(null),
        }),
      )
      .max(20),
    visitors: z
      .array(
        z.strictObject({
          name: line(60),
          unit: line(120),
          /** Masked before it is stored; the number itself is not kept. */
          documentNumber: optionalLine(40),
        }),
      )
      .max(20)
      .default([]),
    /** Of the people who enter, or inside already; who answers for the room unless given. Visitors may join them alone. */
    escortId: uuid().nullable().default(null),
    ...saidOfVisit,
    /** Now unless given. */
    enteredAt: instant().optional(),
    leftAt: instant().nullable().default(null),
  }),
  response: z.object({ items: z.array(visit) }),
  refusals: [
    'ROOM_NOT_FOUND',
    'NOT_A_STORAGE_ROOM',
    'NOBODY_ENTERS',
    'VISITOR_NOT_OF_COURT',
    'BADGE_OF_OTHER',
    'PURPOSE_NOT_SAID',
    'ESCORT_NOT_CUSTODIAN',
    ...RULE_REFUSALS,
  ],
});

export const leaveRoomEndpoint = declareEndpoint({
  name: 'leaveRoom',
  kind: 'command',
  method: 'post',
  path: '/rooms/:roomId/leave',
  permission: 'visit.record',
  tag,
  summary: { zh: '登记离开', en: 'Record that people leave together' },
  params: roomParams,
  body: z.strictObject({
    visitIds: z.array(uuid()).min(1).max(40),
    leftAt: instant().optional(),
    carriedOut: optionalLine(200),
    anomaly: optionalLine(500),
  }),
  response: z.object({ items: z.array(visit) }),
  refusals: [
    'ROOM_NOT_FOUND',
    'NOT_INSIDE_ROOM',
    'LEFT_BEFORE_ENTERING',
    'VISIT_IN_FUTURE',
    'VISIT_OVER',
    'ESCORT_LEAVES_FIRST',
    'ALONE_IN_TWO_PERSON_ROOM',
    'VISIT_CARRIES_MOVEMENTS',
  ],
});

export const correctVisitEndpoint = declareEndpoint({
  name: 'correctVisit',
  kind: 'command',
  method: 'post',
  path: '/visits/:visitId/correct',
  permission: 'visit.record',
  tag,
  summary: { zh: '更正出入记录', en: 'Replace a visit by what it should have been; both stay in the log' },
  params: z.strictObject({ visitId: uuid() }),
  body: z.strictObject({
    reason: reason(),
    /** Other visits of the same room that get the same times: people who were there together. */
    withVisitIds: z.array(uuid()).max(20).default([]),
    /** It never took place; nothing else counts then. */
    isVoid: z.boolean().default(false),
    enteredAt: instant(),
    leftAt: instant().nullable(),
    ...saidOfVisit,
  }),
  response: z.object({ items: z.array(visit) }),
  refusals: [
    'VISIT_NOT_FOUND',
    'VISIT_CORRECTED',
    'PURPOSE_NOT_SAID',
    ...RULE_REFUSALS,
    'ESCORT_LEAVES_FIRST',
    'VISIT_CARRIES_MOVEMENTS',
  ],
});

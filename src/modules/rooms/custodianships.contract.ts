/** Who answers for a storage room, since when and by which paper, and who keeps away from a case. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, instant, line, reason, uuid } from '../../platform/fields.ts';
import { responsiblePerson, room, roomParams, roomsTag } from './contract.ts';

const appointment = responsiblePerson.extend({
  appointedByName: z.string(),
  appointedAt: z.string(),
  endReason: z.string().nullable(),
  endedByName: z.string().nullable(),
});
export type AppointmentAnswer = z.output<typeof appointment>;

export const listCustodianshipsEndpoint = declareEndpoint({
  name: 'listCustodianships',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/custodianships',
  permission: 'room.read',
  tag: roomsTag,
  summary: { zh: '保管人任免记录', en: 'Every appointment to a room, the newest first' },
  params: roomParams,
  response: z.object({ items: z.array(appointment) }),
  refusals: ['ROOM_NOT_FOUND'],
});

export const findCustodianEndpoint = declareEndpoint({
  name: 'findCustodian',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/custodian',
  permission: 'room.read',
  tag: roomsTag,
  summary: { zh: '某一时点的保管人', en: 'Who answered for a room at a moment; now unless it is given' },
  params: roomParams,
  query: z.strictObject({
    at: instant().optional(),
    /** A case of which it is asked who keeps away from it. */
    caseId: uuid().optional(),
    caseNumber: line(60).optional(),
  }),
  response: z.object({
    at: z.string(),
    items: z.array(responsiblePerson.extend({ isRecused: z.boolean() })),
  }),
  refusals: ['ROOM_NOT_FOUND'],
});

const APPOINTMENT_REFUSALS = [
  'ROOM_NOT_FOUND',
  'ROOM_CLOSED',
  'NOT_A_STORAGE_ROOM',
  'APPOINTS_ONESELF',
  'CUSTODIAN_NOT_OF_COURT',
  'CUSTODIAN_LACKS_ROLE',
  'OFFICE_OVERLAPS',
];

export const appointCustodianEndpoint = declareEndpoint({
  name: 'appointCustodian',
  kind: 'command',
  method: 'post',
  path: '/rooms/:roomId/custodian',
  permission: 'custodian.appoint',
  tag: roomsTag,
  summary: { zh: '任命保管人', en: 'Appoint the custodian of a room that has none' },
  params: roomParams,
  body: z.strictObject({
    personId: uuid(),
    /** Now unless given; never later. */
    startsAt: instant().optional(),
    document: line(120),
  }),
  response: room,
  refusals: [...APPOINTMENT_REFUSALS, 'OFFICE_BEGINS_LATER', 'ROOM_HAS_CUSTODIAN'],
});

export const appointDeputyEndpoint = declareEndpoint({
  name: 'appointDeputy',
  kind: 'command',
  method: 'post',
  path: '/rooms/:roomId/deputies',
  permission: 'custodian.appoint',
  tag: roomsTag,
  summary: { zh: '指定代管人', en: 'Appoint a deputy for a term of days' },
  params: roomParams,
  body: z.strictObject({
    personId: uuid(),
    startsOn: day(),
    /** The last day of the term. */
    lastDay: day(),
    document: line(120),
  }),
  response: room,
  refusals: [
    ...APPOINTMENT_REFUSALS,
    'OFFICE_ENDS_BEFORE_IT_BEGINS',
    'ROOM_HAS_NO_CUSTODIAN',
    'DEPUTY_IS_CUSTODIAN',
  ],
});

export const endCustodianshipEndpoint = declareEndpoint({
  name: 'endCustodianship',
  kind: 'command',
  method: 'post',
  path: '/custodianships/:custodianshipId/end',
  permission: 'custodian.appoint',
  tag: roomsTag,
  summary: {
    zh: '终止任命',
    en: 'End an appointment; a custodian of a room that is not empty hands it over',
  },
  params: z.strictObject({ custodianshipId: uuid() }),
  body: z.strictObject({ reason: reason() }),
  response: room,
  refusals: [
    ...['CUSTODIANSHIP_NOT_FOUND', 'OFFICE_OVER', 'CUSTODIAN_MUST_HAND_OVER', 'OFFICE_HAS_MATTER'],
    'NOT_A_STORAGE_ROOM',
  ],
});

const recusal = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  caseId: z.string().nullable(),
  caseNumber: z.string(),
  reason: z.string(),
  declaredByName: z.string(),
  declaredAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
});
export type RecusalAnswer = z.output<typeof recusal>;

export const listRecusalsEndpoint = declareEndpoint({
  name: 'listRecusals',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/recusals',
  permission: 'room.read',
  tag: roomsTag,
  summary: { zh: '在任人员的回避登记', en: 'From which cases those who answer for a room keep away' },
  params: roomParams,
  response: z.object({ items: z.array(recusal) }),
  refusals: ['ROOM_NOT_FOUND'],
});

export const declareRecusalEndpoint = declareEndpoint({
  name: 'declareRecusal',
  kind: 'command',
  method: 'post',
  path: '/recusals',
  permission: 'recusal.declare',
  tag: roomsTag,
  summary: { zh: '登记回避', en: 'Record that a person keeps away from a case' },
  body: z.strictObject({
    personId: uuid(),
    caseId: uuid().nullable().default(null),
    caseNumber: line(60),
    reason: reason(),
  }),
  response: recusal,
  refusals: ['CUSTODIAN_NOT_OF_COURT', 'RECUSAL_EXISTS'],
});

export const withdrawRecusalEndpoint = declareEndpoint({
  name: 'withdrawRecusal',
  kind: 'command',
  method: 'post',
  path: '/recusals/:recusalId/withdraw',
  permission: 'custodian.appoint',
  tag: roomsTag,
  summary: { zh: '撤销回避', en: 'Withdraw a recusal' },
  params: z.strictObject({ recusalId: uuid() }),
  body: z.strictObject({ reason: reason() }),
  response: recusal,
  refusals: ['RECUSAL_NOT_FOUND', 'RECUSAL_WITHDRAWN_BY_ONESELF'],
});

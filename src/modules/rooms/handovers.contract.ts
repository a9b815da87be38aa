/** Handovers of storage rooms: opened, counted, signed. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, reason, uuid } from '../../platform/fields.ts';
import { roomParams } from './contract.ts';
import {
  HANDOVER_CAUSE_KEYS,
  HANDOVER_STATES,
  HANDOVER_TRANSITION_KEYS,
  OPENING_DENIALS,
  SIGNING_ROLES,
} from './handover.rules.ts';
import { MATTER_KINDS } from './handover-matters.ts';

const tag = 'handovers';
const handoverParams = z.strictObject({ handoverId: uuid() });
const matterParams = z.strictObject({ handoverId: uuid(), matterId: uuid() });

const person = z.object({ id: z.string(), name: z.string() });

export const handoverSummary = z.object({
  id: z.string(),
  roomId: z.string(),
  roomPath: z.string(),
  cause: z.enum(HANDOVER_CAUSE_KEYS),
  form: z.enum(['regular', 'emergency']),
  state: z.enum(HANDOVER_STATES),
  outgoing: person,
  incoming: person,
  supervisor: person,
  lead: person,
  leader: person.nullable(),
  document: z.string(),
  frozenAt: z.string(),
  openedByName: z.string(),
  countedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
});

/** Case, quantity, seal and box of a thing; null: what is handed over is no item of a case. */
const particulars = z
  .object({
    caseNumber: z.string(),
    number: z.int(),
    quantity: z.string(),
    unit: z.string(),
    sealNumber: z.string().nullable(),
    container: z.string().nullable(),
  })
  .nullable();

export const handover = handoverSummary.extend({
  lines: z.array(
    z.object({
      id: z.string(),
      code: z.string().nullable(),
      title: z.string(),
      /** What somebody wrote about it. */
      detail: z.string().nullable(),
      particulars,
      placePath: z.string().nullable(),
      result: z.enum(['pending', 'found', 'explained', 'surplus']),
      explanation: z.string().nullable(),
      checkedByName: z.string().nullable(),
    }),
  ),
  matters: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(MATTER_KINDS),
      /** Of a `room_move` the move. */
      subjectId: z.string().nullable(),
      title: z.string(),
      /** The state of the thing on that day. */
      condition: z.object({ zh: z.string(), en: z.string() }).nullable(),
      detail: z.string().nullable(),
      particulars,
      outcome: z.enum(['taken_over', 'stays_with_outgoing']).nullable(),
      note: z.string().nullable(),
      clearedAt: z.string().nullable(),
      clearedNote: z.string().nullable(),
    }),
  ),
  /** In the order of the paper, with when each was given. */
  signatures: z.array(
    z.object({
      role: z.enum(SIGNING_ROLES),
      person,
      signedAt: z.string().nullable(),
      /** Of the incoming custodian: what was done about locks, keys, codes and the door. */
      note: z.string().nullable(),
    }),
  ),
  availableActions: z.array(z.enum(HANDOVER_TRANSITION_KEYS)),
});
export type HandoverAnswer = z.output<typeof handover>;

export const listHandoversEndpoint = declareEndpoint({
  name: 'listHandovers',
  kind: 'query',
  method: 'get',
  path: '/rooms/:roomId/handovers',
  permission: 'room.read',
  tag,
  summary: { zh: '保管交接记录', en: 'Handovers of a room, the newest first' },
  params: roomParams,
  response: z.object({ items: z.array(handoverSummary) }),
  refusals: ['ROOM_NOT_FOUND'],
});

export const readHandoverEndpoint = declareEndpoint({
  name: 'readHandover',
  kind: 'query',
  method: 'get',
  path: '/handovers/:handoverId',
  permission: 'room.read',
  tag,
  summary: { zh: '一次保管交接', en: 'One handover with its checklist, matters and signatures' },
  params: handoverParams,
  response: handover,
  refusals: ['HANDOVER_NOT_FOUND'],
});

export const openHandoverEndpoint = declareEndpoint({
  name: 'openHandover',
  kind: 'command',
  method: 'post',
  path: '/rooms/:roomId/handovers',
  permission: 'handover.manage',
  tag,
  summary: { zh: '发起保管交接', en: 'Open a handover: the room is frozen and its checklist is made' },
  params: roomParams,
  body: z.strictObject({
    cause: z.enum(HANDOVER_CAUSE_KEYS),
    /** emergency: the outgoing custodian cannot take part; a leader opens the room with the supervisor. */
    form: z.enum(['regular', 'emergency']).default('regular'),
    incomingId: uuid(),
    supervisorId: uuid(),
    /** Leads the count; neither the outgoing nor the incoming custodian. */
    leadId: uuid(),
    leaderId: uuid().nullable().default(null),
    /** By which paper the incoming custodian is appointed. */
    document: line(120),
  }),
  response: handover,
  refusals: [
    'ROOM_NOT_FOUND',
    'NOT_A_STORAGE_ROOM',
    'HANDOVER_PERSON_UNFIT',
    ...OPENING_DENIALS,
    'ROOM_NOT_FREEZABLE',
  ],
});

const STEP_REFUSALS = ['HANDOVER_NOT_FOUND', 'HANDOVER_STATE_DIFFERS', 'NOT_IN_HANDOVER'];

function declareStep<B extends z.ZodType>(
  name: string,
  verb: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[] = [],
) {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path: `/handovers/:handoverId/${verb}`,
    permission: 'handover.count',
    tag,
    summary,
    params: handoverParams,
    body,
    response: handover,
    refusals: [...STEP_REFUSALS, ...refusals],
  });
}

export const checkHandoverLineEndpoint = declareStep(
  'checkHandoverLine',
  'check',
  { zh: '扫描核对', en: 'A thing of the list was scanned in the room' },
  z.strictObject({ text: line(60) }),
  [
    'LINE_NOT_FOUND',
    'LABEL_NOT_CURRENT',
    'LINE_CHECKED_ALREADY',
    'MOVEMENT_OUTSIDE_VISIT',
    'LEADER_DID_NOT_OPEN',
  ],
);

export const explainHandoverLineEndpoint = declareStep(
  'explainHandoverLine',
  'explain',
  { zh: '说明未见到的物品', en: 'Say why a thing of the list is not there' },
  z.strictObject({ lineId: uuid(), explanation: reason() }),
  ['LINE_NOT_FOUND', 'LINE_CHECKED_ALREADY', 'MOVEMENT_OUTSIDE_VISIT', 'LEADER_DID_NOT_OPEN'],
);

export const addHandoverSurplusEndpoint = declareStep(
  'addHandoverSurplus',
  'surplus',
  { zh: '登记清单外物品', en: 'Record a thing that is there and not on the list' },
  z.strictObject({ title: line(120), explanation: reason() }),
  ['MOVEMENT_OUTSIDE_VISIT', 'LEADER_DID_NOT_OPEN'],
);

export const finishHandoverCountEndpoint = declareStep(
  'finishHandoverCount',
  'finish-count',
  { zh: '结束清点', en: 'The count is done; signatures follow' },
  z.strictObject({}),
  ['LINES_PENDING', 'MATTERS_OPEN'],
);

export const countHandoverAgainEndpoint = declareStep(
  'countHandoverAgain',
  'count-again',
  { zh: '退回清点', en: 'Back to the count, before anybody has signed' },
  z.strictObject({}),
  ['HANDOVER_SIGNED_ALREADY'],
);

export const signHandoverEndpoint = declareStep(
  'signHandover',
  'sign',
  { zh: '签字', en: 'One of the parties signs with their PIN; the last signature hands the room over' },
  z.strictObject({
    role: z.enum(SIGNING_ROLES),
    pin: z.string().regex(/^\d{6}$/),
    /** Said by the incoming custodian: what was changed of locks, keys, codes and rights at the door, or why not. */
    locks: line(200).nullable().default(null),
  }),
  [
    'SIGNATURE_NOT_ASKED',
    'SIGNATURE_THERE',
    'LOCKS_UNSAID',
    'PIN_NOT_SET',
    'PIN_LOCKED',
    'PIN_WRONG',
    'INCOMING_LACKS_ROLE',
  ],
);

const outcome = z.enum(['taken_over', 'stays_with_outgoing']);
const settlement = { outcome, note: line(200).nullable().default(null) };

export const settleHandoverMatterEndpoint = declareEndpoint({
  name: 'settleHandoverMatter',
  kind: 'command',
  method: 'post',
  path: '/handovers/:handoverId/matters/:matterId/settle',
  permission: 'handover.count',
  tag,
  summary: { zh: '明确未结事项由谁负责', en: 'Say who answers for an open matter' },
  params: matterParams,
  body: z.strictObject(settlement),
  response: handover,
  refusals: [...STEP_REFUSALS, 'MATTER_NOT_FOUND'],
});

export const settleHandoverMattersEndpoint = declareStep(
  'settleHandoverMatters',
  'settle-matters',
  { zh: '一并明确多项未结事项由谁负责', en: 'Say who answers for several open matters: all or none' },
  z.strictObject({ ...settlement, matterIds: z.array(uuid()).min(1).max(1000) }),
  ['MATTER_NOT_FOUND'],
);

export const clearHandoverMatterEndpoint = declareEndpoint({
  name: 'clearHandoverMatter',
  kind: 'command',
  method: 'post',
  path: '/handovers/:handoverId/matters/:matterId/clear',
  permission: 'handover.manage',
  tag,
  summary: { zh: '了结留在移交人名下的事项', en: 'What stayed with the outgoing custodian is cleared up' },
  params: matterParams,
  body: z.strictObject({ note: reason() }),
  response: handover,
  refusals: ['HANDOVER_NOT_FOUND', 'MATTER_NOT_LEFT', 'MATTER_IS_OWN'],
});

export const cancelHandoverEndpoint = declareEndpoint({
  name: 'cancelHandover',
  kind: 'command',
  method: 'post',
  path: '/handovers/:handoverId/cancel',
  permission: 'handover.manage',
  tag,
  summary: { zh: '取消保管交接', en: 'Call a handover off; the custodian stays' },
  params: handoverParams,
  body: z.strictObject({ reason: reason() }),
  response: handover,
  refusals: STEP_REFUSALS,
});

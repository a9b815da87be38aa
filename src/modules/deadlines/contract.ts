/** What is due: the list, acknowledging, settling, and the calendar that days are counted by. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  day,
  line,
  pageOf,
  pageQuery,
  paragraph,
  queryBoolean,
  queryInteger,
  uuid,
} from '../../platform/fields.ts';

const tag = 'deadlines';
/** `soon`: due within seven days. `unseen`: louder than when it was acknowledged. `escalated`: told to head or leaders. */
export const DEADLINE_STATES = ['open', 'soon', 'overdue', 'unseen', 'escalated', 'settled'] as const;
export const DEADLINE_ACTIONS = ['acknowledge', 'settle', 'extend'] as const;

export const deadlineAnswer = z.object({
  courtId: z.int(),
  id: z.string(),
  rule: z.object({ id: z.string(), zh: z.string(), en: z.string(), basis: z.string(), isLaw: z.boolean() }),
  ruleVersion: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectLabel: z.string(),
  caseId: z.string().nullable(),
  ownerId: z.string(),
  owner: z.string(),
  startOn: z.string(),
  dueOn: z.string(),
  dueAt: z.string(),
  /** Set for rules in hours: the moment counts, not the day. */
  isMoment: z.boolean(),
  isProvisional: z.boolean(),
  level: z.int(),
  acknowledgedByName: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  /** Whether it was acknowledged at the level at which it now is. */
  isAcknowledged: z.boolean(),
  settledAt: z.string().nullable(),
  settledByName: z.string().nullable(),
  outcome: z.enum(['done', 'lapsed', 'replaced']).nullable(),
  note: z.string().nullable(),
  /** The paper that started it, of one that a person started. */
  matter: z.string().nullable(),
  availableActions: z.array(z.enum(DEADLINE_ACTIONS)),
  /** What the person may not do with an open one, and why. */
  deniedActions: z.array(z.object({ action: z.enum(DEADLINE_ACTIONS), zh: z.string(), en: z.string() })),
});
export type DeadlineAnswer = z.output<typeof deadlineAnswer>;

export const listDeadlinesEndpoint = declareEndpoint({
  name: 'listDeadlines',
  kind: 'query',
  method: 'get',
  path: '/deadlines',
  permission: 'deadline.read',
  tag,
  summary: { zh: '到期事项', en: 'What is due, the next first' },
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(DEADLINE_STATES).default('open'),
    mine: queryBoolean().default(false),
    ownerId: uuid().optional(),
    caseId: uuid().optional(),
    courtId: queryInteger(1, 2_147_483_647).optional(),
  }),
  response: pageOf(deadlineAnswer),
});

export const countDeadlinesEndpoint = declareEndpoint({
  name: 'countDeadlines',
  kind: 'query',
  method: 'get',
  path: '/my/deadlines/count',
  permission: 'deadline.read',
  tag,
  summary: { zh: '本人到期事项数', en: 'How many of my deadlines are open, due within seven days, overdue' },
  response: z.object({
    open: z.int(),
    soon: z.int(),
    overdue: z.int(),
    unseen: z.int(),
    escalated: z.int(),
  }),
});

const deadlineParams = z.strictObject({ deadlineId: uuid() });
const REFUSALS = [
  'DEADLINE_NOT_FOUND',
  'DEADLINE_NOT_YOURS',
  'DEADLINE_ONLY_SEEN',
  'DEADLINE_NOT_TOLD',
  'DEADLINE_SETTLED',
];

export const acknowledgeDeadlineEndpoint = declareEndpoint({
  name: 'acknowledgeDeadline',
  kind: 'command',
  method: 'post',
  path: '/deadlines/:deadlineId/acknowledge',
  permission: 'deadline.settle',
  tag,
  summary: {
    zh: '知悉到期事项',
    en: 'Say that a reminder was seen; it goes on getting louder until it is settled',
  },
  params: deadlineParams,
  response: deadlineAnswer,
  refusals: [...REFUSALS, 'DEADLINE_NOT_LOUD'],
});

export const settleDeadlineEndpoint = declareEndpoint({
  name: 'settleDeadline',
  kind: 'command',
  method: 'post',
  path: '/deadlines/:deadlineId/settle',
  permission: 'deadline.settle',
  tag,
  summary: { zh: '办结到期事项', en: 'Say that what was due is done, or lapsed, and how' },
  params: deadlineParams,
  body: z.strictObject({ outcome: z.enum(['done', 'lapsed']), note: paragraph(500) }),
  response: deadlineAnswer,
  refusals: [...REFUSALS, 'DEADLINE_ENDS_WITH_WORK'],
});

export const extendDeadlineEndpoint = declareEndpoint({
  name: 'extendDeadline',
  kind: 'command',
  method: 'post',
  path: '/deadlines/:deadlineId/extend',
  permission: 'deadline.extend',
  tag,
  summary: { zh: '批准延长期限', en: 'Let a deadline run until a later day, where its rule allows that' },
  params: deadlineParams,
  body: z.strictObject({ until: day(), document: line(200) }),
  response: deadlineAnswer,
  refusals: [
    'DEADLINE_NOT_FOUND',
    'DEADLINE_SETTLED',
    'DEADLINE_NOT_EXTENDED',
    'DEADLINE_EXTENDED_BY_OTHERS',
    'EXTENSION_NOT_LATER',
  ],
});

export const calendarDay = z.object({
  day: z.string(),
  kind: z.enum(['holiday', 'workday', 'ordinary']),
  name: z.string(),
  /** Whether the court set it, rather than what ships. */
  isOwn: z.boolean(),
});

export const readCalendarEndpoint = declareEndpoint({
  name: 'readCalendar',
  kind: 'query',
  method: 'get',
  path: '/calendar/:year',
  permission: 'signed-in',
  tag,
  summary: { zh: '节假日安排', en: 'Holidays and worked weekends of a year' },
  params: z.strictObject({ year: queryInteger(2000, 2100) }),
  response: z.object({ year: z.int(), isKnown: z.boolean(), days: z.array(calendarDay) }),
});

export const saveCalendarEndpoint = declareEndpoint({
  name: 'saveCalendar',
  kind: 'command',
  method: 'put',
  path: '/calendar/:year',
  permission: 'calendar.manage',
  tag,
  summary: { zh: '设置节假日安排', en: 'Set the holidays of a year; open deadlines are counted anew' },
  params: z.strictObject({ year: queryInteger(2000, 2100) }),
  body: z.strictObject({
    days: z
      .array(z.strictObject({ day: day(), kind: z.enum(['holiday', 'workday']), name: line(50) }))
      .min(1)
      .max(120),
  }),
  response: z.object({ year: z.int(), countedAnew: z.int() }),
  refusals: ['CALENDAR_YEAR_WRONG', 'CALENDAR_DAY_TWICE'],
});

/** Signing in and out, and what a person does about their own account. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { courtId, uuid } from '../../platform/fields.ts';
import {
  courtSummary,
  done,
  heldPermission,
  password,
  pin,
  sessionView,
  typedUsername,
} from './account-fields.ts';

const tag = 'session';

export const sessionAnswer = z.object({
  person: z.object({
    id: uuid(),
    name: z.string(),
    username: z.string(),
    /** Until the first password is changed, only it, the language and signing out are open. */
    mustChangePassword: z.boolean(),
    badgeCode: z.string().nullable(),
    hasPin: z.boolean(),
    departmentId: uuid().nullable(),
    departmentName: z.string().nullable(),
  }),
  court: courtSummary,
  /** Every court in which the person has a role today. */
  courts: z.array(courtSummary),
  roles: z.array(z.string()),
  permissions: z.array(heldPermission),
  language: z.enum(['zh', 'en']),
});

export const readSession = declareEndpoint({
  name: 'readSession',
  kind: 'query',
  method: 'get',
  path: '/session',
  permission: 'signed-in',
  tag,
  summary: { zh: '当前登录信息', en: 'Who is signed in, where and with which rights' },
  response: sessionAnswer,
  sessionOnly: true,
  beforePasswordChange: true,
});

export const signIn = declareEndpoint({
  name: 'signIn',
  kind: 'command',
  method: 'post',
  path: '/session',
  permission: 'public',
  tag,
  summary: { zh: '登录', en: 'Sign in' },
  body: z.strictObject({ username: typedUsername(), password: password() }),
  response: sessionAnswer,
  refusals: ['SIGN_IN_FAILED', 'SIGN_IN_THROTTLED', 'SIGN_IN_BUSY', 'NO_ROLE_TODAY'],
  sessionOnly: true,
});

export const signOut = declareEndpoint({
  name: 'signOut',
  kind: 'command',
  method: 'delete',
  path: '/session',
  permission: 'signed-in',
  tag,
  summary: { zh: '退出登录', en: 'Sign out' },
  response: done,
  sessionOnly: true,
  beforePasswordChange: true,
});

export const signOutEverywhere = declareEndpoint({
  name: 'signOutEverywhere',
  kind: 'command',
  method: 'delete',
  path: '/sessions',
  permission: 'signed-in',
  tag,
  summary: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  response: z.object({ ended: z.int() }),
  sessionOnly: true,
  beforePasswordChange: true,
});

export const listOwnSessions = declareEndpoint({
  name: 'listOwnSessions',
  kind: 'query',
  method: 'get',
  path: '/sessions',
  permission: 'signed-in',
  tag,
  summary: { zh: '本人的登录设备', en: 'One’s own sessions' },
  response: z.object({ items: z.array(sessionView) }),
  sessionOnly: true,
});

export const endOwnSession = declareEndpoint({
  name: 'endOwnSession',
  kind: 'command',
  method: 'delete',
  path: '/sessions/:sessionId',
  permission: 'signed-in',
  tag,
  summary: { zh: '在某一设备上退出', en: 'End one of one’s own sessions' },
  params: z.strictObject({ sessionId: uuid() }),
  response: done,
  refusals: ['NOT_FOUND'],
  sessionOnly: true,
});

export const changePassword = declareEndpoint({
  name: 'changePassword',
  kind: 'command',
  method: 'post',
  path: '/session/password',
  permission: 'signed-in',
  tag,
  summary: { zh: '修改密码', en: 'Change the password; every other session ends' },
  body: z.strictObject({ currentPassword: password(), newPassword: password() }),
  response: done,
  refusals: ['CURRENT_PASSWORD_WRONG', 'PASSWORD_UNFIT', 'SIGN_IN_THROTTLED', 'SIGN_IN_BUSY'],
  sessionOnly: true,
  beforePasswordChange: true,
});

export const switchCourt = declareEndpoint({
  name: 'switchCourt',
  kind: 'command',
  method: 'post',
  path: '/session/court',
  permission: 'signed-in',
  tag,
  summary: { zh: '切换所在法院', en: 'Act in another court' },
  body: z.strictObject({ courtId: courtId() }),
  response: sessionAnswer,
  refusals: ['NO_ROLE_IN_COURT'],
  sessionOnly: true,
});

export const changeLanguage = declareEndpoint({
  name: 'changeLanguage',
  kind: 'command',
  method: 'put',
  path: '/session/language',
  permission: 'signed-in',
  tag,
  summary: { zh: '切换语言', en: 'Choose the language' },
  body: z.strictObject({ language: z.enum(['zh', 'en']) }),
  response: done,
  sessionOnly: true,
  beforePasswordChange: true,
});

export const changePin = declareEndpoint({
  name: 'changePin',
  kind: 'command',
  method: 'put',
  path: '/session/pin',
  permission: 'signed-in',
  tag,
  summary: { zh: '设置确认码', en: 'Set the PIN that confirms as the second person' },
  body: z.strictObject({ currentPassword: password(), pin: pin() }),
  response: done,
  refusals: ['CURRENT_PASSWORD_WRONG', 'PIN_TRIVIAL', 'SIGN_IN_THROTTLED', 'SIGN_IN_BUSY'],
  sessionOnly: true,
});

/** The session endpoints that the shell itself uses. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';

const sessionResponse = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    mustChangePassword: z.boolean(),
    badgeCode: z.string().nullable(),
  }),
  court: z.object({ id: z.number(), name: z.string() }),
  courts: z.array(z.object({ id: z.number(), name: z.string() })),
  roles: z.array(z.string()),
  permissions: z.array(z.object({ permission: z.string(), scope: z.unknown() })),
  language: z.enum(['zh', 'en']),
});

const tag = 'session';

export const readSession = declareEndpoint({
  name: 'readSession',
  kind: 'query',
  method: 'get',
  path: '/session',
  permission: 'signed-in',
  tag,
  summary: { zh: '当前登录信息', en: 'The session' },
  response: sessionResponse,
  sessionOnly: true,
});

export const signIn = declareEndpoint({
  name: 'signIn',
  kind: 'command',
  method: 'post',
  path: '/session',
  permission: 'public',
  tag,
  summary: { zh: '登录', en: 'Sign in' },
  body: z.strictObject({ username: z.string(), password: z.string() }),
  response: sessionResponse,
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
  response: z.object({}),
  sessionOnly: true,
});

export const signOutEverywhere = declareEndpoint({
  name: 'signOutEverywhere',
  kind: 'command',
  method: 'delete',
  path: '/sessions',
  permission: 'signed-in',
  tag,
  summary: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  response: z.object({}),
  sessionOnly: true,
});

export const changePassword = declareEndpoint({
  name: 'changePassword',
  kind: 'command',
  method: 'post',
  path: '/session/password',
  permission: 'signed-in',
  tag,
  summary: { zh: '修改密码', en: 'Change the password' },
  body: z.strictObject({ currentPassword: z.string(), newPassword: z.string() }),
  response: z.object({}),
  sessionOnly: true,
});

export const readSetUp = declareEndpoint({
  name: 'readSetUp',
  kind: 'query',
  method: 'get',
  path: '/set-up/:token',
  permission: 'public',
  tag,
  summary: { zh: '首次设置', en: 'First set-up' },
  params: z.strictObject({ token: z.string() }),
  response: z.object({}),
  sessionOnly: true,
});

export const completeSetUp = declareEndpoint({
  name: 'completeSetUp',
  kind: 'command',
  method: 'post',
  path: '/set-up/:token',
  permission: 'public',
  tag,
  summary: { zh: '完成首次设置', en: 'Complete the first set-up' },
  params: z.strictObject({ token: z.string() }),
  body: z.strictObject({
    courtName: z.string(),
    courtCode: z.string(),
    name: z.string(),
    username: z.string(),
    password: z.string(),
  }),
  response: z.object({}),
  sessionOnly: true,
});

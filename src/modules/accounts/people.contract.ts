/** Accounts of people, their roles and their sessions, as the administrators see them. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, instant, line, pageOf, pageQuery, uuid } from '../../platform/fields.ts';
import {
  done,
  idAnswer,
  membershipView,
  personName,
  role,
  secondPerson,
  sessionView,
  username,
} from './account-fields.ts';

const tag = 'people';
const personParams = z.strictObject({ personId: uuid() });

const personFields = {
  fullName: personName(),
  departmentId: uuid().nullable(),
  employeeNumber: line(40).nullable(),
  phone: line(40).nullable(),
};

export const personSummary = z.object({
  id: uuid(),
  username: z.string(),
  fullName: z.string(),
  courtId: z.int(),
  departmentId: uuid().nullable(),
  departmentName: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  roles: z.array(z.string()),
  closed: z.boolean(),
});

export const personView = personSummary.extend({
  phone: z.string().nullable(),
  badgeCode: z.string().nullable(),
  version: z.int(),
  createdAt: instant(),
  closedAt: instant().nullable(),
  mustChangePassword: z.boolean(),
  hasPin: z.boolean(),
  pinLockedUntil: instant().nullable(),
  /** Roles in the acting court, past ones included. */
  memberships: z.array(membershipView),
  availableActions: z.array(
    z.enum(['update', 'close', 'reopen', 'resetPassword', 'grantRole', 'releaseLock', 'endSessions']),
  ),
});

export const listPeople = declareEndpoint({
  name: 'listPeople',
  kind: 'query',
  method: 'get',
  path: '/people',
  permission: 'person.read',
  tag,
  summary: { zh: '账号', en: 'Accounts of the acting court' },
  query: z.strictObject({
    ...pageQuery,
    q: line(100).optional(),
    departmentId: uuid().optional(),
    role: role().optional(),
    status: z.enum(['active', 'closed', 'all']).default('active'),
  }),
  response: pageOf(personSummary),
});

export const findPerson = declareEndpoint({
  name: 'findPerson',
  kind: 'query',
  method: 'get',
  path: '/people/:personId',
  permission: 'person.read',
  tag,
  summary: { zh: '账号详情', en: 'One account' },
  params: personParams,
  response: personView,
  refusals: ['NOT_FOUND'],
});

export const registerPerson = declareEndpoint({
  name: 'registerPerson',
  kind: 'command',
  method: 'post',
  path: '/people',
  permission: 'person.manage',
  tag,
  summary: { zh: '登记人员', en: 'Register a person with a first password that is shown once' },
  body: z.strictObject({
    username: username(),
    fullName: personFields.fullName,
    departmentId: personFields.departmentId.default(null),
    employeeNumber: personFields.employeeNumber.default(null),
    phone: personFields.phone.default(null),
  }),
  /** `firstPassword` is null when a repeated request is answered: it was shown the first time. */
  response: z.object({ id: uuid(), badgeCode: z.string().nullable(), firstPassword: z.string().nullable() }),
  refusals: ['DEPARTMENT_NOT_FOUND', 'USERNAME_TAKEN'],
  sessionOnly: true,
});

export const updatePerson = declareEndpoint({
  name: 'updatePerson',
  kind: 'command',
  method: 'patch',
  path: '/people/:personId',
  permission: 'person.manage',
  tag,
  summary: { zh: '修改人员信息', en: 'Correct a person’s data or move them to another department' },
  params: personParams,
  body: z.strictObject({
    fullName: personFields.fullName.optional(),
    departmentId: personFields.departmentId.optional(),
    employeeNumber: personFields.employeeNumber.optional(),
    phone: personFields.phone.optional(),
  }),
  response: z.object({ version: z.int() }),
  refusals: ['NOT_FOUND', 'PERSON_OF_OTHER_COURT', 'VERSION_STALE', 'DEPARTMENT_NOT_FOUND'],
  ifMatch: true,
});

export const closePerson = declareEndpoint({
  name: 'closePerson',
  kind: 'command',
  method: 'post',
  path: '/people/:personId/close',
  permission: 'person.manage',
  tag,
  summary: { zh: '停用账号', en: 'Close an account: its roles and sessions end at once' },
  params: personParams,
  response: done,
  refusals: [
    'NOT_FOUND',
    'PERSON_OF_OTHER_COURT',
    'PERSON_IS_ONESELF',
    'PERSON_IS_ADMINISTRATOR',
    'PERSON_STILL_HOLDS',
  ],
});

export const reopenPerson = declareEndpoint({
  name: 'reopenPerson',
  kind: 'command',
  method: 'post',
  path: '/people/:personId/reopen',
  permission: 'person.manage',
  tag,
  summary: { zh: '恢复账号', en: 'Open a closed account again, without its former roles' },
  params: personParams,
  response: done,
  refusals: ['NOT_FOUND', 'PERSON_OF_OTHER_COURT'],
});

export const resetPassword = declareEndpoint({
  name: 'resetPassword',
  kind: 'command',
  method: 'post',
  path: '/people/:personId/password',
  permission: 'person.manage',
  tag,
  summary: {
    zh: '重置密码（管理员的密码须另一名管理员确认）',
    en: 'Reset a password; an administrator’s needs a second administrator',
  },
  params: personParams,
  body: z.strictObject({ secondPerson: secondPerson().optional() }),
  response: z.object({ firstPassword: z.string().nullable() }),
  refusals: [
    'NOT_FOUND',
    'PERSON_OF_OTHER_COURT',
    'PERSON_IS_ONESELF',
    'SECOND_ADMINISTRATOR_REQUIRED',
    'PIN_NOT_SET',
    'PIN_LOCKED',
    'PIN_WRONG',
  ],
  sessionOnly: true,
});

export const releaseSignInLock = declareEndpoint({
  name: 'releaseSignInLock',
  kind: 'command',
  method: 'delete',
  path: '/people/:personId/sign-in-lock',
  permission: 'sign-in-lock.release',
  tag,
  summary: { zh: '解除登录与确认码锁定', en: 'Release the lock of sign-in and PIN' },
  params: personParams,
  response: done,
  refusals: ['NOT_FOUND'],
});

export const listSessionsOfPerson = declareEndpoint({
  name: 'listSessionsOfPerson',
  kind: 'query',
  method: 'get',
  path: '/people/:personId/sessions',
  permission: 'session.revoke',
  tag,
  summary: { zh: '他人的登录设备', en: 'Sessions of a person in the acting court' },
  params: personParams,
  response: z.object({ items: z.array(sessionView) }),
  refusals: ['NOT_FOUND'],
});

export const endSessionsOfPerson = declareEndpoint({
  name: 'endSessionsOfPerson',
  kind: 'command',
  method: 'delete',
  path: '/people/:personId/sessions',
  permission: 'session.revoke',
  tag,
  summary: { zh: '强制下线', en: 'End every session of a person in the acting court' },
  params: personParams,
  response: z.object({ ended: z.int() }),
  refusals: ['NOT_FOUND'],
});

const term = {
  departmentId: uuid().nullable().default(null),
  validFrom: day().optional(),
  validUntil: day().nullable().default(null),
};

export const grantMembership = declareEndpoint({
  name: 'grantMembership',
  kind: 'command',
  method: 'post',
  path: '/memberships',
  permission: 'role.grant',
  tag: 'memberships',
  summary: {
    zh: '授予角色（外院人员以用户名指定）',
    en: 'Grant a role in the acting court; a person of another court is named by username',
  },
  body: z.strictObject({
    person: z.union([z.strictObject({ id: uuid() }), z.strictObject({ username: username() })]),
    role: role(),
    ...term,
  }),
  response: idAnswer,
  refusals: [
    'PERSON_NOT_FOUND',
    'DEPARTMENT_NOT_FOUND',
    'GRANT_TO_ONESELF',
    'TERM_REVERSED',
    'TERM_STARTS_IN_PAST',
    'ROLE_ALREADY_HELD',
    'DEPARTMENT_REQUIRED',
    'ADMINISTRATORS_KEPT_APART',
  ],
});

export const endMembership = declareEndpoint({
  name: 'endMembership',
  kind: 'command',
  method: 'post',
  path: '/memberships/:membershipId/end',
  permission: 'role.grant',
  tag: 'memberships',
  summary: { zh: '终止角色', en: 'End a role, at once or from a day on' },
  params: z.strictObject({ membershipId: uuid() }),
  body: z.strictObject({ validUntil: day().optional() }),
  response: done,
  refusals: [
    'NOT_FOUND',
    'MEMBERSHIP_ENDED',
    'TERM_STARTS_IN_PAST',
    'LAST_SECURITY_ADMINISTRATOR',
    'ROLE_STILL_NEEDED',
  ],
});

export const appointAdministrator = declareEndpoint({
  name: 'appointAdministrator',
  kind: 'command',
  method: 'post',
  path: '/administrators',
  permission: 'administrator.appoint',
  tag: 'memberships',
  summary: {
    zh: '首次任命安全管理员或审计管理员',
    en: 'Appoint the first security or audit administrator, while the court has none',
  },
  body: z.strictObject({ personId: uuid(), role: z.enum(['security_admin', 'audit_admin']) }),
  response: idAnswer,
  refusals: ['PERSON_NOT_FOUND', 'GRANT_TO_ONESELF', 'ADMINISTRATOR_EXISTS', 'ADMINISTRATORS_KEPT_APART'],
});

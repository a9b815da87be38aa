/** Courts and departments. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, queryBoolean, queryInteger, uuid } from '../../platform/fields.ts';
import {
  courtLevel,
  courtSummary,
  divisionNumber,
  done,
  idAnswer,
  personName,
  username,
} from './account-fields.ts';

const courtParams = z.strictObject({ courtId: queryInteger(1, 2_147_483_647) });
const departmentParams = z.strictObject({ departmentId: uuid() });

const courtView = courtSummary.extend({
  parentId: z.int().nullable(),
  level: courtLevel(),
  closedOn: day().nullable(),
});

export const departmentView = z.object({
  id: uuid(),
  courtId: z.int(),
  parentId: uuid().nullable(),
  name: z.string(),
  sortOrder: z.int(),
  closedOn: day().nullable(),
  peopleCount: z.int(),
});

export const listCourts = declareEndpoint({
  name: 'listCourts',
  kind: 'query',
  method: 'get',
  path: '/courts',
  permission: 'directory.read',
  tag: 'courts',
  summary: { zh: '法院', en: 'The acting court and those below it that the person may read, parents first' },
  response: z.object({ items: z.array(courtView) }),
});

export const openCourt = declareEndpoint({
  name: 'openCourt',
  kind: 'command',
  method: 'post',
  path: '/courts',
  permission: 'court.manage',
  tag: 'courts',
  summary: { zh: '开通下级法院', en: 'Open a court below with its first system administrator' },
  body: z.strictObject({
    parentId: z.int().min(1),
    name: line(100),
    shortName: line(40),
    divisionNumber: divisionNumber(),
    level: courtLevel(),
    administrator: z.strictObject({ username: username(), fullName: personName() }),
  }),
  /** `firstPassword` is null when a repeated request is answered: it was shown the first time. */
  response: z.object({ id: z.int(), administratorId: uuid(), firstPassword: z.string().nullable() }),
  refusals: ['NOT_FOUND', 'COURT_LEVEL_NOT_BELOW', 'DIVISION_NUMBER_TAKEN', 'USERNAME_TAKEN'],
  sessionOnly: true,
});

export const renameCourt = declareEndpoint({
  name: 'renameCourt',
  kind: 'command',
  method: 'patch',
  path: '/courts/:courtId',
  permission: 'court.manage',
  tag: 'courts',
  summary: { zh: '更改法院名称', en: 'Rename a court' },
  params: courtParams,
  body: z.strictObject({ name: line(100), shortName: line(40) }),
  response: done,
  refusals: ['NOT_FOUND'],
});

export const listDepartments = declareEndpoint({
  name: 'listDepartments',
  kind: 'query',
  method: 'get',
  path: '/departments',
  permission: 'directory.read',
  tag: 'departments',
  summary: { zh: '部门', en: 'Departments of a court as a flat list with parents' },
  query: z.strictObject({
    courtId: queryInteger(1, 2_147_483_647).optional(),
    includeClosed: queryBoolean().default(false),
  }),
  response: z.object({ items: z.array(departmentView) }),
});

export const createDepartment = declareEndpoint({
  name: 'createDepartment',
  kind: 'command',
  method: 'post',
  path: '/departments',
  permission: 'department.manage',
  tag: 'departments',
  summary: { zh: '新建部门', en: 'Create a department' },
  body: z.strictObject({
    name: line(60),
    parentId: uuid().nullable().default(null),
    sortOrder: z.int().min(0).max(100_000).default(0),
  }),
  response: idAnswer,
  refusals: ['DEPARTMENT_NOT_FOUND', 'DEPARTMENT_NAME_TAKEN'],
});

export const updateDepartment = declareEndpoint({
  name: 'updateDepartment',
  kind: 'command',
  method: 'patch',
  path: '/departments/:departmentId',
  permission: 'department.manage',
  tag: 'departments',
  summary: { zh: '修改、移动部门', en: 'Rename, move or reorder a department' },
  params: departmentParams,
  body: z.strictObject({
    name: line(60).optional(),
    parentId: uuid().nullable().optional(),
    sortOrder: z.int().min(0).max(100_000).optional(),
  }),
  response: done,
  refusals: ['NOT_FOUND', 'DEPARTMENT_NOT_FOUND', 'DEPARTMENT_BELOW_ITSELF', 'DEPARTMENT_NAME_TAKEN'],
});

export const closeDepartment = declareEndpoint({
  name: 'closeDepartment',
  kind: 'command',
  method: 'post',
  path: '/departments/:departmentId/close',
  permission: 'department.manage',
  tag: 'departments',
  summary: { zh: '撤销部门', en: 'Close a department' },
  params: departmentParams,
  response: done,
  refusals: ['NOT_FOUND', 'DEPARTMENT_HAS_PEOPLE', 'DEPARTMENT_HAS_DEPARTMENTS', 'DEPARTMENT_STILL_USED'],
});

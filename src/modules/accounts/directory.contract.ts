/** People for pickers: names and departments, nothing else. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, pageOf, pageQuery, queryInteger, uuid } from '../../platform/fields.ts';
import { role } from './account-fields.ts';

export const directoryPerson = z.object({
  id: uuid(),
  name: z.string(),
  courtId: z.int(),
  departmentId: uuid().nullable(),
  departmentName: z.string().nullable(),
  employeeNumber: z.string().nullable(),
});

export const listDirectoryPeople = declareEndpoint({
  name: 'listDirectoryPeople',
  kind: 'query',
  method: 'get',
  path: '/directory/people',
  permission: 'directory.read',
  tag: 'directory',
  summary: { zh: '人员名录', en: 'People of the acting court with an open account, by name' },
  query: z.strictObject({
    ...pageQuery,
    /** Part of the name, the start of the username or employee number, or a scanned badge. */
    q: line(100).optional(),
    departmentId: uuid().optional(),
    role: role().optional(),
    courtId: queryInteger(1, 2_147_483_647).optional(),
  }),
  response: pageOf(directoryPerson),
});

export const listDirectoryDepartments = declareEndpoint({
  name: 'listDirectoryDepartments',
  kind: 'query',
  method: 'get',
  path: '/directory/departments',
  permission: 'directory.read',
  tag: 'directory',
  summary: { zh: '部门名录', en: 'Open departments of the acting court' },
  query: z.strictObject({ courtId: queryInteger(1, 2_147_483_647).optional() }),
  response: z.object({
    items: z.array(z.object({ id: uuid(), courtId: z.int(), parentId: uuid().nullable(), name: z.string() })),
  }),
});

export const findDirectoryBadge = declareEndpoint({
  name: 'findDirectoryBadge',
  kind: 'query',
  method: 'get',
  path: '/directory/badges/:badgeCode',
  permission: 'directory.read',
  tag: 'directory',
  summary: { zh: '按证件码查人', en: 'Whose badge this is' },
  params: z.strictObject({ badgeCode: line(40) }),
  response: directoryPerson,
  refusals: ['NOT_FOUND'],
});

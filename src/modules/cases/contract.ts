/** Cases: register, find, correct, hand to another handler. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  day,
  line,
  pageOf,
  pageQuery,
  queryBoolean,
  queryInteger,
  reason,
  uuid,
} from '../../platform/fields.ts';
import {
  addedRelation,
  caseAnswer,
  caseParams,
  caseStage,
  caseSummary,
  documentKind,
  optionalDay,
  optionalLine,
  partyKind,
  partyRole,
  secrecy,
  typedCaseNumber,
} from './case-fields.ts';

const tag = 'cases';

export const listCasesEndpoint = declareEndpoint({
  name: 'listCases',
  kind: 'query',
  method: 'get',
  path: '/cases',
  permission: 'case.read',
  tag,
  summary: { zh: '案件', en: 'Cases, the latest first; a number is found in any writing' },
  query: z.strictObject({
    ...pageQuery,
    /** A case number whole or in part, in any writing; words of the cause; a party’s name. */
    q: line(100).optional(),
    handlerId: uuid().optional(),
    /** Those that I handle or keep the files of. */
    mine: queryBoolean().default(false),
    departmentId: uuid().optional(),
    stage: caseStage().optional(),
    state: z.enum(['open', 'closed', 'all']).default('all'),
    courtId: queryInteger(1, 2_147_483_647).optional(),
  }),
  response: pageOf(caseSummary),
});

export const listOwnCasesEndpoint = declareEndpoint({
  name: 'listOwnCases',
  kind: 'query',
  method: 'get',
  path: '/my/cases',
  permission: 'case.read',
  tag,
  summary: { zh: '我的在办案件，先到期的在前', en: 'My open cases, the next due first' },
  query: z.strictObject({ limit: queryInteger(1, 200).default(50) }),
  response: z.object({
    items: z.array(
      caseSummary.extend({
        /** What is due next in the case, whoever answers for it; null: nothing is. */
        next: z
          .object({
            rule: z.object({ zh: z.string(), en: z.string() }),
            dueOn: z.string(),
            isOverdue: z.boolean(),
          })
          .nullable(),
      }),
    ),
    /** Open cases that are not shown. */
    more: z.int(),
  }),
});

export const readCaseEndpoint = declareEndpoint({
  name: 'readCase',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId',
  permission: 'case.read',
  tag,
  summary: { zh: '一个案件', en: 'One case with its numbers, parties, handlers and linked cases' },
  params: caseParams,
  response: caseAnswer,
  refusals: ['CASE_NOT_FOUND'],
});

const caseFacts = {
  cause: line(200),
  clerkId: uuid().nullable().default(null),
  /** The handler’s own when it is left out. */
  departmentId: uuid().nullable().default(null),
  acceptedOn: day(),
  effectiveOn: optionalDay(),
  closedOn: optionalDay(),
  secrecy: secrecy().default('open'),
  involvesMinors: z.boolean().default(false),
  seizingOrgan: optionalLine(200),
  procuratorate: optionalLine(200),
};

const NUMBER_REFUSALS = ['CASE_NUMBER_INVALID', 'CASE_NUMBER_LISTED_TWICE', 'CASE_NUMBER_TAKEN'];
const DOCUMENT_REFUSALS = ['DOCUMENT_KIND_MISSING', 'DOCUMENT_NUMBER_INVALID'];
const FACT_REFUSALS = ['CASE_HANDLER_UNKNOWN', 'CASE_DEPARTMENT_UNKNOWN', 'CASE_DATES_WRONG'];

export const createCaseEndpoint = declareEndpoint({
  name: 'createCase',
  kind: 'command',
  method: 'post',
  path: '/cases',
  permission: 'case.write',
  tag,
  summary: { zh: '登记案件', en: 'Register a case with its number' },
  body: z.strictObject({
    number: typedCaseNumber(),
    /** By the type of the number when it is left out. */
    relation: addedRelation().optional(),
    stage: caseStage().optional(),
    sourceDocument: optionalLine(200),
    handlerId: uuid(),
    ...caseFacts,
    otherNumbers: z
      .array(
        z.strictObject({
          number: typedCaseNumber(),
          relation: addedRelation().optional(),
          sourceDocument: optionalLine(200),
        }),
      )
      .max(20)
      .default([]),
    parties: z
      .array(
        z.strictObject({
          role: partyRole(),
          kind: partyKind(),
          name: line(100),
          documentKind: documentKind().nullable().default(null),
          documentNumber: line(40).nullable().default(null),
          contact: optionalLine(100),
        }),
      )
      .max(50)
      .default([]),
  }),
  response: caseAnswer,
  refusals: ['CASE_NOT_YOURS', ...NUMBER_REFUSALS, ...FACT_REFUSALS, ...DOCUMENT_REFUSALS],
});

export const correctCaseEndpoint = declareEndpoint({
  name: 'correctCase',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/correct',
  permission: 'case.write',
  tag,
  summary: { zh: '更正案件', en: 'Correct what is written of a case' },
  params: caseParams,
  body: z.strictObject({ ...caseFacts, departmentId: uuid(), stage: caseStage() }),
  response: caseAnswer,
  ifMatch: true,
  refusals: ['CASE_NOT_FOUND', 'CASE_NOT_YOURS', 'VERSION_STALE', 'CASE_NAMES_HIDDEN', ...FACT_REFUSALS],
});

export const reassignCaseEndpoint = declareEndpoint({
  name: 'reassignCase',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/reassign',
  permission: 'case.reassign',
  tag,
  summary: { zh: '变更承办人', en: 'Hand a case to another handler, from a day on' },
  params: caseParams,
  body: z.strictObject({
    handlerId: uuid(),
    /** The new handler’s own when it is left out. */
    departmentId: uuid().nullable().default(null),
    fromOn: day(),
    reason: reason(),
  }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [
    ...[
      'CASE_NOT_FOUND',
      'CASE_NOT_YOURS',
      'VERSION_STALE',
      'CASE_HANDLER_UNKNOWN',
      'CASE_DEPARTMENT_UNKNOWN',
    ],
    ...['HANDLER_UNCHANGED', 'REASSIGNED_IN_FUTURE', 'REASSIGNED_BEFORE_LAST'],
  ],
});

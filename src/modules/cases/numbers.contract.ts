/** The numbers of cases and the links between cases. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, reason, uuid } from '../../platform/fields.ts';
import {
  addedRelation,
  caseAnswer,
  caseParams,
  linkKind,
  optionalLine,
  typedCaseNumber,
} from './case-fields.ts';

const tag = 'cases';
const NUMBER_REFUSALS = ['CASE_NUMBER_INVALID', 'CASE_NUMBER_TAKEN'];
const CHANGE_REFUSALS = ['CASE_NOT_FOUND', 'CASE_NOT_YOURS', 'VERSION_STALE'];

export const checkCaseNumberEndpoint = declareEndpoint({
  name: 'checkCaseNumber',
  kind: 'query',
  method: 'get',
  path: '/case-numbers/check',
  permission: 'case.read',
  tag,
  summary: { zh: '核对案号', en: 'What a typed number is, what is wrong with it, and whose it is' },
  query: z.strictObject({ number: typedCaseNumber() }),
  response: z.object({
    canonical: z.string().nullable(),
    problem: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
    isOfOtherCourt: z.boolean(),
    /** Cases with this number that the person may read; the rightful one first. */
    cases: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        cause: z.string(),
        handler: z.string(),
        isFormerlyWrong: z.boolean(),
      }),
    ),
    /** Whether a case has it, which the person may perhaps not read. */
    isTaken: z.boolean(),
  }),
});

export const listCaseNumberTypesEndpoint = declareEndpoint({
  name: 'listCaseNumberTypes',
  kind: 'query',
  method: 'get',
  path: '/case-number-types',
  permission: 'case.read',
  tag,
  summary: { zh: '类型代字', en: 'Types of case numbers that the court added to those that ship' },
  response: z.object({
    items: z.array(
      z.object({ type: z.string(), basis: z.string(), addedByName: z.string(), addedAt: z.string() }),
    ),
  }),
});

export const addCaseNumberTypeEndpoint = declareEndpoint({
  name: 'addCaseNumberType',
  kind: 'command',
  method: 'post',
  path: '/case-number-types',
  permission: 'case-number-type.manage',
  tag,
  summary: { zh: '增补类型代字', en: 'Add a type of case numbers' },
  body: z.strictObject({ type: z.string().regex(/^[\u4e00-\u9fa5]{1,4}$/), basis: line(200) }),
  response: z.object({ type: z.string() }),
  refusals: ['CASE_NUMBER_TYPE_EXISTS'],
});

export const addCaseNumberEndpoint = declareEndpoint({
  name: 'addCaseNumber',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/numbers',
  permission: 'case.write',
  tag,
  summary: { zh: '增加案号', en: 'Add a number: appeal, remand, retrial, execution, merged, split' },
  params: caseParams,
  body: z.strictObject({
    number: typedCaseNumber(),
    relation: addedRelation(),
    sourceDocument: optionalLine(200),
    validFrom: day(),
    /** Whether lists show this one from now on. */
    isPrimary: z.boolean().default(false),
  }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [...CHANGE_REFUSALS, ...NUMBER_REFUSALS],
});

export const markNumberWrongEndpoint = declareEndpoint({
  name: 'markNumberWrong',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/numbers/:numberId/mark-wrong',
  permission: 'case.write',
  tag,
  summary: { zh: '标记原错号', en: 'Say that a number was wrong, and which one is right' },
  params: caseParams.extend({ numberId: uuid() }),
  body: z.strictObject({
    rightNumber: typedCaseNumber(),
    sourceDocument: optionalLine(200),
    reason: reason(),
  }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [
    ...[...CHANGE_REFUSALS, 'CASE_NUMBER_NOT_OF_CASE', 'CASE_NUMBER_WRONG_ALREADY', 'CASE_NUMBER_SAME'],
    ...NUMBER_REFUSALS,
  ],
});

export const linkCasesEndpoint = declareEndpoint({
  name: 'linkCases',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/links',
  permission: 'case.write',
  tag,
  summary: { zh: '并案、分案', en: 'Link two cases that were merged or split' },
  params: caseParams,
  body: z.strictObject({
    otherNumber: typedCaseNumber(),
    kind: linkKind(),
    /** Whether this case keeps the ledger of what both need; otherwise the other one does. */
    isMain: z.boolean(),
    sourceDocument: line(200),
    linkedOn: day(),
  }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [
    ...[...CHANGE_REFUSALS, 'CASE_NUMBER_INVALID', 'OTHER_CASE_NOT_FOUND'],
    ...['CASE_LINKED_TO_ITSELF', 'CASES_LINKED_ALREADY'],
  ],
});

export const endCaseLinkEndpoint = declareEndpoint({
  name: 'endCaseLink',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/links/:otherCaseId/end',
  permission: 'case.write',
  tag,
  summary: { zh: '解除关联', en: 'End the link of two cases' },
  params: caseParams.extend({ otherCaseId: uuid() }),
  body: z.strictObject({ reason: reason() }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [...CHANGE_REFUSALS, 'CASE_LINK_NOT_FOUND'],
});

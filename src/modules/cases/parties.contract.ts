/** Parties of a case and the numbers of their documents. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, reason, uuid } from '../../platform/fields.ts';
import {
  caseAnswer,
  caseParams,
  caseSummary,
  documentKind,
  optionalLine,
  partyKind,
  partyRole,
} from './case-fields.ts';

const tag = 'cases';
const CHANGE_REFUSALS = ['CASE_NOT_FOUND', 'CASE_NOT_YOURS', 'VERSION_STALE', 'CASE_NAMES_HIDDEN'];
const NUMBER_REFUSALS = ['DOCUMENT_KIND_MISSING', 'DOCUMENT_NUMBER_INVALID'];
const partyParams = caseParams.extend({ partyId: uuid() });
const documentNumber = () => line(40);

const partyFacts = {
  role: partyRole(),
  kind: partyKind(),
  name: line(100),
  documentKind: documentKind().nullable().default(null),
  contact: optionalLine(100),
  note: optionalLine(200),
};

export const addPartyEndpoint = declareEndpoint({
  name: 'addParty',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/parties',
  permission: 'case.write',
  tag,
  summary: { zh: '增加当事人', en: 'Add a party' },
  params: caseParams,
  body: z.strictObject({ ...partyFacts, documentNumber: documentNumber().nullable().default(null) }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [...CHANGE_REFUSALS, ...NUMBER_REFUSALS],
});

export const correctPartyEndpoint = declareEndpoint({
  name: 'correctParty',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/parties/:partyId/correct',
  permission: 'case.write',
  tag,
  summary: { zh: '更正当事人', en: 'Correct a party; a number that is left out stays as it is' },
  params: partyParams,
  body: z.strictObject({
    ...partyFacts,
    /** null: there is none any more. Left out: it stays. */
    documentNumber: documentNumber().nullable().optional(),
  }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [...CHANGE_REFUSALS, 'PARTY_NOT_FOUND', 'PARTY_LEFT', ...NUMBER_REFUSALS],
});

export const removePartyEndpoint = declareEndpoint({
  name: 'removeParty',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/parties/:partyId/remove',
  permission: 'case.write',
  tag,
  summary: { zh: '移出当事人', en: 'Say that somebody is no party any more' },
  params: partyParams,
  body: z.strictObject({ reason: reason() }),
  response: caseAnswer,
  ifMatch: true,
  refusals: [...CHANGE_REFUSALS, 'PARTY_NOT_FOUND', 'PARTY_LEFT'],
});

export const revealPartyNumberEndpoint = declareEndpoint({
  name: 'revealPartyNumber',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/parties/:partyId/reveal-number',
  permission: 'case.identity.reveal',
  tag,
  summary: {
    zh: '查看证件号码',
    en: 'Show the number of a party’s document; the reason is kept in the audit trail',
  },
  params: partyParams,
  body: z.strictObject({ reason: reason() }),
  response: z.object({ number: z.string() }),
  refusals: [
    'CASE_NOT_FOUND',
    'CASE_NOT_YOURS',
    'PARTY_NOT_FOUND',
    'PARTY_HAS_NO_NUMBER',
    'IDENTITY_KEY_MISSING',
  ],
});

export const findCasesByDocumentEndpoint = declareEndpoint({
  name: 'findCasesByDocument',
  kind: 'command',
  method: 'post',
  path: '/cases/find-by-document',
  permission: 'case.read',
  tag,
  summary: {
    zh: '按证件号码查案件',
    en: 'Cases of a party by the whole number of a document; kept in the audit trail',
  },
  body: z.strictObject({ documentNumber: documentNumber() }),
  response: z.object({ items: z.array(caseSummary) }),
});

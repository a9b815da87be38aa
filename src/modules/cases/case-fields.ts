/** Field types and answers that several contracts of cases share. Runs in the browser too. */
import { z } from 'zod';
import { day, line } from '../../platform/fields.ts';
import { DOCUMENT_KINDS } from './document-number.ts';
import {
  CASE_ACTIONS,
  CASE_STAGES,
  keysOf,
  LINK_KINDS,
  NUMBER_RELATIONS,
  PARTY_KINDS,
  PARTY_ROLES,
  SECRECY_LEVELS,
  type AddedRelation,
} from './rules.ts';

export const caseStage = () => z.enum(keysOf(CASE_STAGES));
export const secrecy = () => z.enum(keysOf(SECRECY_LEVELS));
export const numberRelation = () => z.enum(keysOf(NUMBER_RELATIONS));
export const linkKind = () => z.enum(keysOf(LINK_KINDS));
export const partyRole = () => z.enum(keysOf(PARTY_ROLES));
export const partyKind = () => z.enum(keysOf(PARTY_KINDS));
export const documentKind = () => z.enum(keysOf(DOCUMENT_KINDS));
/** What a number can be added as. */
export const addedRelation = () => z.enum(keysOf(NUMBER_RELATIONS)).exclude(['formerly_wrong']);
export type { AddedRelation };

/** As typed; the grammar is asked by the use case, which names what is wrong. */
export const typedCaseNumber = () => line(100);
export const optionalLine = (max: number) => line(max).nullable().default(null);
export const optionalDay = () => day().nullable().default(null);

export const caseParams = z.strictObject({ caseId: z.uuid() });

/** A case as lists show it; names and cause as the reader may see them. */
export const caseSummary = z.object({
  courtId: z.int(),
  id: z.string(),
  /** The canonical primary number. */
  number: z.string(),
  otherNumbers: z.array(z.object({ number: z.string(), relation: numberRelation() })),
  cause: z.string(),
  handlerId: z.string(),
  handler: z.string(),
  department: z.string(),
  stage: caseStage(),
  acceptedOn: z.string(),
  closedOn: z.string().nullable(),
  secrecy: secrecy(),
  involvesMinors: z.boolean(),
  /** Whether names or the cause are shown otherwise than they are written. */
  isMasked: z.boolean(),
  parties: z.array(z.object({ name: z.string(), role: partyRole() })),
  version: z.int(),
});
export type CaseSummary = z.output<typeof caseSummary>;

export const caseNumberAnswer = z.object({
  id: z.string(),
  number: z.string(),
  raw: z.string(),
  relation: numberRelation(),
  isPrimary: z.boolean(),
  /** Of a court that is neither this one nor above or below it. */
  isOfOtherCourt: z.boolean(),
  sourceDocument: z.string().nullable(),
  validFrom: z.string(),
  supersededBy: z.string().nullable(),
  supersededOn: z.string().nullable(),
  supersededReason: z.string().nullable(),
  addedByName: z.string(),
  addedAt: z.string(),
});

export const partyAnswer = z.object({
  id: z.string(),
  role: partyRole(),
  kind: partyKind(),
  name: z.string(),
  documentKind: documentKind().nullable(),
  /** The first character and the last two. */
  numberMasked: z.string().nullable(),
  contact: z.string().nullable(),
  note: z.string().nullable(),
  leftOn: z.string().nullable(),
  leftReason: z.string().nullable(),
  mayReveal: z.boolean(),
});

export const caseLinkAnswer = z.object({
  caseId: z.string(),
  number: z.string(),
  cause: z.string(),
  handler: z.string(),
  kind: linkKind(),
  /** Whether the case at hand keeps the ledger (主账) of what both need. */
  isMain: z.boolean(),
  sourceDocument: z.string(),
  linkedOn: z.string(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
});

export const caseAnswer = caseSummary.omit({ otherNumbers: true, parties: true }).extend({
  clerkId: z.string().nullable(),
  clerk: z.string().nullable(),
  departmentId: z.string(),
  effectiveOn: z.string().nullable(),
  seizingOrgan: z.string().nullable(),
  procuratorate: z.string().nullable(),
  numbers: z.array(caseNumberAnswer),
  parties: z.array(partyAnswer),
  handlers: z.array(
    z.object({
      handlerId: z.string(),
      handler: z.string(),
      department: z.string(),
      fromOn: z.string(),
      untilOn: z.string().nullable(),
      reason: z.string().nullable(),
      recordedByName: z.string(),
      recordedAt: z.string(),
    }),
  ),
  links: z.array(caseLinkAnswer),
  availableActions: z.array(z.enum(CASE_ACTIONS)),
});
export type CaseAnswer = z.output<typeof caseAnswer>;

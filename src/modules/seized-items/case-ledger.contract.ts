/** 一案一账: the ledger of a case on screen and on paper, with its two proofs. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, paragraph, queryInteger, uuid } from '../../platform/fields.ts';
import { secondPersonInput } from './item-input.ts';

const TAG = 'seized-items';
const params = z.strictObject({ caseId: uuid() });

const ledgerRow = z.object({
  sequence: z.int(),
  itemId: z.string(),
  code: z.string(),
  number: z.int(),
  name: z.string(),
  kind: z.string(),
  zh: z.string(),
  en: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  isLate: z.boolean(),
  isVisitMissing: z.boolean(),
  unit: z.string(),
  isMoney: z.boolean(),
  inQuantity: z.string().nullable(),
  outQuantity: z.string().nullable(),
  balance: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  place: z.string().nullable(),
  holder: z.string().nullable(),
  seal: z.string().nullable(),
  actorName: z.string(),
  secondPersonName: z.string().nullable(),
  counterparty: z.string().nullable(),
  basis: z.string().nullable(),
  note: z.string().nullable(),
  correctsSequence: z.int().nullable(),
});
export type CaseLedgerRow = z.output<typeof ledgerRow>;

const quantities = z.object({
  received: z.string(),
  born: z.string(),
  proceeds: z.string(),
  recovered: z.string(),
  converted_in: z.string(),
  part_in: z.string(),
  reattributed_in: z.string(),
  baseline_more: z.string(),
  part_out: z.string(),
  reattributed_out: z.string(),
  converted_out: z.string(),
  reclassified: z.string(),
  consumed: z.string(),
  natural_loss: z.string(),
  baseline_less: z.string(),
  lost: z.string(),
  disposed: z.string(),
  in_store: z.string(),
  out: z.string(),
  in_transit: z.string(),
  with_keeper: z.string(),
  under_investigation: z.string(),
});

/** received + born + proceeds + recovered = what is there + what went away, per unit and currency. */
export const conservationAnswer = z.object({
  holds: z.boolean(),
  rows: z.array(
    z.object({
      unit: z.string(),
      isCurrency: z.boolean(),
      itemCount: z.int(),
      sums: quantities,
      total: z.string(),
    }),
  ),
  differences: z.array(
    z.object({
      fault: z.string(),
      itemId: z.string().nullable(),
      unit: z.string(),
      sequence: z.int().nullable(),
      expected: z.string(),
      found: z.string(),
    }),
  ),
});

export const closureAnswer = z.object({
  holds: z.boolean(),
  itemCount: z.int(),
  openItemCount: z.int(),
  openCurrencies: z.array(z.object({ currency: z.string(), amount: z.string() })),
  /** Lines of judgments that are not carried out. */
  openLines: z.array(z.object({ lineId: z.string(), label: z.object({ zh: z.string(), en: z.string() }) })),
  /** Claims after a reversal that are not settled. */
  openClaims: z.array(z.object({ claimId: z.string(), zh: z.string(), en: z.string() })),
});

export const readCaseLedgerEndpoint = declareEndpoint({
  name: 'readCaseLedger',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/ledger',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '一案一账', en: 'The ledger of a case' },
  params,
  query: z.strictObject({
    /** The sequence after which to go on. */
    after: queryInteger(0, 2_147_483_647).default(0),
    limit: queryInteger(1, 500).default(200),
  }),
  response: z.object({
    caseId: z.string(),
    caseNumber: z.string(),
    openedAt: z.string().nullable(),
    entryCount: z.int(),
    itemCount: z.int(),
    lastHash: z.string().nullable(),
    conservation: conservationAnswer,
    closure: closureAnswer,
    /** The newest closing or reopening of the ledger; null: it was never closed. */
    closing: z
      .object({
        kind: z.enum(['closed', 'reopened']),
        at: z.string(),
        byName: z.string(),
        secondPersonName: z.string().nullable(),
        document: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    availableActions: z.array(z.enum(['close', 'reopen'])),
    rows: z.array(ledgerRow),
    nextSequence: z.int().nullable(),
  }),
  refusals: ['INTAKE_CASE_UNKNOWN'],
});

export const closeCaseLedgerEndpoint = declareEndpoint({
  name: 'closeCaseLedger',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/ledger/close',
  permission: 'case-ledger.close',
  tag: TAG,
  summary: { zh: '销账', en: 'Close the ledger of a case' },
  params,
  body: z.strictObject({ document: line(200).nullable().default(null), secondPerson: secondPersonInput }),
  response: z.object({ closed: z.boolean() }),
  refusals: ['INTAKE_CASE_UNKNOWN', 'LEDGER_CLOSED', 'LEDGER_EMPTY', 'LEDGER_STILL_OPEN'],
});

export const reopenCaseLedgerEndpoint = declareEndpoint({
  name: 'reopenCaseLedger',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/ledger/reopen',
  permission: 'case-ledger.reopen',
  tag: TAG,
  summary: { zh: '恢复台账', en: 'Reopen the ledger of a case' },
  params,
  body: z.strictObject({ document: line(200), reason: paragraph(500) }),
  response: z.object({ closed: z.boolean() }),
  refusals: ['INTAKE_CASE_UNKNOWN', 'LEDGER_NOT_CLOSED'],
});

export const printCaseLedgerEndpoint = declareEndpoint({
  name: 'printCaseLedger',
  kind: 'download',
  method: 'get',
  path: '/cases/:caseId/ledger.pdf',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '打印一案一账', en: 'The ledger of a case as a paper' },
  params,
  query: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
  refusals: ['INTAKE_CASE_UNKNOWN'],
});

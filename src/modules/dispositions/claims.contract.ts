/** What is owed after a reversal: opened, recovered in parts, ended. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { amountFen, day, line, paragraph, uuid } from '../../platform/fields.ts';
import { choiceOf, optional, secondPersonInput } from '../seized-items/item-input.ts';
import { CURRENCIES } from '../seized-items/item-quantity.ts';
import { CLAIM_ENDS } from './claim.rules.ts';
import { CLAIM_KINDS } from './judgment-orders.ts';

const TAG = 'dispositions';
const params = z.strictObject({ claimId: uuid() });

export const openClaimEndpoint = declareEndpoint({
  name: 'openDispositionClaim',
  kind: 'command',
  method: 'post',
  path: '/dispositions/:dispositionId/claims',
  permission: 'disposition.claim',
  tag: TAG,
  summary: {
    zh: '登记执行回转、赔偿',
    en: 'Record what is owed after a judgment was reversed; the item stays as it ended',
  },
  params: z.strictObject({ dispositionId: uuid() }),
  body: z.strictObject({
    kind: choiceOf(CLAIM_KINDS),
    document: line(200),
    claimant: line(200),
    amountFen: amountFen().min(1),
    reason: paragraph(500),
  }),
  response: z.object({ id: z.string() }),
  refusals: ['DISPOSITION_NOT_FOUND', 'CLAIM_OF_REVERSED', 'LEDGER_CLOSED'],
});

export const recordRecoveryEndpoint = declareEndpoint({
  name: 'recordClaimRecovery',
  kind: 'command',
  method: 'post',
  path: '/disposition-claims/:claimId/recoveries',
  permission: 'disposition.recover',
  tag: TAG,
  summary: {
    zh: '登记追回款项：执行与财务两人，同时记为本案款项',
    en: 'Record money that came back on a claim; it becomes money of the case',
  },
  params,
  body: z.strictObject({
    currency: choiceOf(CURRENCIES).default('CNY'),
    amountMinor: amountFen().min(1),
    /** Who paid it back, or the treasury that refunded it. */
    payer: line(200),
    /** The ruling or notice on which it came back. */
    document: line(200),
    paymentSlip: line(100),
    bank: line(100),
    recoveredOn: day(),
    secondPerson: secondPersonInput,
    note: optional(paragraph(500)),
  }),
  response: z.object({
    id: z.string(),
    openFen: z.int(),
    newItem: z.object({ id: z.string(), code: z.string(), number: z.int() }),
  }),
  refusals: [
    ...['CLAIM_NOT_FOUND', 'CLAIM_CLOSED', 'LEDGER_CLOSED', 'CLAIM_NOT_RECOVERABLE', 'NOTICE_IN_FUTURE'],
    ...['RECOVERY_BEFORE_DISPOSITION', 'RECOVERY_SLIP_TAKEN', 'RATE_MISSING', 'RECOVERY_EXCEEDS_CLAIM'],
    ...['RECOVERY_WORTH_NOTHING', 'RECOVERY_NEEDS_FINANCE'],
  ],
});

export const requestClaimEndEndpoint = declareEndpoint({
  name: 'requestClaimEnd',
  kind: 'command',
  method: 'post',
  path: '/disposition-claims/:claimId/end-requests',
  permission: 'item.request',
  tag: TAG,
  summary: {
    zh: '申请未足额终结回转、赔偿',
    en: 'Ask for a claim to end though not all of it came back',
  },
  params,
  body: z.strictObject({
    state: z.enum(['rejected', 'written_off']),
    document: line(200),
    reason: paragraph(500),
  }),
  response: z.object({ id: z.string(), number: z.string() }),
  refusals: [
    ...['CLAIM_NOT_FOUND', 'CLAIM_CLOSED', 'CLAIM_IS_RECOVERED'],
    ...['REQUEST_REFUSED', 'REQUEST_NOT_YOURS_TO_ASK'],
  ],
});

export const closeClaimEndpoint = declareEndpoint({
  name: 'closeDispositionClaim',
  kind: 'command',
  method: 'post',
  path: '/disposition-claims/:claimId/close',
  permission: 'disposition.claim',
  tag: TAG,
  summary: { zh: '办结执行回转、赔偿', en: 'Close a claim' },
  params,
  body: z.strictObject({
    state: choiceOf(CLAIM_ENDS),
    document: line(200),
    /** Of the approval, where not all of it came back. */
    requestId: optional(uuid()),
  }),
  response: z.object({ state: z.string() }),
  refusals: [
    ...['CLAIM_NOT_FOUND', 'CLAIM_CLOSED', 'CLAIM_NOT_RECOVERED', 'CLAIM_IS_RECOVERED'],
    'CLAIM_END_NEEDS_APPROVAL',
  ],
});

export const claimAnswer = z.object({
  id: z.string(),
  kind: choiceOf(CLAIM_KINDS),
  document: z.string(),
  claimant: z.string(),
  amountFen: z.int(),
  recoveredFen: z.int(),
  openFen: z.int(),
  reason: z.string(),
  state: z.enum(['open', 'paid', 'rejected', 'written_off']),
  openedAt: z.string(),
  openedByName: z.string(),
  closingDocument: z.string().nullable(),
  closingReason: z.string().nullable(),
  closingApproval: z.string().nullable(),
  recoveries: z.array(
    z.object({
      id: z.string(),
      itemId: z.string(),
      currency: z.string(),
      amountMinor: z.int(),
      recoveredFen: z.int(),
      payer: z.string(),
      document: z.string(),
      paymentSlip: z.string(),
      bank: z.string(),
      recoveredOn: z.string(),
      recordedByName: z.string(),
      secondPersonName: z.string(),
    }),
  ),
});

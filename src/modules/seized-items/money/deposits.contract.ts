/** Money to the bank: the slip, the deposit, the judge's order on marked notes. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { amountFen, day, line, pageOf, pageQuery, paragraph, uuid } from '../../../platform/fields.ts';
import { optional, secondPersonInput } from '../item-input.ts';
import { worthAnswer } from '../rates/worth.contract.ts';
import { exchangeRateText } from '../rates/rates.contract.ts';
import { transitionsAnswer } from '../transitions.contract.ts';
import { laterConversion } from './conversions.contract.ts';
import { SLIP_BYTES_MAX } from './slip-size.ts';

const TAG = 'seized-items';

export const uploadDepositSlipEndpoint = declareEndpoint({
  name: 'uploadDepositSlip',
  kind: 'upload',
  method: 'post',
  path: '/money-deposit-slips',
  permission: 'money.deposit',
  tag: TAG,
  summary: { zh: '上传银行存款凭证', en: 'Upload the slip of the bank, before the deposit is recorded' },
  response: z.object({ depositId: z.string(), fileId: z.string(), fileName: z.string() }),
  refusals: ['BODY_TOO_LARGE', 'ITEM_FILE_REFUSED'],
  bodyLimitBytes: SLIP_BYTES_MAX,
});

export const depositMoneyEndpoint = declareEndpoint({
  name: 'depositMoney',
  kind: 'command',
  method: 'post',
  path: '/money-deposits',
  permission: 'money.deposit',
  tag: TAG,
  summary: {
    zh: '存入专户：保管员与财务人员两人，凭证号、银行、账户简称、日期',
    en: 'Deposit money at the bank: custodian and finance, with the slip',
  },
  body: z.strictObject({
    itemIds: z.array(uuid()).min(1).max(100),
    /** Of the slip that was uploaded. */
    depositId: uuid(),
    slipNumber: line(60),
    bank: line(100),
    accountAlias: line(60),
    depositedOn: day(),
    secondPerson: secondPersonInput,
    note: paragraph(1000).nullable().default(null),
    /** What the bank changed it into, by the slip; null: it keeps the currency. The rate in the terms of the middle rate. */
    conversion: optional(
      z.strictObject({ bankRate: exchangeRateText(), creditedFen: amountFen().refine((fen) => fen > 0) }),
    ),
  }),
  response: transitionsAnswer,
  refusals: [
    'LINES_REFUSED',
    'ITEM_NOT_FOUND',
    'DEPOSIT_NOT_MONEY',
    'DEPOSIT_CURRENCIES_DIFFER',
    'DEPOSIT_KEPT_AS_EVIDENCE',
    'DEPOSIT_NEEDS_BOTH',
    'DEPOSIT_NOT_CUSTODIAN',
    'DEPOSIT_ALIAS_IS_NUMBER',
    'DEPOSIT_SLIP_TAKEN',
    'DEPOSIT_SLIP_MISSING',
    'DEPOSIT_IN_FUTURE',
    ...['CONVERSION_OF_YUAN', 'RATE_MISSING', 'CONVERSION_NOT_AS_RATE', 'CONVERSION_RATE_FAR_OFF'],
  ],
});

export const depositAnswer = z.object({
  id: z.string(),
  slipNumber: z.string(),
  bank: z.string(),
  accountAlias: z.string(),
  currency: z.string(),
  amountMinor: z.int(),
  depositedOn: z.string(),
  slipFileId: z.string(),
  depositedByName: z.string(),
  secondPersonName: z.string(),
  /** Of foreign money, where there was a rate. */
  worth: worthAnswer.nullable(),
  /** At the counter, on the slip of the deposit. */
  conversion: z.object({ bankRate: z.string(), creditedFen: z.int(), differenceFen: z.int() }).nullable(),
  /** Later, the oldest first. */
  conversions: z.array(laterConversion),
  /** What is still there in its foreign currency, with its worth of today; null: nothing. */
  remaining: z.object({ amountMinor: z.int(), worth: worthAnswer.nullable() }).nullable(),
  availableActions: z.array(z.enum(['convert'])),
  lines: z.array(
    z.object({
      itemId: z.string(),
      code: z.string(),
      name: z.string(),
      caseId: z.string(),
      caseNumber: z.string(),
      amountMinor: z.int(),
      /** What the bank made of it, in 分; null: it keeps the currency. */
      creditedFen: z.int().nullable(),
      /** Still there in the foreign currency; null: nothing, or yuan. */
      remainingMinor: z.int().nullable(),
    }),
  ),
});
export type DepositAnswer = z.output<typeof depositAnswer>;

export const listDepositsEndpoint = declareEndpoint({
  name: 'listMoneyDeposits',
  kind: 'query',
  method: 'get',
  path: '/money-deposits',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '存款登记', en: 'Deposits of the court, the newest first' },
  query: z.strictObject({ ...pageQuery, itemId: uuid().optional() }),
  response: pageOf(depositAnswer),
});

export const downloadDepositSlipEndpoint = declareEndpoint({
  name: 'downloadDepositSlip',
  kind: 'download',
  method: 'get',
  path: '/money-deposits/:depositId/slip',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '查看存款凭证', en: 'The slip of a deposit' },
  params: z.strictObject({ depositId: uuid() }),
  response: z.unknown(),
  refusals: ['DEPOSIT_NOT_FOUND'],
});

export const orderMoneyEndpoint = declareEndpoint({
  name: 'orderMoney',
  kind: 'command',
  method: 'post',
  path: '/seized-items/money-orders',
  permission: 'item.money.order',
  tag: TAG,
  summary: {
    zh: '特定现金：原物封存，或准予存款',
    en: 'Order that notes are kept as evidence, or that they may be deposited',
  },
  body: z.strictObject({
    /** Of one case. */
    itemIds: z.array(uuid()).min(1).max(100),
    verdict: z.enum(['keep', 'deposit']),
    document: line(200),
    reason: paragraph(500),
  }),
  response: z.object({ recorded: z.int() }),
  refusals: [
    'ITEM_NOT_FOUND',
    'ITEM_ENDED',
    'DEPOSIT_NOT_MONEY',
    'MONEY_ORDER_NOT_YOURS',
    'OCCURRED_BEFORE_LAST_ENTRY',
  ],
});

/** Money in store by how it is to be kept. */
export const listMoneyInStoreEndpoint = declareEndpoint({
  name: 'listMoneyInStore',
  kind: 'query',
  method: 'get',
  path: '/money-in-store',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '待存款项', en: 'Money that lies in store, with what stands against its deposit' },
  query: z.strictObject(pageQuery),
  response: pageOf(
    z.object({
      itemId: z.string(),
      code: z.string(),
      name: z.string(),
      caseId: z.string(),
      caseNumber: z.string(),
      onHand: z.string(),
      currency: z.string(),
      worth: worthAnswer.nullable(),
      place: z.string().nullable(),
      receivedOn: z.string(),
      /** The last day by which it has to be at the bank; null: it is not to be deposited. */
      dueOn: z.string().nullable(),
      isKept: z.boolean(),
    }),
  ).extend({
    /** Of everything that the person may see, not of this page alone; by currency. */
    totals: z.array(
      z.object({
        currency: z.string(),
        count: z.int(),
        amountMinor: z.int(),
        worth: worthAnswer.nullable(),
      }),
    ),
  }),
});

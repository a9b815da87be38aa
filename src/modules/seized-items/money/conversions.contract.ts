/** 结汇: money at the bank in its own currency is changed later, on a slip of its own. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { amountFen, day, line, paragraph, uuid } from '../../../platform/fields.ts';
import { optional, secondPersonInput } from '../item-input.ts';
import { exchangeRateText } from '../rates/rates.contract.ts';
import { worthAnswer } from '../rates/worth.contract.ts';
import { transitionsAnswer } from '../transitions.contract.ts';
import { SLIP_BYTES_MAX } from './slip-size.ts';

const TAG = 'seized-items';

export const uploadConversionSlipEndpoint = declareEndpoint({
  name: 'uploadConversionSlip',
  kind: 'upload',
  method: 'post',
  path: '/money-conversion-slips',
  permission: 'money.deposit',
  tag: TAG,
  summary: { zh: '上传银行结汇凭证', en: 'Upload the slip of the bank, before the conversion is recorded' },
  response: z.object({ conversionId: z.string(), fileId: z.string(), fileName: z.string() }),
  refusals: ['BODY_TOO_LARGE', 'ITEM_FILE_REFUSED'],
  bodyLimitBytes: SLIP_BYTES_MAX,
});

export const convertMoneyEndpoint = declareEndpoint({
  name: 'convertMoney',
  kind: 'command',
  method: 'post',
  path: '/money-conversions',
  permission: 'money.deposit',
  tag: TAG,
  summary: {
    zh: '原币款项结汇：保管员与财务人员两人，凭证号、日期、牌价、入账金额',
    en: 'Record that the bank changed foreign money that it kept: custodian and finance, with the slip',
  },
  body: z.strictObject({
    /** null: money that came to the bank otherwise, as on a claim; all of it in one account and currency. */
    depositId: optional(uuid()),
    /** Where no deposit says which bank it is; left out: as the account is called. */
    bank: optional(line(100)),
    /** Of the deposit or the account, still there in their currency; each is changed whole. */
    itemIds: z.array(uuid()).min(1).max(100),
    /** Of the slip that was uploaded. */
    conversionId: uuid(),
    slipNumber: line(60),
    /** The account into which the yuan came, at the same bank. */
    accountAlias: line(60),
    convertedOn: day(),
    /** In the terms of the middle rate. */
    bankRate: exchangeRateText(),
    /** Of all of it; shared among the items by their amounts. */
    creditedFen: amountFen().refine((fen) => fen > 0),
    secondPerson: secondPersonInput,
    note: paragraph(1000).nullable().default(null),
  }),
  response: transitionsAnswer,
  refusals: [
    ...['LINES_REFUSED', 'ITEM_NOT_FOUND', 'DEPOSIT_NOT_FOUND', 'CONVERSION_OF_YUAN', 'CONVERSION_NOT_THERE'],
    'CONVERSION_ACCOUNTS_DIFFER',
    ...['DEPOSIT_NEEDS_BOTH', 'DEPOSIT_ALIAS_IS_NUMBER', 'DEPOSIT_SLIP_TAKEN', 'DEPOSIT_SLIP_MISSING'],
    ...['CONVERSION_IN_FUTURE', 'CONVERSION_BEFORE_DEPOSIT', 'RATE_MISSING', 'CONVERSION_NOT_AS_RATE'],
    'CONVERSION_RATE_FAR_OFF',
  ],
});

export const downloadConversionSlipEndpoint = declareEndpoint({
  name: 'downloadConversionSlip',
  kind: 'download',
  method: 'get',
  path: '/money-conversions/:conversionId/slip',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '查看结汇凭证', en: 'The slip of a conversion' },
  params: z.strictObject({ conversionId: uuid() }),
  response: z.unknown(),
  refusals: ['CONVERSION_NOT_FOUND'],
});

/** What the bank changed of a deposit later. */
export const laterConversion = z.object({
  id: z.string(),
  slipNumber: z.string(),
  accountAlias: z.string(),
  convertedOn: z.string(),
  amountMinor: z.int(),
  worth: worthAnswer,
  bankRate: z.string(),
  creditedFen: z.int(),
  differenceFen: z.int(),
  convertedByName: z.string(),
  secondPersonName: z.string(),
});
export type LaterConversion = z.output<typeof laterConversion>;

const heldLine = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  amountMinor: z.int(),
});

/** What lies in one account in one currency. */
const holding = z.object({
  /** The bank and its account, as it was written. */
  keeper: z.string(),
  currency: z.string(),
  /** The day on which the first of it came. */
  since: z.string(),
  amountMinor: z.int(),
  worth: worthAnswer.nullable(),
  lines: z.array(heldLine),
  availableActions: z.array(z.enum(['convert'])),
});
export type HeldMoney = z.output<typeof holding>;

export const listHeldMoneyEndpoint = declareEndpoint({
  name: 'listHeldMoney',
  kind: 'query',
  method: 'get',
  path: '/money-at-bank',
  permission: 'money.read',
  tag: TAG,
  summary: {
    zh: '未经存款登记的在行外币',
    en: 'Foreign money at the bank without a deposit, and its latest conversions',
  },
  query: z.strictObject({ itemId: uuid().optional() }),
  response: z.object({
    holdings: z.array(holding),
    /** The newest first, a few of them. */
    conversions: z.array(laterConversion.extend({ bank: z.string(), currency: z.string() })),
  }),
});

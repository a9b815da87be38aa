/** 案款对账: months of money by currency, what finance enters, the closing by two. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, month, paragraph, uuid } from '../../../platform/fields.ts';
import { secondPersonInput } from '../item-input.ts';
import { CURRENCIES } from '../item-quantity.ts';
import { DIFFERENCE_KINDS, statementInput } from './compare-statement.ts';

const TAG = 'seized-items';
// why: there is at least one currency.
const currency = () => z.enum(Object.keys(CURRENCIES) as [string, ...string[]]);
const monthParams = z.strictObject({ month: month(), currency: currency() });
const kind = () => z.enum(DIFFERENCE_KINDS);

const figures = z.object({
  openingMinor: z.int(),
  columns: z.object({
    received: z.int(),
    proceeds: z.int(),
    recovered: z.int(),
    convertedIn: z.int(),
    returned: z.int(),
    treasury: z.int(),
    convertedOut: z.int(),
    other: z.int(),
  }),
  closingMinor: z.int(),
  inStoreMinor: z.int(),
  atBankMinor: z.int(),
  elsewhereMinor: z.int(),
  holds: z.boolean(),
});

const difference = z.object({
  /** Of a closed month; null before. */
  id: z.string().nullable(),
  kind: kind(),
  label: z.string(),
  oursMinor: z.int().nullable(),
  theirsMinor: z.int().nullable(),
  explanation: z.string().nullable(),
  settledOn: z.string().nullable(),
  settlement: z.string().nullable(),
  settledByName: z.string().nullable(),
  settledSecondName: z.string().nullable(),
});
export type MoneyDifferenceAnswer = z.output<typeof difference>;

const monthSummary = z.object({
  month: z.string(),
  currency: z.string(),
  state: z.enum(['open', 'entered', 'closed']),
  openingMinor: z.int(),
  closingMinor: z.int(),
  openDifferences: z.int(),
  closedAt: z.string().nullable(),
});
export type MoneyMonthSummary = z.output<typeof monthSummary>;

const monthAnswer = monthSummary
  .omit({ openingMinor: true, closingMinor: true, openDifferences: true })
  .extend({
    /** Of a closed month as they stood then. */
    figures,
    entries: z.array(
      z.object({
        id: z.string(),
        occurredOn: z.string(),
        kind: z.string(),
        zh: z.string(),
        en: z.string(),
        caseId: z.string(),
        caseNumber: z.string(),
        itemId: z.string(),
        code: z.string(),
        name: z.string(),
        amountMinor: z.int(),
        /** What came in by it, or went out with a minus; 0: it only moved, to the bank or back. */
        changeMinor: z.int(),
        slip: z.string().nullable(),
        /** 补录: the month of its day was closed when it was recorded. */
        isLate: z.boolean(),
      }),
    ),
    statement: statementInput.nullable(),
    enteredByName: z.string().nullable(),
    enteredAt: z.string().nullable(),
    differences: z.array(difference),
    closedByName: z.string().nullable(),
    secondPersonName: z.string().nullable(),
    availableActions: z.array(z.enum(['enter', 'close', 'settle'])),
  });
export type MoneyMonthAnswer = z.output<typeof monthAnswer>;

export const listMoneyMonthsEndpoint = declareEndpoint({
  name: 'listMoneyMonths',
  kind: 'query',
  method: 'get',
  path: '/money-months',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '案款对账月份', en: 'Months of money by currency, the newest first' },
  response: z.object({ items: z.array(monthSummary) }),
});

export const readMoneyMonthEndpoint = declareEndpoint({
  name: 'readMoneyMonth',
  kind: 'query',
  method: 'get',
  path: '/money-months/:month/:currency',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '一个月的案款', en: 'A month of money: the equation, its entries, what differs' },
  params: monthParams,
  response: monthAnswer,
  refusals: ['MONTH_NOTHING_THERE'],
});

export const enterStatementEndpoint = declareEndpoint({
  name: 'enterMoneyStatement',
  kind: 'command',
  method: 'put',
  path: '/money-months/:month/:currency/statement',
  permission: 'money.statement.enter',
  tag: TAG,
  summary: {
    zh: '填写银行对账单与财务账面余额',
    en: 'Enter what the bank’s statement and the book of finance say',
  },
  params: monthParams,
  body: statementInput,
  response: monthAnswer,
  refusals: ['MONTH_NOT_OVER', 'MONTH_CLOSED', 'MONTH_NOTHING_THERE'],
  bodyLimitBytes: 1024 * 1024,
});

export const closeMoneyMonthEndpoint = declareEndpoint({
  name: 'closeMoneyMonth',
  kind: 'command',
  method: 'post',
  path: '/money-months/:month/:currency/close',
  permission: 'money.month.close',
  tag: TAG,
  summary: {
    zh: '月度结账：财务与保管两人确认，差异逐项说明',
    en: 'Close a month: finance and custodian confirm, each difference explained',
  },
  params: monthParams,
  body: z.strictObject({
    secondPerson: secondPersonInput,
    explanations: z
      .array(
        z.strictObject({ kind: kind(), label: line(100).or(z.literal('')), explanation: paragraph(500) }),
      )
      .max(7000)
      .default([]),
  }),
  response: monthAnswer,
  refusals: [
    'MONTH_NOT_OVER',
    'MONTH_CLOSED',
    'MONTH_NOTHING_THERE',
    'MONTH_BEFORE_OPEN',
    'MONTH_NOT_ENTERED',
    'MONTH_BOOKS_BROKEN',
    'MONTH_DIFFERENCES_UNEXPLAINED',
    'RECONCILIATION_NEEDS_BOTH',
  ],
});

export const settleDifferenceEndpoint = declareEndpoint({
  name: 'settleMoneyDifference',
  kind: 'command',
  method: 'post',
  path: '/money-differences/:differenceId/settle',
  permission: 'money.statement.enter',
  tag: TAG,
  summary: {
    zh: '处理对账差异：财务与保管两人确认',
    en: 'Say how a difference was settled: finance and custodian confirm',
  },
  params: z.strictObject({ differenceId: uuid() }),
  body: z.strictObject({ settlement: paragraph(500), secondPerson: secondPersonInput }),
  response: z.object({ settledOn: z.string() }),
  refusals: ['DIFFERENCE_NOT_FOUND', 'RECONCILIATION_NEEDS_BOTH'],
});

export const printMoneyMonthEndpoint = declareEndpoint({
  name: 'printMoneyMonth',
  kind: 'download',
  method: 'get',
  path: '/money-months/:month/:currency/paper',
  permission: 'money.read',
  tag: TAG,
  summary: { zh: '打印案款对账单', en: 'The reconciliation of a month as a paper' },
  params: monthParams,
  query: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
  refusals: ['MONTH_NOTHING_THERE'],
});

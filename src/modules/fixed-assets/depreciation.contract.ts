/** Monthly depreciation: what is posted, what the next month would hold, and posting it. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { month, pageQuery, queryInteger } from '../../platform/fields.ts';

const tag = 'depreciation';
const courtId = queryInteger(1, 2_147_483_647).optional();
const language = z.enum(['zh', 'en']).default('zh');
const monthParams = z.strictObject({ month: month() });

const sum = { assetCount: z.int(), amountFen: z.int() };
const refusal = z.object({ code: z.string(), zh: z.string(), en: z.string() });

export const postedMonth = z.object({
  month: z.string(),
  postedAt: z.string(),
  postedByName: z.string(),
  ...sum,
});

const voucherRow = z.object({
  departmentId: z.string().nullable(),
  department: z.string().nullable(),
  classCode: z.string(),
  className: z.string(),
  ...sum,
});

const account = z.object({ number: z.string(), zh: z.string(), en: z.string() });

export const postedMonthWithVoucher = postedMonth.extend({
  accounts: z.object({ debit: account, credit: account }),
  voucher: z.array(voucherRow),
});

export const listDepreciationMonthsEndpoint = declareEndpoint({
  name: 'listDepreciationMonths',
  kind: 'query',
  method: 'get',
  path: '/depreciation/months',
  permission: 'depreciation.read',
  tag,
  summary: { zh: '折旧月份', en: 'Posted months, newest first, and the next one to post' },
  query: z.strictObject({ courtId }),
  response: z.object({
    items: z.array(postedMonth),
    /** Before the first run the month that ended last; any earlier one may be chosen instead. */
    nextMonth: z.string(),
    /** Why the next month cannot be posted today; null when it can. */
    nextRefusal: refusal.nullable(),
    availableActions: z.array(z.enum(['post'])),
  }),
});

export const depreciationLine = z.object({
  assetId: z.string(),
  code: z.string(),
  name: z.string(),
  classCode: z.string(),
  className: z.string(),
  department: z.string().nullable(),
  valueFen: z.int(),
  amountFen: z.int(),
  accumulatedAfterFen: z.int(),
});

export const previewDepreciationEndpoint = declareEndpoint({
  name: 'previewDepreciation',
  kind: 'query',
  method: 'get',
  path: '/depreciation/preview',
  permission: 'depreciation.read',
  tag,
  summary: { zh: '折旧试算', en: 'What posting the month would write; totals come with the first page' },
  query: z.strictObject({ ...pageQuery, month: month(), courtId }),
  response: z.object({
    month: z.string(),
    /** Why it cannot be posted today; null when it can. */
    refusal: refusal.nullable(),
    totals: z
      .object({
        ...sum,
        /** Assets for which months that were missed are made up for, and their amount. */
        catchUp: z.object(sum),
        byClass: z.array(z.object({ classCode: z.string(), className: z.string(), ...sum })),
        byDepartment: z.array(
          z.object({ departmentId: z.string().nullable(), department: z.string().nullable(), ...sum }),
        ),
      })
      .nullable(),
    items: z.array(depreciationLine.extend({ monthsDue: z.int() })),
    nextCursor: z.string().nullable(),
  }),
  refusals: ['MONTH_POSTED_ALREADY', 'MONTH_BEFORE_POSTED'],
});

export const postDepreciationEndpoint = declareEndpoint({
  name: 'postDepreciation',
  kind: 'command',
  method: 'post',
  path: '/depreciation/post',
  permission: 'depreciation.post',
  tag,
  summary: { zh: '计提折旧（入账后不可更改）', en: 'Post a month; what is posted never changes' },
  body: z.strictObject({ month: month() }),
  response: postedMonthWithVoucher,
  refusals: ['MONTH_BEFORE_POSTED', 'MONTH_POSTED_ALREADY', 'EARLIER_MONTH_UNPOSTED', 'MONTH_NOT_OVER'],
});

export const readDepreciationMonthEndpoint = declareEndpoint({
  name: 'readDepreciationMonth',
  kind: 'query',
  method: 'get',
  path: '/depreciation/months/:month',
  permission: 'depreciation.read',
  tag,
  summary: { zh: '折旧凭证汇总', en: 'A posted month with its voucher by department and class' },
  params: monthParams,
  query: z.strictObject({ courtId }),
  response: postedMonthWithVoucher,
  refusals: ['MONTH_NOT_POSTED'],
});

export const listDepreciationLinesEndpoint = declareEndpoint({
  name: 'listDepreciationLines',
  kind: 'query',
  method: 'get',
  path: '/depreciation/months/:month/lines',
  permission: 'depreciation.read',
  tag,
  summary: { zh: '折旧明细', en: 'The lines of a posted month' },
  params: monthParams,
  query: z.strictObject({ ...pageQuery, courtId }),
  response: z.object({ items: z.array(depreciationLine), nextCursor: z.string().nullable() }),
  refusals: ['MONTH_NOT_POSTED'],
});

export const downloadDepreciationVoucherEndpoint = declareEndpoint({
  name: 'downloadDepreciationVoucher',
  kind: 'download',
  method: 'get',
  path: '/depreciation/months/:month/voucher',
  permission: 'depreciation.read',
  tag,
  summary: { zh: '折旧凭证汇总表（PDF 或 Excel）', en: 'The voucher summary as PDF or xlsx' },
  params: monthParams,
  query: z.strictObject({ format: z.enum(['pdf', 'xlsx']).default('pdf'), language, courtId }),
  response: z.unknown(),
  refusals: ['MONTH_NOT_POSTED'],
});

export const exportDepreciationLinesEndpoint = declareEndpoint({
  name: 'exportDepreciationLines',
  kind: 'download',
  method: 'get',
  path: '/depreciation/months/:month/lines/export',
  permission: 'depreciation.read',
  tag,
  summary: { zh: '导出折旧明细', en: 'The lines of a posted month as xlsx' },
  params: monthParams,
  query: z.strictObject({ language, courtId }),
  response: z.unknown(),
  refusals: ['MONTH_NOT_POSTED'],
});

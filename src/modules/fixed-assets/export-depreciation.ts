import { writeTablePdf } from '../../platform/pdf/write-table-pdf.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { writeXlsx } from '../../platform/spreadsheets/write-xlsx.ts';
import { VOUCHER_ACCOUNTS } from './depreciation-posting.ts';
import { findCourtName, listPostedLines, type PostedLine, type VoucherRow } from './depreciation.sql.ts';
import { findPostedMonth, type DepreciationMonthInput } from './read-depreciation-month.ts';

type Language = 'zh' | 'en';

export const XLSX_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const TITLES = {
  zh: {
    voucher: '固定资产折旧凭证汇总表',
    lines: '固定资产折旧明细表',
    month: '折旧月份',
    department: '部门',
    noDepartment: '未分配部门',
    classCode: '分类代码',
    className: '资产类别',
    assetCount: '资产数',
    debit: '借方科目',
    credit: '贷方科目',
    amount: '本月折旧（元）',
    code: '资产编码',
    name: '资产名称',
    value: '账面原值（元）',
    accumulated: '累计折旧（元）',
    signatures: ['制单', '复核', '财务负责人'],
  },
  en: {
    voucher: 'Depreciation voucher summary',
    lines: 'Depreciation by asset',
    month: 'Month',
    department: 'Department',
    noDepartment: 'No department',
    classCode: 'Class code',
    className: 'Class',
    assetCount: 'Assets',
    debit: 'Debit',
    credit: 'Credit',
    amount: 'Depreciation (CNY)',
    code: 'Code',
    name: 'Name',
    value: 'Original value (CNY)',
    accumulated: 'Accumulated (CNY)',
    signatures: ['Prepared by', 'Checked by', 'Head of finance'],
  },
} as const;

function accountText(account: { readonly number: string } & Record<Language, string>, language: Language) {
  return `${account.number} ${account[language]}`;
}

function voucherColumns(language: Language): TableColumn<VoucherRow>[] {
  const titles = TITLES[language];
  const debit = accountText(VOUCHER_ACCOUNTS.debit, language);
  const credit = accountText(VOUCHER_ACCOUNTS.credit, language);
  return [
    {
      key: 'department',
      title: titles.department,
      kind: 'text',
      value: (row) => row.department ?? titles.noDepartment,
    },
    { key: 'classCode', title: titles.classCode, kind: 'text', value: (row) => row.classCode },
    { key: 'className', title: titles.className, kind: 'text', value: (row) => row.className },
    { key: 'assetCount', title: titles.assetCount, kind: 'integer', value: (row) => row.assetCount },
    { key: 'debit', title: titles.debit, kind: 'text', value: () => debit },
    { key: 'credit', title: titles.credit, kind: 'text', value: () => credit },
    { key: 'amount', title: titles.amount, kind: 'money-fen', value: (row) => row.amountFen },
  ];
}

function lineColumns(language: Language): TableColumn<PostedLine>[] {
  const titles = TITLES[language];
  return [
    { key: 'code', title: titles.code, kind: 'text', value: (row) => row.code },
    { key: 'name', title: titles.name, kind: 'text', value: (row) => row.name },
    { key: 'classCode', title: titles.classCode, kind: 'text', value: (row) => row.classCode },
    { key: 'className', title: titles.className, kind: 'text', value: (row) => row.className },
    {
      key: 'department',
      title: titles.department,
      kind: 'text',
      value: (row) => row.department ?? titles.noDepartment,
    },
    { key: 'value', title: titles.value, kind: 'money-fen', value: (row) => row.valueFen },
    { key: 'amount', title: titles.amount, kind: 'money-fen', value: (row) => row.amountFen },
    {
      key: 'accumulated',
      title: titles.accumulated,
      kind: 'money-fen',
      value: (row) => row.accumulatedAfterFen,
    },
  ];
}

/** The voucher summary as a paper or a workbook. Refusals: NOT_FOUND, MONTH_NOT_POSTED. */
export async function exportDepreciationVoucher(
  query: QueryContext,
  input: DepreciationMonthInput & { readonly format: 'pdf' | 'xlsx'; readonly language: Language },
): Promise<Download> {
  const run = await findPostedMonth(query, input);
  const titles = TITLES[input.language];
  const columns = voucherColumns(input.language);
  const fileName = `${titles.voucher} ${input.month}.${input.format}`;
  const period = `${titles.month} ${input.month}`;
  if (input.format === 'xlsx') {
    const body = writeXlsx(columns, run.voucher, {
      sheetName: input.month,
      title: titles.voucher,
      notes: [period],
    });
    return { fileName, contentType: XLSX_CONTENT_TYPE, body, isDetached: true };
  }
  const body = writeTablePdf({
    title: titles.voucher,
    organisation: await findCourtName(query.reader, run.courtId),
    subtitles: [period],
    columns,
    rows: run.voucher,
    printedBy: query.actor.personName,
    printedAt: query.now,
    signatures: titles.signatures,
    language: input.language,
  });
  return { fileName, contentType: 'application/pdf', body, inline: true, isDetached: true };
}

const LINES_AT_ONCE = 5000;

async function* linesOf(
  query: QueryContext,
  scope: { courtId: number; month: string },
): AsyncGenerator<PostedLine> {
  let afterId: string | null = null;
  for (;;) {
    const rows: PostedLine[] = await listPostedLines(query.reader, scope, { afterId, limit: LINES_AT_ONCE });
    yield* rows;
    afterId = rows.at(-1)?.assetId ?? null;
    if (rows.length < LINES_AT_ONCE || afterId === null) return;
  }
}

/** Every line of a posted month as a workbook, streamed. Refusals: NOT_FOUND, MONTH_NOT_POSTED. */
export async function exportDepreciationLines(
  query: QueryContext,
  input: DepreciationMonthInput & { readonly language: Language },
): Promise<Download> {
  const { courtId, month } = await findPostedMonth(query, input);
  const titles = TITLES[input.language];
  return {
    fileName: `${titles.lines} ${input.month}.xlsx`,
    contentType: XLSX_CONTENT_TYPE,
    body: writeXlsx(lineColumns(input.language), linesOf(query, { courtId, month }), {
      sheetName: input.month,
      title: titles.lines,
      notes: [`${titles.month} ${input.month}`],
    }),
  };
}

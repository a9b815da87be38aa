import { writeTablePdf } from '../../platform/pdf/write-table-pdf.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import { formatFen } from '../../platform/spreadsheets/money.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { tableDownload } from '../../platform/spreadsheets/table-download.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { findCourtName } from './depreciation.sql.ts';
import { ledgerColumns } from './ledger-columns.ts';
import { streamLedgerRows } from './ledger-list.sql.ts';
import type { FlowAmounts } from './ledger-direction.ts';
import type { LedgerFilters, LedgerTotals } from './ledger.contract.ts';
import { resolveLedger } from './list-ledger.ts';
import { totalLedger } from './total-ledger.ts';

type Language = 'zh' | 'en';
type LedgerFile = LedgerFilters & { readonly direction: 'asc' | 'desc'; readonly language: Language };

const TITLE = { zh: '固定资产出入库台账', en: 'In/out ledger of fixed assets' } as const;
const SIGNATURES = {
  zh: ['制表人', '复核人', '部门负责人'],
  en: ['Prepared by', 'Checked by', 'Head of office'],
} as const;

function periodText({ from, to }: LedgerFilters, today: string, language: Language): string {
  const first = from ?? (language === 'zh' ? '建账之日' : 'the beginning');
  const last = to ?? today;
  return language === 'zh' ? `期间：${first} 至 ${last}` : `Period: ${first} to ${last}`;
}

const SUM_WORDS = {
  zh: {
    ...{ opening: '期初', in: '本期入', out: '本期出', corrected: '卡片更正', closing: '期末' },
    sum: (name: string, count: number, yuan: string) => `${name} ${count} 笔 ${yuan} 元`,
    separator: '，',
  },
  en: {
    ...{ opening: 'Opening', in: 'in', out: 'out', corrected: 'cards corrected', closing: 'closing' },
    sum: (name: string, count: number, yuan: string) => `${name} ${count}, CNY ${yuan}`,
    separator: '; ',
  },
} as const;

/** Opening, in, out and closing as one line; what nothing was corrected by is left out. */
function sumsText({ in: came, out: went, balance }: LedgerTotals, language: Language): string {
  const words = SUM_WORDS[language];
  const say = (name: string, flow: FlowAmounts) => words.sum(name, flow.count, formatFen(flow.amountFen));
  const parts = [
    ...(balance === null ? [] : [say(words.opening, balance.opening)]),
    say(words.in, came),
    say(words.out, went),
    ...(balance === null || balance.corrected.count === 0 ? [] : [say(words.corrected, balance.corrected)]),
    ...(balance === null ? [] : [say(words.closing, balance.closing)]),
  ];
  return parts.join(words.separator);
}

/** The filtered ledger as a file, streamed. Refusal: NOT_FOUND for another court. */
export async function exportLedger(
  context: QueryContext,
  request: LedgerFile & { readonly format: 'xlsx' | 'csv' },
): Promise<Download> {
  const { direction, language, format, ...filters } = request;
  const criteria = await resolveLedger(context, filters);
  const today = shanghaiDay(context.now);
  return tableDownload({
    title: TITLE[language],
    fileName: `${TITLE[language]} ${today}`,
    format,
    notes: [periodText(filters, today, language)],
    columns: ledgerColumns(language),
    rows: streamLedgerRows(context.reader, criteria, direction),
  });
}

/** The filtered ledger as a paper, A4 landscape, numbered and ruled, streamed. Refusal: NOT_FOUND for another court. */
export async function printLedger(context: QueryContext, request: LedgerFile): Promise<Download> {
  const { direction, language, ...filters } = request;
  const criteria = await resolveLedger(context, filters);
  const today = shanghaiDay(context.now);
  return {
    fileName: `${TITLE[language]} ${today}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    body: writeTablePdf({
      title: TITLE[language],
      organisation: await findCourtName(context.reader, criteria.scope.courtId),
      subtitles: [
        periodText(filters, today, language),
        sumsText(await totalLedger(context, filters), language),
      ],
      columns: ledgerColumns(language),
      rows: streamLedgerRows(context.reader, criteria, direction),
      totals: [],
      printedBy: context.actor.personName,
      printedAt: context.now,
      signatures: SIGNATURES[language],
      language,
    }),
  };
}

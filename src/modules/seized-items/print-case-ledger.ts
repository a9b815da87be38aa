import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import { writeTablePdf } from '../../platform/pdf/write-table-pdf.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import type { CaseLedgerRow, printCaseLedgerEndpoint } from './case-ledger.contract.ts';
import type { ConservationRow } from './conservation.ts';
import { findCourtName } from './item-label.sql.ts';
import { sayQuantity } from './item-quantity.ts';
import { proveCaseLedger, shownRow, type ProvenLedger } from './read-case-ledger.ts';

type Language = 'zh' | 'en';

const TEXTS = {
  zh: {
    title: '涉案财物案件台账',
    case: '案号',
    columns: {
      sequence: '序号',
      occurredAt: '业务时间',
      kind: '业务类型',
      basis: '依据文书',
      code: '物品编号',
      name: '名称',
      unit: '单位',
      in: '收入',
      out: '发出',
      balance: '结存',
      place: '位置/去向',
      seal: '封条号',
      actor: '经办',
      second: '复核',
      counterparty: '对方',
    },
    conserved: '数量守恒：成立',
    broken: (count: number) => `数量守恒：不成立，差异 ${count} 处`,
    closed: '可销账：全部物品终结、款项为零',
    open: (count: number, lines: number) => `未销账：尚有 ${count} 件未终结、${lines} 项裁判处理未执行`,
    received: '接收',
    there: '结存',
    gone: '已处置或消耗',
    signatures: ['保管员', '复核人', '承办人'],
    hash: '账簿末笔哈希',
  },
  en: {
    title: 'Ledger of the seized property of a case',
    case: 'Case',
    columns: {
      sequence: 'No.',
      occurredAt: 'When',
      kind: 'What',
      basis: 'Basis',
      code: 'Code',
      name: 'Name',
      unit: 'Unit',
      in: 'In',
      out: 'Out',
      balance: 'Balance',
      place: 'Where',
      seal: 'Seal',
      actor: 'By',
      second: 'With',
      counterparty: 'Other side',
    },
    conserved: 'Conservation holds',
    broken: (count: number) => `Conservation is broken in ${count} place(s)`,
    closed: 'Can be closed: every item ended, no money left',
    open: (count: number, lines: number) =>
      `Open: ${count} item(s) have not ended, ${lines} line(s) of judgments are not carried out`,
    received: 'received',
    there: 'there',
    gone: 'disposed of or consumed',
    signatures: ['Custodian', 'Reviewer', 'Case handler'],
    hash: 'Last hash of the book',
  },
} as const;

function columnsIn(language: Language): TableColumn<CaseLedgerRow>[] {
  const { columns } = TEXTS[language];
  const head = (key: keyof typeof columns) => ({ key, title: columns[key], kind: 'text' as const });
  return [
    { ...head('sequence'), value: ({ sequence }) => String(sequence) },
    { ...head('occurredAt'), value: ({ occurredAt }) => occurredAt.slice(0, 16).replace('T', ' ') },
    { ...head('kind'), value: (row) => row[language] },
    { ...head('basis'), value: ({ basis }) => basis },
    { ...head('code'), value: ({ code }) => code },
    { ...head('name'), value: ({ number, name }) => `${number}. ${name}` },
    { ...head('unit'), value: ({ unit }) => unit },
    { ...head('in'), value: ({ inQuantity }) => inQuantity },
    { ...head('out'), value: ({ outQuantity }) => outQuantity },
    { ...head('balance'), value: ({ balance }) => balance },
    { ...head('place'), value: ({ place, holder }) => place ?? holder },
    { ...head('seal'), value: ({ seal }) => seal },
    { ...head('actor'), value: ({ actorName }) => actorName },
    { ...head('second'), value: ({ secondPersonName }) => secondPersonName },
    { ...head('counterparty'), value: ({ counterparty }) => counterparty },
  ];
}

function sayUnit({ unit, sums, total }: ConservationRow, language: Language): string {
  const { received, there, gone } = TEXTS[language];
  const say = (names: readonly (keyof typeof sums)[]) =>
    names
      .map((name) => sums[name])
      .filter((quantity) => quantity !== '0')
      .join(' + ') || '0';
  const held = say(['in_store', 'out', 'in_transit', 'with_keeper', 'under_investigation']);
  const left = say(['consumed', 'natural_loss', 'lost', 'disposed']);
  return `${received} ${sayQuantity(total, unit)} = ${there} ${held}，${gone} ${left}`;
}

/** What the first page says above the rows: the two proofs. */
function proofsOf({ conservation, closure, rows }: ProvenLedger, language: Language): string[] {
  const texts = TEXTS[language];
  const hash = rows.at(-1)?.entry.hash.toString('hex');
  return [
    conservation.holds ? texts.conserved : texts.broken(conservation.differences.length),
    ...conservation.rows.map((row) => sayUnit(row, language)),
    closure.holds ? texts.closed : texts.open(closure.openItems.length, closure.openLines.length),
    ...(hash === undefined ? [] : [`${texts.hash}：${hash}`]),
  ];
}

/** 一案一账 as a paper, with the two proofs on its first page. Refusal: INTAKE_CASE_UNKNOWN. */
export async function printCaseLedger(
  context: QueryContext,
  { params, query: { language } }: InputOf<typeof printCaseLedgerEndpoint>,
): Promise<Download> {
  const ledger = await proveCaseLedger(context, params.caseId);
  const texts = TEXTS[language];
  const { head } = ledger;
  return {
    fileName: `${texts.title} ${head.number} ${shanghaiDay(context.now)}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    isDetached: true,
    body: writeTablePdf({
      title: texts.title,
      organisation: await findCourtName(context.reader, head.courtId),
      subtitles: [`${texts.case}：${head.number}`, ...proofsOf(ledger, language)],
      columns: columnsIn(language),
      rows: ledger.rows.map(shownRow),
      rowNumbers: false,
      totals: [],
      printedBy: context.actor.personName,
      printedAt: context.now,
      signatures: [...texts.signatures],
      language,
    }),
  };
}

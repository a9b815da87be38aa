import type { InputOf } from '../../../platform/endpoint.ts';
import { writeTablePdf } from '../../../platform/pdf/write-table-pdf.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { Download } from '../../../platform/served-endpoint.ts';
import type { TableColumn } from '../../../platform/spreadsheets/table-column.ts';
import { sayUnit } from '../../../platform/quantity.ts';
import { findCourtName } from '../item-label.sql.ts';
import { formatMinorUnits } from '../item-quantity.ts';
import { describeMonth } from './describe-month.ts';
import type { MoneyMonthAnswer, printMoneyMonthEndpoint } from './months.contract.ts';

type Language = 'zh' | 'en';
type Entry = MoneyMonthAnswer['entries'][number];
type Difference = MoneyMonthAnswer['differences'][number];

const TEXTS = {
  zh: {
    title: '涉案款项月度对账单',
    particular: (month: string, currency: string) => `${month.replace('-', '年')}月 ${currency}`,
    columns: {
      occurredOn: '日期',
      case: '案号',
      kind: '业务',
      name: '款项',
      code: '编码',
      slip: '凭证/依据',
      in: '收入',
      out: '支出',
      moved: '转存',
      late: '补录',
    },
    late: '补录',
    equation:
      '期初 {opening} + 接收 {received} + 变价款 {proceeds}{recovered}{convertedIn} − 发还 {returned} − 上缴国库 {treasury}{convertedOut} − 其他 {other} = 期末 {closing}',
    recovered: ' + 回转追回 {minor}',
    convertedIn: ' + 结汇转入 {minor}',
    convertedOut: ' − 结汇转出 {minor}',
    made: '期末构成：库存现金 {inStore}，专户 {atBank}，其他 {elsewhere}',
    statement: '银行对账单余额 {bank}，财务账面余额 {book}',
    notEntered: '银行对账单与财务账面余额尚未填写',
    agreed: '账账相符，无差异',
    difference: '差异 {number}：{kind}{label}，台账 {ours}，对方 {theirs}；说明：{explanation}{settled}',
    settled: '；{on} {by} 处理：{how}',
    kinds: { bank: '银行对账单余额', book: '财务账面余额', slip: '凭证 ', case: '案件 ' },
    none: '无',
    unexplained: '未说明',
    closed: '已结账：{by}、{second}',
    open: '未结账',
    signatures: ['财务人员', '保管员', '执行局', '复核'],
  },
  en: {
    title: 'Monthly reconciliation of money of cases',
    particular: (month: string, currency: string) => `${month} ${currency}`,
    columns: {
      occurredOn: 'Day',
      case: 'Case',
      kind: 'What',
      name: 'Money',
      code: 'Code',
      slip: 'Slip or paper',
      in: 'In',
      out: 'Out',
      moved: 'Moved',
      late: 'Late',
    },
    late: 'late',
    equation:
      'Opening {opening} + received {received} + proceeds {proceeds}{recovered}{convertedIn} − returned {returned} − treasury {treasury}{convertedOut} − other {other} = closing {closing}',
    recovered: ' + recovered {minor}',
    convertedIn: ' + converted in {minor}',
    convertedOut: ' − converted out {minor}',
    made: 'The closing: in store {inStore}, at the bank {atBank}, elsewhere {elsewhere}',
    statement: 'Bank statement {bank}, book of finance {book}',
    notEntered: 'Statement and book of finance are not entered yet',
    agreed: 'The books agree',
    difference: 'Difference {number}: {kind}{label}, ours {ours}, theirs {theirs}; {explanation}{settled}',
    settled: '; settled {on} by {by}: {how}',
    kinds: { bank: 'bank statement', book: 'book of finance', slip: 'slip ', case: 'case ' },
    none: 'none',
    unexplained: 'not explained',
    closed: 'Closed by {by} and {second}',
    open: 'Not closed',
    signatures: ['Finance', 'Custodian', 'Enforcement', 'Reviewer'],
  },
} as const;

function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => facts[name] ?? whole);
}

function sayMinor(minor: number | null, currency: string, none: string): string {
  return minor === null ? none : formatMinorUnits(minor, currency);
}

function columnsIn(language: Language, currency: string): TableColumn<Entry>[] {
  const { columns, late } = TEXTS[language];
  const say = (minor: number) => formatMinorUnits(minor, currency);
  const head = (key: keyof typeof columns) => ({ key, title: columns[key], kind: 'text' as const });
  return [
    { ...head('occurredOn'), value: ({ occurredOn }) => occurredOn },
    { ...head('case'), value: ({ caseNumber }) => caseNumber },
    { ...head('kind'), value: (entry) => entry[language] },
    { ...head('name'), value: ({ name }) => name },
    { ...head('code'), value: ({ code }) => code },
    { ...head('slip'), value: ({ slip }) => slip },
    { ...head('in'), value: ({ changeMinor }) => (changeMinor > 0 ? say(changeMinor) : null) },
    { ...head('out'), value: ({ changeMinor }) => (changeMinor < 0 ? say(-changeMinor) : null) },
    {
      ...head('moved'),
      value: ({ changeMinor, amountMinor }) => (changeMinor === 0 ? say(amountMinor) : null),
    },
    { ...head('late'), value: ({ isLate }) => (isLate ? late : null) },
  ];
}

function sayDifference(difference: Difference, number: number, currency: string, language: Language): string {
  const texts = TEXTS[language];
  const { settledOn, settlement, explanation, settledByName, settledSecondName } = difference;
  const by = [settledByName, settledSecondName].filter((name) => name !== null).join('、');
  return fill(texts.difference, {
    number: String(number),
    kind: texts.kinds[difference.kind],
    label: difference.label,
    ours: sayMinor(difference.oursMinor, currency, texts.none),
    theirs: sayMinor(difference.theirsMinor, currency, texts.none),
    explanation: explanation ?? texts.unexplained,
    settled: settledOn === null ? '' : fill(texts.settled, { on: settledOn, by, how: settlement ?? '' }),
  });
}

/** What stands above the entries: the equation, what the closing consists of, what differs. */
function linesOf(found: MoneyMonthAnswer, language: Language): string[] {
  const texts = TEXTS[language];
  const { figures, statement, currency, differences } = found;
  const say = (minor: number) => sayMinor(minor, currency, texts.none);
  const { recovered, convertedIn, convertedOut, ...usual } = figures.columns;
  const columns = {
    ...Object.fromEntries(Object.entries(usual).map(([key, minor]) => [key, say(minor)])),
    recovered: recovered === 0 ? '' : fill(texts.recovered, { minor: say(recovered) }),
    convertedIn: convertedIn === 0 ? '' : fill(texts.convertedIn, { minor: say(convertedIn) }),
    convertedOut: convertedOut === 0 ? '' : fill(texts.convertedOut, { minor: say(convertedOut) }),
  };
  const { openingMinor, closingMinor, inStoreMinor, atBankMinor, elsewhereMinor } = figures;
  const facts = {
    ...{ opening: say(openingMinor), closing: say(closingMinor), inStore: say(inStoreMinor) },
    ...{ atBank: say(atBankMinor), elsewhere: say(elsewhereMinor), ...columns },
    ...{ by: found.closedByName ?? '', second: found.secondPersonName ?? '' },
  };
  const entered =
    statement === null
      ? [texts.notEntered]
      : [
          fill(texts.statement, { bank: say(statement.bankMinor), book: say(statement.bookMinor) }),
          ...(differences.length === 0 ? [texts.agreed] : []),
          ...differences.map((one, index) => sayDifference(one, index + 1, currency, language)),
        ];
  const state = found.state === 'closed' ? fill(texts.closed, facts) : texts.open;
  return [fill(texts.equation, facts), fill(texts.made, facts), ...entered, state];
}

/** 案款对账单. Refusal: MONTH_NOTHING_THERE. */
export async function printMonth(
  { reader, actor, now }: QueryContext,
  { params, query: { language } }: InputOf<typeof printMoneyMonthEndpoint>,
): Promise<Download> {
  const found = await describeMonth(reader, actor, { courtId: actor.courtId, ...params }, now);
  const texts = TEXTS[language];
  const currency = sayUnit(params.currency)[language];
  return {
    fileName: `${texts.title} ${params.month} ${params.currency}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    isDetached: true,
    body: writeTablePdf({
      title: texts.title,
      organisation: await findCourtName(reader, actor.courtId),
      subtitles: [texts.particular(params.month, currency), ...linesOf(found, language)],
      columns: columnsIn(language, params.currency),
      rows: found.entries,
      totals: [],
      printedBy: actor.personName,
      printedAt: now,
      signatures: [...texts.signatures],
      language,
    }),
  };
}

import { shanghaiDay } from '../../platform/clock.ts';
import { writeTablePdf } from '../../platform/pdf/write-table-pdf.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { ASSET_COLUMNS, type AssetColumnKey } from './asset-columns.ts';
import { findCourtName } from './depreciation.sql.ts';
import type { HoldingLine, PersonHoldings } from './holdings.contract.ts';
import { readPersonHoldings, type HoldingsRequest } from './read-person-holdings.ts';
import { ASSET_STATUSES } from './rules.ts';

type Language = 'zh' | 'en';

const TEXTS = {
  zh: {
    title: '名下资产清退清单',
    person: '人员',
    clear: '名下无未清退资产。',
    truncated: '名下资产过多，本清单未列全，请以资产清单为准。',
    remark: '备注',
    pending: '待签收',
    overdue: '逾期未还',
    signatures: ['本人', '资产管理员', '部门负责人'],
  },
  en: {
    title: 'Assets held by a person',
    person: 'Person',
    clear: 'Nothing is held any more.',
    truncated: 'Too many assets for this paper; it is not complete. Use the asset list.',
    remark: 'Remark',
    pending: 'to be signed',
    overdue: 'overdue',
    signatures: ['The person', 'Asset administrator', 'Head of department'],
  },
} as const;

function columnsIn(language: Language): TableColumn<HoldingLine>[] {
  const texts = TEXTS[language];
  const head = (key: AssetColumnKey) => ({ key, title: ASSET_COLUMNS[key][language] });
  const model = (line: HoldingLine) =>
    [line.specification, line.model].filter((part) => part !== null).join(' ');
  const remark = (line: HoldingLine) =>
    [line.isPendingReceipt ? texts.pending : null, line.isOverdue ? texts.overdue : null]
      .filter((part) => part !== null)
      .join(' · ');
  return [
    { ...head('code'), kind: 'text', value: (line) => line.code },
    { ...head('name'), kind: 'text', value: (line) => line.name },
    { ...head('specification'), kind: 'text', value: model },
    { ...head('unit'), kind: 'text', value: (line) => line.unit },
    { ...head('quantity'), kind: 'quantity', value: (line) => line.quantity },
    { ...head('originalValueFen'), kind: 'money-fen', value: (line) => line.originalValueFen },
    { ...head('netValueFen'), kind: 'money-fen', value: (line) => line.netValueFen },
    { ...head('status'), kind: 'text', value: (line) => ASSET_STATUSES[line.status][language] },
    { ...head('place'), kind: 'text', value: (line) => line.place?.path ?? null },
    { ...head('loanDueOn'), kind: 'date', value: (line) => line.loanDueOn },
    { key: 'remark', title: texts.remark, kind: 'text', value: remark },
  ];
}

function linesOf(holdings: PersonHoldings): HoldingLine[] {
  const held = [...holdings.inUse, ...holdings.onLoan];
  const ids = new Set(held.map(({ assetId }) => assetId));
  return [...held, ...holdings.pendingReceipts.filter(({ assetId }) => !ids.has(assetId))];
}

/** 清退清单: the paper that is signed before a person leaves. Refusal: NOT_FOUND. */
export async function printPersonHoldings(
  context: QueryContext,
  request: HoldingsRequest & { readonly language: Language },
): Promise<Download> {
  const { language } = request;
  const texts = TEXTS[language];
  const holdings = await readPersonHoldings(context, request);
  const { person } = holdings;
  const who = [person.name, person.department, person.employeeNumber].filter((part) => part !== null);
  return {
    fileName: `${texts.title} ${person.name} ${shanghaiDay(context.now)}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    isDetached: true,
    body: writeTablePdf({
      title: texts.title,
      organisation: await findCourtName(context.reader, request.courtId ?? context.actor.courtId),
      subtitles: [
        `${texts.person}：${who.join(' · ')}`,
        ...(holdings.isClear ? [texts.clear] : []),
        ...(holdings.isTruncated ? [texts.truncated] : []),
      ],
      columns: columnsIn(language),
      rows: linesOf(holdings),
      printedBy: context.actor.personName,
      printedAt: context.now,
      signatures: texts.signatures,
      language,
    }),
  };
}

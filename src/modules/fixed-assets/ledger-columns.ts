/** The columns that a Chinese office expects of 出入库台账, for its files and its paper. */
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { sayUnitOf } from '../../platform/quantity.ts';
import type { LedgerListRow } from './ledger-list.sql.ts';
import { ASSET_ENTRY_KINDS, ASSET_STATUSES, type AssetStatus } from './rules.ts';

type Language = 'zh' | 'en';

const TITLES = {
  occurredAt: { zh: '日期', en: 'Date' },
  kind: { zh: '业务类型', en: 'Kind' },
  code: { zh: '资产编码', en: 'Code' },
  name: { zh: '资产名称', en: 'Name' },
  specification: { zh: '规格型号', en: 'Specification' },
  unit: { zh: '单位', en: 'Unit' },
  quantity: { zh: '数量', en: 'Quantity' },
  amount: { zh: '原值（元）', en: 'Value (CNY)' },
  from: { zh: '来源', en: 'From' },
  to: { zh: '去向', en: 'To' },
  basis: { zh: '依据', en: 'Basis' },
  actor: { zh: '经办人', en: 'Recorded by' },
  receiver: { zh: '签收/第二人', en: 'Signed by' },
  note: { zh: '备注', en: 'Note' },
} as const;

const MARKS = {
  late: { zh: '补录', en: 'recorded later' },
  corrects: { zh: '更正第 {n} 笔', en: 'corrects no. {n}' },
  corrected: { zh: '已由第 {n} 笔更正', en: 'corrected by no. {n}' },
  pending: { zh: '待签收', en: 'to be signed' },
  refused: { zh: '拒收', en: 'refused' },
} as const;

function joined(parts: readonly (string | null)[], separator: string): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

function receiverText(row: LedgerListRow, language: Language): string {
  const { receiptState, receiver, secondPersonName } = row;
  if (receiptState === null || receiptState === 'void') return secondPersonName ?? '';
  if (receiptState === 'signed') return receiver ?? '';
  return `${receiver ?? ''}（${MARKS[receiptState][language]}）`;
}

function noteText(row: LedgerListRow, language: Language): string {
  const numbered = (mark: 'corrects' | 'corrected', n: number | null) =>
    n === null ? null : MARKS[mark][language].replace('{n}', String(n));
  return joined(
    [
      row.late ? MARKS.late[language] : null,
      numbered('corrects', row.correctsSequence),
      numbered('corrected', row.correctedBySequence),
      row.note,
    ],
    language === 'zh' ? '；' : '; ',
  );
}

/**
 * Department, person, place. A supplier or repairer stands for the side that the court does not have; where nothing is
 * recorded but the status, the status.
 */
function sideText(
  parts: readonly (string | null)[],
  outsider: string | null,
  status: AssetStatus | null,
  language: Language,
): string {
  const text = joined([...parts, outsider], ' · ');
  return text === '' && status !== null ? ASSET_STATUSES[status][language] : text;
}

export function ledgerColumns(language: Language): TableColumn<LedgerListRow>[] {
  const text = (key: keyof typeof TITLES, value: (row: LedgerListRow) => string | null) =>
    ({ key, title: TITLES[key][language], kind: 'text', value }) as const;
  return [
    {
      key: 'occurredAt',
      title: TITLES.occurredAt[language],
      kind: 'instant',
      value: (row) => row.occurredAt,
    },
    text('kind', (row) => ASSET_ENTRY_KINDS[row.kind][language]),
    text('code', (row) => row.code),
    text('name', (row) => row.name),
    text('specification', (row) => joined([row.specification, row.model], ' ')),
    text('unit', (row) => sayUnitOf(row.quantity, row.unit)[language]),
    { key: 'quantity', title: TITLES.quantity[language], kind: 'quantity', value: (row) => row.quantity },
    { key: 'amount', title: TITLES.amount[language], kind: 'money-fen', value: (row) => row.amountFen },
    text('from', (row) => {
      const isSupplied = row.fromStatus === null || row.fromStatus === 'in_repair';
      const parts = [row.fromDepartment, row.fromHolder, row.fromPlace];
      return sideText(parts, isSupplied ? row.counterparty : null, row.fromStatus, language);
    }),
    text('to', (row) => {
      const parts = [row.toDepartment, row.toHolder, row.toPlace];
      return sideText(parts, row.toStatus === 'in_repair' ? row.counterparty : null, row.toStatus, language);
    }),
    text('basis', (row) => row.basis),
    text('actor', (row) => row.actorName),
    text('receiver', (row) => receiverText(row, language)),
    text('note', (row) => noteText(row, language)),
  ];
}

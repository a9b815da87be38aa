import { shanghaiDay } from '../../platform/clock.ts';
import type { Sentence } from '../../platform/errors.ts';
import { writeTablePdf } from '../../platform/pdf/write-table-pdf.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { tableDownload } from '../../platform/spreadsheets/table-download.ts';
import { findCourtName } from './court-name.sql.ts';
import { visitCriteriaOf, type VisitFilters } from './list-visits.ts';
import { VISIT_PURPOSES } from './visit-purposes.ts';
import { listVisitRows, type VisitPosition } from './visit-list.sql.ts';
import type { VisitRow } from './visit.sql.ts';

type Language = keyof Sentence;

const TITLE = {
  zh: '涉案财物库房人员出入记录',
  en: 'Visits to the storage rooms of seized property',
} as const;
const BATCH_ROWS = 1000;

const joined = (language: Language, ...parts: (string | null)[]) =>
  parts.filter((part) => part !== null).join(language === 'zh' ? '；' : '; ') || null;

const REMARKS = {
  voided: { zh: '作废', en: 'void' },
  corrected: { zh: '已更正', en: 'corrected' },
  corrects: { zh: '更正：', en: 'corrects: ' },
  late: { zh: '补录', en: 'recorded late' },
  badge: { zh: '证件确认', en: 'badge' },
} as const;

function remarkOf(row: VisitRow, language: Language): string | null {
  const say = (remark: keyof typeof REMARKS) => REMARKS[remark][language];
  return joined(
    language,
    row.voided ? say('voided') : null,
    row.correctedById === null ? null : say('corrected'),
    row.correctsId === null ? null : `${say('corrects')}${row.correctionReason ?? ''}`,
    row.enteredLate || row.leftLate ? say('late') : null,
    row.anomaly,
  );
}

const TITLES = {
  room: { zh: '库房', en: 'Room' },
  enteredAt: { zh: '进入时间', en: 'Entered' },
  leftAt: { zh: '离开时间', en: 'Left' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位/部门', en: 'Unit or department' },
  document: { zh: '证件', en: 'Document' },
  purpose: { zh: '事由', en: 'Purpose' },
  case: { zh: '关联案号', en: 'Case' },
  escort: { zh: '陪同人', en: 'Escort' },
  second: { zh: '第二人', en: 'Second person' },
  approver: { zh: '批准人', en: 'Approved by' },
  carriedIn: { zh: '携入物品', en: 'Carried in' },
  carriedOut: { zh: '携出物品', en: 'Carried out' },
  key: { zh: '钥匙/门禁号', en: 'Key or door' },
  anomaly: { zh: '异常', en: 'Remarks' },
  signature: { zh: '签名', en: 'Signature' },
  recordedAt: { zh: '登记时间', en: 'Recorded' },
  recordedBy: { zh: '登记人', en: 'Recorded by' },
  leftRecordedAt: { zh: '离开登记时间', en: 'Leaving recorded' },
} as const;
type ColumnKey = keyof typeof TITLES;

/** The columns of 人员出入记录 as the office keeps it. */
function columnsIn(language: Language): TableColumn<VisitRow>[] {
  const head = (key: ColumnKey) => ({ key, title: TITLES[key][language] });
  const text = (key: ColumnKey, value: (row: VisitRow) => string | null) =>
    ({ ...head(key), kind: 'text', value }) as const;
  return [
    text('room', (row) => row.roomPath),
    { ...head('enteredAt'), kind: 'instant', value: (row) => row.enteredAt },
    { ...head('leftAt'), kind: 'instant', value: (row) => row.leftAt },
    text('name', (row) => row.personName),
    text('unit', (row) => row.personUnit),
    text('document', (row) => row.document),
    text('purpose', (row) => joined(language, VISIT_PURPOSES[row.purpose][language], row.note)),
    text('case', (row) => row.caseNumber),
    text('escort', (row) => row.escortName),
    text('second', (row) => row.secondPerson),
    text('approver', (row) => row.approvedBy),
    text('carriedIn', (row) => row.carriedIn),
    text('carriedOut', (row) => row.carriedOut),
    text('key', (row) => row.keyNumber),
    text('anomaly', (row) => remarkOf(row, language)),
    text('signature', (row) => (row.signedByBadge ? REMARKS.badge[language] : null)),
  ];
}

/** Who recorded it and when, in files alone. */
function recordedIn(language: Language): TableColumn<VisitRow>[] {
  const head = (key: ColumnKey) => ({ key, title: TITLES[key][language] });
  return [
    { ...head('recordedAt'), kind: 'instant', value: (row) => row.recordedAt },
    { ...head('recordedBy'), kind: 'text', value: (row) => row.recordedByName },
    { ...head('leftRecordedAt'), kind: 'instant', value: (row) => row.leftRecordedAt },
  ];
}

async function* everyVisit(context: QueryContext, filters: VisitFilters): AsyncGenerator<VisitRow> {
  const criteria = visitCriteriaOf(context, filters);
  let after: VisitPosition | null = null;
  for (;;) {
    const rows: VisitRow[] = await listVisitRows(context.reader, criteria, { after, limit: BATCH_ROWS });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < BATCH_ROWS || last === undefined) return;
    after = { enteredAt: last.enteredAt, id: last.id };
  }
}

function periodOf({ enteredFrom, enteredTo }: VisitFilters, today: string, language: Language): string {
  if (language === 'zh') return `期间：${enteredFrom ?? '建账之日'} 至 ${enteredTo ?? today}`;
  return `From ${enteredFrom ?? 'the first entry'} to ${enteredTo ?? today}`;
}

/** The filtered visit log as a file, streamed, the newest entry first. Refusal: NOT_FOUND for another court. */
export function exportVisits(
  context: QueryContext,
  request: VisitFilters & { readonly format: 'xlsx' | 'csv'; readonly language: Language },
): Download {
  const { format, language, ...filters } = request;
  const today = shanghaiDay(context.now);
  return tableDownload({
    title: TITLE[language],
    fileName: `${TITLE[language]} ${today}`,
    format,
    notes: [periodOf(filters, today, language)],
    columns: [...columnsIn(language), ...recordedIn(language)],
    rows: everyVisit(context, filters),
  });
}

/** The same as a paper, in Chinese as papers are, with the columns of the office's book, A4 landscape. Refusal: NOT_FOUND for another court. */
export async function printVisits(context: QueryContext, filters: VisitFilters): Promise<Download> {
  const today = shanghaiDay(context.now);
  const { courtId } = visitCriteriaOf(context, filters);
  return {
    fileName: `${TITLE.zh} ${today}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    body: writeTablePdf({
      title: TITLE.zh,
      organisation: await findCourtName(context.reader, courtId),
      subtitles: [periodOf(filters, today, 'zh')],
      columns: columnsIn('zh'),
      rows: everyVisit(context, filters),
      totals: [],
      printedBy: context.actor.personName,
      printedAt: context.now,
      signatures: ['保管人', '复核人', '部门负责人'],
      language: 'zh',
    }),
  };
}

import { shanghaiDay } from '../../platform/clock.ts';
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

const TITLE = '涉案财物库房人员出入记录';
const BATCH_ROWS = 1000;

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('；') || null;

function remarkOf(row: VisitRow): string | null {
  return joined(
    row.voided ? '作废' : null,
    row.correctedById === null ? null : '已更正',
    row.correctsId === null ? null : `更正：${row.correctionReason ?? ''}`,
    row.enteredLate || row.leftLate ? '补录' : null,
    row.anomaly,
  );
}

const text = (key: string, title: string, value: (row: VisitRow) => string | null) =>
  ({ key, title, kind: 'text', value }) as const;

/** The columns of 人员出入记录 as the office keeps it. */
const COLUMNS: readonly TableColumn<VisitRow>[] = [
  text('room', '库房', (row) => row.roomPath),
  { key: 'enteredAt', title: '进入时间', kind: 'instant', value: (row) => row.enteredAt },
  { key: 'leftAt', title: '离开时间', kind: 'instant', value: (row) => row.leftAt },
  text('name', '姓名', (row) => row.personName),
  text('unit', '单位/部门', (row) => row.personUnit),
  text('document', '证件', (row) => row.document),
  text('purpose', '事由', (row) => joined(VISIT_PURPOSES[row.purpose].zh, row.note)),
  text('case', '关联案号', (row) => row.caseNumber),
  text('escort', '陪同人', (row) => row.escortName),
  text('second', '第二人', (row) => row.secondPerson),
  text('approver', '批准人', (row) => row.approvedBy),
  text('carriedIn', '携入物品', (row) => row.carriedIn),
  text('carriedOut', '携出物品', (row) => row.carriedOut),
  text('key', '钥匙/门禁号', (row) => row.keyNumber),
  text('anomaly', '异常', remarkOf),
  text('signature', '签名', (row) => (row.signedByBadge ? '证件确认' : null)),
];
const RECORDED: readonly TableColumn<VisitRow>[] = [
  { key: 'recordedAt', title: '登记时间', kind: 'instant', value: (row) => row.recordedAt },
  text('recordedBy', '登记人', (row) => row.recordedByName),
  { key: 'leftRecordedAt', title: '离开登记时间', kind: 'instant', value: (row) => row.leftRecordedAt },
];

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

function periodOf({ enteredFrom, enteredTo }: VisitFilters, today: string): string {
  return `期间：${enteredFrom ?? '建账之日'} 至 ${enteredTo ?? today}`;
}

/** The filtered visit log as a file, streamed, the newest entry first. Refusal: NOT_FOUND for another court. */
export function exportVisits(
  context: QueryContext,
  request: VisitFilters & { readonly format: 'xlsx' | 'csv' },
): Download {
  const { format, ...filters } = request;
  const today = shanghaiDay(context.now);
  return tableDownload({
    title: TITLE,
    fileName: `${TITLE} ${today}`,
    format,
    notes: [periodOf(filters, today)],
    columns: [...COLUMNS, ...RECORDED],
    rows: everyVisit(context, filters),
  });
}

/** The same as a paper with the columns of the office's book, A4 landscape. Refusal: NOT_FOUND for another court. */
export async function printVisits(context: QueryContext, filters: VisitFilters): Promise<Download> {
  const today = shanghaiDay(context.now);
  const { courtId } = visitCriteriaOf(context, filters);
  return {
    fileName: `${TITLE} ${today}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    body: writeTablePdf({
      title: TITLE,
      organisation: await findCourtName(context.reader, courtId),
      subtitles: [periodOf(filters, today)],
      columns: COLUMNS,
      rows: everyVisit(context, filters),
      totals: [],
      printedBy: context.actor.personName,
      printedAt: context.now,
      signatures: ['保管人', '复核人', '部门负责人'],
      language: 'zh',
    }),
  };
}

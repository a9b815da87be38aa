import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { writeCsv } from '../../platform/spreadsheets/write-csv.ts';
import { listAuditEventRows, type AuditEventSummaryRow } from './audit-event.sql.ts';
import type { exportAuditEvents as declaration } from './audit.contract.ts';
import { auditFilterOf } from './list-audit-events.ts';
import { isRole, ROLES } from './roles.ts';

const BATCH_ROWS = 1000;

const OUTCOMES: Record<string, string> = { done: '成功', refused: '拒绝', failed: '失败' };
const CHANNELS: Record<string, string> = {
  session: '网页',
  token: '接口令牌',
  system: '系统',
  anonymous: '未登录',
};

const COLUMNS: readonly TableColumn<AuditEventSummaryRow>[] = [
  { key: 'recordedAt', title: '时间', kind: 'instant', value: (row) => row.recorded_at },
  { key: 'actorName', title: '操作人', kind: 'text', value: (row) => row.actor_name },
  {
    key: 'actorRoles',
    title: '角色',
    kind: 'text',
    value: (row) => row.actor_roles.map((role) => (isRole(role) ? ROLES[role].zh : role)).join('、'),
  },
  { key: 'via', title: '途径', kind: 'text', value: (row) => CHANNELS[row.via] ?? row.via },
  { key: 'address', title: '地址', kind: 'text', value: (row) => row.address },
  { key: 'command', title: '操作', kind: 'text', value: (row) => row.command },
  { key: 'outcome', title: '结果', kind: 'text', value: (row) => OUTCOMES[row.outcome] ?? row.outcome },
  { key: 'subjectKind', title: '对象类别', kind: 'text', value: (row) => row.subject_kind },
  { key: 'subject', title: '对象', kind: 'text', value: (row) => row.subject_label ?? row.subject_id },
  { key: 'requestId', title: '请求编号', kind: 'text', value: (row) => row.request_id },
  { key: 'id', title: '记录编号', kind: 'text', value: (row) => row.id },
];

async function* everyEvent(
  { reader, actor }: QueryContext,
  query: InputOf<typeof declaration>['query'],
): AsyncGenerator<AuditEventSummaryRow> {
  let after: { recordedAt: Date; id: string } | null = null;
  for (;;) {
    const rows: AuditEventSummaryRow[] = await listAuditEventRows(reader, {
      ...auditFilterOf(actor, query),
      after,
      limit: BATCH_ROWS,
    });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < BATCH_ROWS || last === undefined) return;
    after = { recordedAt: last.recorded_at, id: last.id };
  }
}

/** The filtered audit trail as CSV, newest first, streamed out of one snapshot. */
export async function exportAuditEvents(
  context: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<Download> {
  return {
    fileName: `审计记录-${shanghaiDay(context.now)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: writeCsv(COLUMNS, everyEvent(context, query)),
  };
}

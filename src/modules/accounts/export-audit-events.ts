import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { Sentence } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { writeCsv } from '../../platform/spreadsheets/write-csv.ts';
import { listAuditEventRows, type AuditEventSummaryRow } from './audit-event.sql.ts';
import type { exportAuditEvents as declaration } from './audit.contract.ts';
import { auditFilterOf } from './list-audit-events.ts';
import { isRole, ROLES } from './roles.ts';

const BATCH_ROWS = 1000;

type Language = keyof Sentence;
type Words = Readonly<Record<string, Sentence>>;

const TITLE = { zh: '审计记录', en: 'audit-trail' } as const;
const OUTCOMES: Words = {
  done: { zh: '成功', en: 'done' },
  refused: { zh: '拒绝', en: 'refused' },
  failed: { zh: '失败', en: 'failed' },
};
const CHANNELS: Words = {
  session: { zh: '网页', en: 'web' },
  token: { zh: '接口令牌', en: 'token' },
  system: { zh: '系统', en: 'system' },
  anonymous: { zh: '未登录', en: 'not signed in' },
};
const TITLES = {
  recordedAt: { zh: '时间', en: 'Time' },
  actorName: { zh: '操作人', en: 'Who' },
  actorRoles: { zh: '角色', en: 'Roles' },
  via: { zh: '途径', en: 'Way in' },
  address: { zh: '地址', en: 'Address' },
  command: { zh: '操作', en: 'Command' },
  outcome: { zh: '结果', en: 'Outcome' },
  subjectKind: { zh: '对象类别', en: 'Kind of subject' },
  subject: { zh: '对象', en: 'Subject' },
  requestId: { zh: '请求编号', en: 'Request' },
  id: { zh: '记录编号', en: 'Event' },
} as const;

function columnsIn(language: Language): TableColumn<AuditEventSummaryRow>[] {
  const text = (key: keyof typeof TITLES, value: (row: AuditEventSummaryRow) => string | null) =>
    ({ key, title: TITLES[key][language], kind: 'text', value }) as const;
  const word = (words: Words, key: string) => words[key]?.[language] ?? key;
  return [
    {
      key: 'recordedAt',
      title: TITLES.recordedAt[language],
      kind: 'instant',
      value: (row) => row.recorded_at,
    },
    text('actorName', (row) => row.actor_name),
    text('actorRoles', (row) =>
      row.actor_roles
        .map((role) => (isRole(role) ? ROLES[role][language] : role))
        .join(language === 'zh' ? '、' : ', '),
    ),
    text('via', (row) => word(CHANNELS, row.via)),
    text('address', (row) => row.address),
    text('command', (row) => row.command),
    text('outcome', (row) => word(OUTCOMES, row.outcome)),
    text('subjectKind', (row) => row.subject_kind),
    text('subject', (row) => row.subject_label ?? row.subject_id),
    text('requestId', (row) => row.request_id),
    text('id', (row) => row.id),
  ];
}

async function* everyEvent(
  { reader, actor }: QueryContext,
  query: Omit<InputOf<typeof declaration>['query'], 'language'>,
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
  { query: { language, ...query } }: InputOf<typeof declaration>,
): Promise<Download> {
  return {
    fileName: `${TITLE[language]}-${shanghaiDay(context.now)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    body: writeCsv(columnsIn(language), everyEvent(context, query)),
  };
}
